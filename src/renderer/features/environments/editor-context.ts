import type { ComputedRef, InjectionKey } from 'vue';
import { inject } from 'vue';
import type { EnvironmentDraft } from './environment-drafts';

/** What the parts of the environment's form share. */
export interface EditorContext {
  readonly draft: ComputedRef<EnvironmentDraft>;
  readonly isSandbox: ComputedRef<boolean>;
  /** The text of a field's problem once it is time to show it. */
  readonly errorOf: (field: string) => string | null;
  /** The field was left: from now on its problem shows. */
  readonly touch: (field: string) => void;
}

export const editorContextKey: InjectionKey<EditorContext> = Symbol('environment-editor');

export function useEditorContext(): EditorContext {
  const context = inject(editorContextKey);
  if (context === undefined) throw new Error('a part of the form stands outside of it');
  return context;
}
