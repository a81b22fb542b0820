import type { editor, languages } from 'monaco-editor/editor';
import type { JsonKind } from '#shared/braze/json-node';
import type { OutlineEntry } from '../lib/body-outline';
import { askWorker } from './body-worker';
import { jsonLanguages } from './editor-options';
import type { MonacoApi } from './load-monaco';

/** The fields of a text to go to by name. Asked only when somebody wants to, so long texts have it too. */
export function registerBodyOutline({ languages: registry, Range }: MonacoApi): void {
  const kinds: Readonly<Record<JsonKind, languages.SymbolKind>> = {
    object: registry.SymbolKind.Object,
    array: registry.SymbolKind.Array,
    string: registry.SymbolKind.String,
    number: registry.SymbolKind.Number,
    boolean: registry.SymbolKind.Boolean,
    null: registry.SymbolKind.Null,
  };

  function symbolOf(
    model: editor.ITextModel,
    entry: OutlineEntry,
    isAtTop: boolean,
  ): languages.DocumentSymbol {
    const rangeOf = (offset: number, length: number) =>
      Range.fromPositions(model.getPositionAt(offset), model.getPositionAt(offset + length));
    return {
      name: entry.name,
      detail: entry.detail,
      kind: kinds[entry.kind],
      tags: [],
      range: rangeOf(entry.offset, entry.length),
      selectionRange: rangeOf(entry.nameOffset, entry.nameLength),
      // Shown beside the name; what is inside another field gets that one's name there.
      ...(isAtTop && entry.detail !== '' ? { containerName: entry.detail } : {}),
      children: entry.children.map((child) => symbolOf(model, child, false)),
    };
  }

  registry.registerDocumentSymbolProvider(jsonLanguages, {
    async provideDocumentSymbols(model) {
      const found = await askWorker('outline', { text: model.getValue() });
      return (found ?? []).map((entry) => symbolOf(model, entry, true));
    },
  });
}
