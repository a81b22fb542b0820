import type { languages } from 'monaco-editor/editor';
import { createTokenizationSupport } from 'monaco-editor/languages/features/json/tokenization';
import { formatJson } from '../lib/format-json';
import { jsonLanguages, longestColouredLine, longestFormattedInPlace } from './editor-options';
import { longFormatterOf } from './format-long-text';
import type { MonacoApi } from './load-monaco';

/** JSON's colours, but for a line that is too long to be looked at with every key. */
function shortLinesColours(): languages.TokensProvider {
  const colours = createTokenizationSupport(true);
  return {
    getInitialState: () => colours.getInitialState(),
    tokenize: (line, state) =>
      line.length > longestColouredLine
        ? { tokens: [{ startIndex: 0, scopes: '' }], endState: state }
        : colours.tokenize(line, state),
  };
}

/**
 * JSON with comments. Monaco's own JSON mode is not used: it brings the whole editor along, and a schema
 * service of its own, while everything about bodies is known to the rules in `shared`.
 */
export function registerJson(monaco: MonacoApi): void {
  const { languages } = monaco;
  for (const id of jsonLanguages) languages.register({ id });
  // The other one has no colours.
  languages.setTokensProvider('json', shortLinesColours());
  const configuration: Parameters<typeof languages.setLanguageConfiguration>[1] = {
    wordPattern: /(-?\d*\.\d\w*)|([^[{\]}:",\s]+)/g,
    comments: { lineComment: '//', blockComment: ['/*', '*/'] },
    brackets: [
      ['{', '}'],
      ['[', ']'],
    ],
    autoClosingPairs: [
      { open: '{', close: '}', notIn: ['string'] },
      { open: '[', close: ']', notIn: ['string'] },
      { open: '"', close: '"', notIn: ['string'] },
    ],
    indentationRules: {
      increaseIndentPattern: /(\{[^}"']*|\[[^\]"']*)$/,
      decreaseIndentPattern: /^\s*[}\]]/,
    },
  };
  for (const id of jsonLanguages) languages.setLanguageConfiguration(id, configuration);
  languages.registerDocumentFormattingEditProvider(jsonLanguages, {
    provideDocumentFormattingEdits(model, { tabSize, insertSpaces }) {
      const formatLong = longFormatterOf(model);
      if (formatLong !== undefined && model.getValueLength() > longestFormattedInPlace) {
        formatLong();
        return [];
      }
      const eol = model.getEOL();
      const text = model.getValue();
      return formatJson(text, { tabSize, insertSpaces, eol }).map(({ offset, length, content }) => {
        const start = model.getPositionAt(offset);
        const end = model.getPositionAt(offset + length);
        return {
          range: new monaco.Range(start.lineNumber, start.column, end.lineNumber, end.column),
          text: content,
        };
      });
    },
  });
}
