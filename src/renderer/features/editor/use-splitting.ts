import { useText } from '../../i18n/use-text';
import { flushPendingEdits } from '../../lib/pending-edits';
import { documentText, editDocument } from '../../lib/tab-document';
import { showToast } from '../../lib/toasts';
import { useTabsStore } from '../../stores/tabs';

/** Makes several requests of one with more recipients than a call takes. */
export function useSplitting(): {
  readonly split: (tabId: string, bodies: readonly string[]) => void;
} {
  const { t } = useText();
  const tabs = useTabsStore();

  /** The request itself stays as it is, so that nothing is lost and Undo only has to close what was made. */
  function split(tabId: string, bodies: readonly string[]): void {
    flushPendingEdits();
    const tab = tabs.find(tabId);
    if (tab?.document?.mode !== 'request') return;
    const { document, title } = tab;
    const made = bodies.map((bodyText, index) =>
      tabs.openNew(
        t('editor.splitTitle', { title, number: index + 1, count: bodies.length }),
        documentText(editDocument(document, { bodyText })),
      ),
    );
    const [first] = made;
    if (first !== undefined) tabs.activate(first.id);
    showToast(t('editor.splitDone', { title, count: bodies.length }), {
      label: t('common.undo'),
      run: () => {
        flushPendingEdits();
        for (const one of made) {
          const current = tabs.find(one.id);
          // What was edited or saved since is somebody's work.
          if (current?.document === one.document && current.ref === null) tabs.close(one.id);
        }
        tabs.activate(tabId);
      },
    });
  }

  return { split };
}
