import type { editor, IMarkdownString, languages } from 'monaco-editor/editor';
import type { Language } from '#shared/domain/language';
import { askWorker } from './body-worker';
import { jsonLanguages, longTextLength } from './editor-options';
import type { MonacoApi } from './load-monaco';

/** What has to be known of a model to help with its text. */
export interface BodyContext {
  readonly endpoint: string;
  readonly language: Language;
  /** The editor's command that makes several bodies of this one; null where there is none. */
  readonly splitCommand?: string | null;
}

const contexts = new WeakMap<editor.ITextModel, BodyContext>();

/** Says what a model's text is the body of; a whole file, or an answer, is none. */
export function setBodyContext(model: editor.ITextModel, context: BodyContext | null): void {
  if (context === null) contexts.delete(model);
  else contexts.set(model, context);
}

/** What the worker is told; null for texts that are none of its business. */
function contextOf(model: editor.ITextModel): Omit<BodyContext, 'splitCommand'> | null {
  const context = contexts.get(model);
  if (context === undefined || model.getValueLength() > longTextLength) return null;
  const { endpoint, language } = context;
  return { endpoint, language };
}

/** Completion, reference on hover, and quick fixes for bodies. */
export function registerBodyFeatures(monaco: MonacoApi): void {
  const { languages: registry } = monaco;

  function rangeOf(model: editor.ITextModel, offset: number, length: number) {
    return monaco.Range.fromPositions(
      model.getPositionAt(offset),
      model.getPositionAt(offset + length),
    );
  }

  registry.registerCompletionItemProvider(jsonLanguages, {
    triggerCharacters: ['"', ':', ' ', ',', '{', '['],
    async provideCompletionItems(model, position) {
      const context = contextOf(model);
      if (context === null) return { suggestions: [] };
      const text = model.getValue();
      const offset = model.getOffsetAt(position);
      const found = (await askWorker('complete', { ...context, text, offset })) ?? [];
      const suggestions = found.map((item): languages.CompletionItem => {
        const range = rangeOf(model, item.offset, item.length);
        return {
          label: item.label,
          kind:
            item.kind === 'field'
              ? registry.CompletionItemKind.Property
              : registry.CompletionItemKind.Value,
          // Compared with the text it replaces, quotes and all.
          filterText: model.getValueInRange(range).startsWith('"')
            ? `"${item.filter ?? item.label}"`
            : (item.filter ?? item.label),
          insertText: item.snippet,
          insertTextRules: registry.CompletionItemInsertTextRule.InsertAsSnippet,
          sortText: `${item.required ? 0 : item.deprecated ? 2 : 1}${item.label}`,
          detail: item.detail,
          documentation: item.documentation,
          ...(item.deprecated ? { tags: [registry.CompletionItemTag.Deprecated] } : {}),
          range,
        };
      });
      // Of very many names only some are offered; typing on asks again.
      return { suggestions, incomplete: found.some(({ filter }) => filter !== undefined) };
    },
  });

  registry.registerHoverProvider(jsonLanguages, {
    async provideHover(model, position) {
      const context = contextOf(model);
      if (context === null) return null;
      const offset = model.getOffsetAt(position);
      const found = await askWorker('hover', { ...context, text: model.getValue(), offset });
      if (found === null) return null;
      const { name, types, values, text, limits, endpointLimits } = found.reference;
      const contents: IMarkdownString[] = [
        { value: `\`${name}\` ${types.join(' | ')}` },
        { value: text },
      ];
      if (limits.length > 0) contents.push({ value: limits.join(' ') });
      if (values !== null) {
        contents.push({ value: values.map((value) => `\`${value}\``).join(' · ') });
      }
      if (endpointLimits.length > 0) {
        contents.push({ value: [`\`${context.endpoint}\``, ...endpointLimits].join('  \n') });
      }
      return { contents, range: rangeOf(model, found.offset, found.length) };
    },
  });

  registry.registerCodeActionProvider(jsonLanguages, {
    async provideCodeActions(model, range) {
      const context = contextOf(model);
      if (context === null) return { actions: [], dispose: () => undefined };
      const version = model.getVersionId();
      const found = await askWorker('repairs', {
        ...context,
        text: model.getValue(),
        start: model.getOffsetAt(range.getStartPosition()),
        end: model.getOffsetAt(range.getEndPosition()),
      });
      const splitCommand = contexts.get(model)?.splitCommand ?? null;
      const usable = (found ?? []).filter(({ splits }) => !splits || splitCommand !== null);
      const actions = usable.map(({ title, splits, edits }, index): languages.CodeAction => {
        const action = { title, kind: 'quickfix', isPreferred: index === 0 };
        if (splits && splitCommand !== null) {
          return { ...action, command: { id: splitCommand, title } };
        }
        return {
          ...action,
          edit: {
            edits: edits.map(({ offset, length, text }) => ({
              resource: model.uri,
              versionId: version,
              textEdit: { range: rangeOf(model, offset, length), text },
            })),
          },
        };
      });
      return { actions, dispose: () => undefined };
    },
  });
}
