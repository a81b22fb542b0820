import { defineStore } from 'pinia';
import { shallowRef } from 'vue';

/** A wish to put the cursor of the body editor somewhere; a new object each time. */
export interface EditorTarget {
  /** Null: only focus the editor. */
  readonly place: { readonly line: number; readonly column: number } | null;
}

export const useEditorFocusStore = defineStore('editor-focus', () => {
  const target = shallowRef<EditorTarget | null>(null);

  function focus(): void {
    target.value = { place: null };
  }

  function goTo(line: number, column: number): void {
    target.value = { place: { line, column } };
  }

  return { target, focus, goTo };
});
