import type { Ref } from 'vue';
import { watch } from 'vue';
import type { ShownTheme } from '../composables/use-theme';
import { monacoApi } from './load-monaco';
import { applyTheme } from './monaco-theme';

/** Keeps the editor's colours those of the window. */
export function followMonacoTheme(shown: Readonly<Ref<ShownTheme>>): void {
  void monacoApi().then((monaco) => {
    watch(shown, (theme) => applyTheme(monaco, theme), {
      immediate: true,
      // After the document has the theme, so that the tokens read are the new ones.
      flush: 'post',
    });
  });
}
