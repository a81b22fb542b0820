import { watch } from 'vue';
import { on, request, toAppError } from '../../api/desk';
import { flushPendingEdits } from '../../lib/pending-edits';
import type { TabDocument } from '../../lib/tab-document';
import { documentText } from '../../lib/tab-document';
import { askWorker } from '../../monaco/body-worker';
import { longTextLength } from '../../monaco/editor-options';
import type { OpenTab } from '../../stores/tabs';
import { useTabsStore } from '../../stores/tabs';
import { draftFailure } from './draft-failure';

const saveAfterMs = 500;
/** For a long text, which takes a while on its way to disk. */
const saveLongAfterMs = 3_000;

function isLong(document: TabDocument): boolean {
  const text = document.mode === 'request' ? document.bodyText : document.text;
  return text.length > longTextLength;
}

/** A long one is put together in the worker: typing goes on meanwhile. */
async function textInWorker(document: TabDocument): Promise<string> {
  return (await askWorker('fileText', document)) ?? documentText(document);
}

/**
 * Keeps every unsaved edit on disk, half a second after it was made and at once when the window is about
 * to close. A tab that was saved, or closed, needs no draft any more.
 */
export function keepDrafts(): { readonly flush: () => Promise<void> } {
  const tabs = useTabsStore();
  /** The document each draft on disk was made of. */
  const kept = new Map<string, OpenTab['document']>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  for (const tab of tabs.tabs) if (tab.dirty) kept.set(tab.id, tab.document);

  async function save(id: string): Promise<void> {
    clearTimeout(timers.get(id));
    timers.delete(id);
    const tab = tabs.find(id);
    if (tab?.document == null || !tab.dirty) return;
    const { document, ref, title, baseRevision } = tab;
    try {
      await request('drafts.save', {
        id,
        ref: ref === null ? null : { ...ref },
        title,
        text: isLong(document) ? await textInWorker(document) : documentText(document),
        baseRevision,
      });
      kept.set(id, document);
      draftFailure.value = null;
    } catch (thrown) {
      draftFailure.value = toAppError(thrown);
    }
    // Saved to its file, or closed, while the draft was written.
    if (!tabs.find(id)?.dirty) await discard(id);
  }

  async function discard(id: string): Promise<void> {
    clearTimeout(timers.get(id));
    timers.delete(id);
    kept.delete(id);
    await request('drafts.discard', { id }).catch(() => undefined);
  }

  function follow(current: readonly OpenTab[]): void {
    const open = new Set<string>();
    for (const tab of current) {
      open.add(tab.id);
      if (tab.dirty && tab.document !== null) {
        if (kept.get(tab.id) !== tab.document && !timers.has(tab.id)) {
          timers.set(
            tab.id,
            setTimeout(
              () => void save(tab.id),
              isLong(tab.document) ? saveLongAfterMs : saveAfterMs,
            ),
          );
        }
      } else if (tab.state === 'ready' && (kept.has(tab.id) || timers.has(tab.id))) {
        void discard(tab.id);
      }
    }
    for (const id of [...kept.keys(), ...timers.keys()]) if (!open.has(id)) void discard(id);
  }

  async function flush(): Promise<void> {
    await Promise.all([...timers.keys()].map((id) => save(id)));
  }

  watch(() => tabs.tabs, follow, { immediate: true });
  on('app.quitRequested', () => {
    flushPendingEdits();
    follow(tabs.tabs);
    void flush();
  });
  return { flush };
}
