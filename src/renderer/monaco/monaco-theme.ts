import type { ShownTheme } from '../composables/use-theme';
import { parseOklch, toHex } from '../lib/oklch';
import type { MonacoApi } from './load-monaco';

export const themeName = 'desk';

/** Which token each colour of the editor is. */
const colors: Readonly<Record<string, string>> = {
  'editor.background': 'surface',
  'editor.foreground': 'text',
  'editorLineNumber.foreground': 'text-faint',
  'editorLineNumber.activeForeground': 'text-muted',
  'editor.lineHighlightBorder': 'border',
  'editorIndentGuide.background1': 'border',
  'editorIndentGuide.activeBackground1': 'border-control',
  'editorBracketMatch.background': 'selected',
  'editorBracketMatch.border': 'border-control',
  'editorWidget.background': 'float',
  'editorWidget.foreground': 'text',
  'editorWidget.border': 'border',
  'editorHoverWidget.background': 'float',
  'editorHoverWidget.foreground': 'text',
  'editorHoverWidget.border': 'border',
  'editorSuggestWidget.background': 'float',
  'editorSuggestWidget.foreground': 'text',
  'editorSuggestWidget.border': 'border',
  'editorSuggestWidget.selectedBackground': 'selected',
  'editorSuggestWidget.selectedForeground': 'text',
  'editorSuggestWidget.highlightForeground': 'accent',
  'editorSuggestWidget.focusHighlightForeground': 'accent',
  'editorError.foreground': 'danger',
  'editorWarning.foreground': 'warning',
  'editorInfo.foreground': 'info',
  'editorCursor.foreground': 'accent',
  'editorLink.activeForeground': 'accent',
  'editorOverviewRuler.border': 'surface',
  'editorOverviewRuler.errorForeground': 'danger',
  'editorOverviewRuler.warningForeground': 'warning',
  'editorOverviewRuler.infoForeground': 'info',
  'editorOverviewRuler.rangeHighlightForeground': 'accent',
  'menu.background': 'float',
  'menu.foreground': 'text',
  'menu.selectionBackground': 'selected',
  'menu.selectionForeground': 'text',
  'menu.border': 'border',
  'menu.separatorBackground': 'border',
  'input.background': 'field',
  'input.foreground': 'text',
  'input.border': 'border-control',
  'input.placeholderForeground': 'text-faint',
  'inputOption.activeBackground': 'selected',
  'inputOption.activeForeground': 'text',
  'inputOption.activeBorder': 'focus',
  'quickInput.background': 'float',
  'quickInput.foreground': 'text',
  'quickInputList.focusBackground': 'selected',
  'quickInputList.focusForeground': 'text',
  'pickerGroup.border': 'border',
  'pickerGroup.foreground': 'text-muted',
  'list.hoverBackground': 'hover',
  'list.focusBackground': 'selected',
  'list.activeSelectionBackground': 'selected',
  'list.activeSelectionForeground': 'text',
  focusBorder: 'focus',
  foreground: 'text',
  'icon.foreground': 'text-muted',
  'widget.border': 'border',
  'textLink.foreground': 'accent',
  'textLink.activeForeground': 'accent',
};

/** Colours that let what is below shine through: the token and how much of it. */
const translucent: Readonly<Record<string, readonly [token: string, alpha: number]>> = {
  'editor.selectionBackground': ['accent', 0.28],
  'editor.inactiveSelectionBackground': ['accent', 0.16],
  'editor.selectionHighlightBackground': ['accent', 0.14],
  'editor.wordHighlightBackground': ['accent', 0.12],
  'editor.wordHighlightTextBackground': ['accent', 0.12],
  'editor.findMatchBackground': ['warning', 0.4],
  'editor.findMatchHighlightBackground': ['warning', 0.2],
  'editor.lineHighlightBackground': ['text', 0],
  'editor.rangeHighlightBackground': ['accent', 0.1],
  'editor.foldBackground': ['accent', 0.08],
  'scrollbar.shadow': ['text', 0],
  'scrollbarSlider.background': ['text', 0.16],
  'scrollbarSlider.hoverBackground': ['text', 0.28],
  'scrollbarSlider.activeBackground': ['text', 0.36],
  'widget.shadow': ['text', 0.16],
};

/** Named in full, as the base themes name them: a shorter scope would lose against theirs. */
const syntax: readonly (readonly [scope: string, token: string])[] = [
  ['', 'text'],
  ['string.key.json', 'syntax-key'],
  ['string.value.json', 'syntax-string'],
  ['number.json', 'syntax-number'],
  ['keyword.json', 'syntax-keyword'],
  ['comment.line.json', 'syntax-comment'],
  ['comment.block.json', 'syntax-comment'],
  ['delimiter.bracket.json', 'syntax-punctuation'],
  ['delimiter.array.json', 'syntax-punctuation'],
  ['delimiter.colon.json', 'syntax-punctuation'],
  ['delimiter.comma.json', 'syntax-punctuation'],
];

function colorOf(token: string, alpha = 1): string {
  const value = getComputedStyle(document.documentElement).getPropertyValue(`--color-${token}`);
  const color = parseOklch(value);
  if (color === null) throw new Error(`--color-${token} is no OKLCH colour`);
  return toHex({ ...color, alpha });
}

let applied: ShownTheme | null = null;

/** Makes the editor's theme of the tokens of a theme, which the document has by now, and shows it. */
export function applyTheme(monaco: MonacoApi, theme: ShownTheme): void {
  if (theme === applied) return;
  applied = theme;
  monaco.editor.defineTheme(themeName, {
    base: theme === 'light' ? 'vs' : 'vs-dark',
    inherit: true,
    rules: syntax.map(([scope, token]) => ({ token: scope, foreground: colorOf(token).slice(1) })),
    colors: {
      ...Object.fromEntries(Object.entries(colors).map(([id, token]) => [id, colorOf(token)])),
      ...Object.fromEntries(
        Object.entries(translucent).map(([id, [token, alpha]]) => [id, colorOf(token, alpha)]),
      ),
    },
  });
  monaco.editor.setTheme(themeName);
}
