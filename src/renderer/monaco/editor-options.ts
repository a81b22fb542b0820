import type { editor } from 'monaco-editor/editor';
import { themeName } from './monaco-theme';

/** From here on a text is too long for what reads all of it at every keystroke. */
export const longTextLength = 300_000;

/** A text of more lines has no colours: what is kept of each of its lines would keep the page busy. */
export const mostColouredLines = 50_000;

/** A line of more characters has no colours either. */
export const longestColouredLine = 20_000;

/**
 * A text of more characters is laid out in the worker and takes its own place as a whole: Monaco would take the page
 * seconds to make each change of white space.
 */
export const longestFormattedInPlace = 40_000;

/** JSON with and without colours. */
export const jsonLanguages = ['json', 'plain-json'];

export function jsonLanguageFor(lines: number): string {
  return lines > mostColouredLines ? 'plain-json' : 'json';
}

/** What the body editor and the viewers have in common. */
export function editorOptions(ariaLabel: string): editor.IStandaloneEditorConstructionOptions {
  const style = getComputedStyle(document.documentElement);
  return {
    ariaLabel,
    theme: themeName,
    fontFamily: style.getPropertyValue('--font-mono'),
    fontSize: 13,
    lineHeight: 20,
    fontLigatures: false,
    automaticLayout: true,
    fixedOverflowWidgets: true,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    overviewRulerLanes: 2,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    renderLineHighlight: 'line',
    renderLineHighlightOnlyWhenFocus: true,
    lineNumbersMinChars: 3,
    lineDecorationsWidth: 8,
    glyphMargin: false,
    folding: true,
    padding: { top: 8, bottom: 8 },
    tabSize: 2,
    wordWrap: 'on',
    wrappingIndent: 'indent',
    stickyScroll: { enabled: false },
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
    unusualLineTerminators: 'off',
    bracketPairColorization: { enabled: false },
    quickSuggestions: { strings: true, other: true, comments: false },
    wordBasedSuggestions: 'off',
    smoothScrolling: false,
    contextmenu: true,
    links: false,
    roundedSelection: false,
  };
}
