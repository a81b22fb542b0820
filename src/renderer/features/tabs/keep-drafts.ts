import { watch } from 'vue';
import { slicesOf } from '#shared/lib/text-slices';
import { on, request, toAppError } from '../../api/desk';
import { flushPendingEdits } from '../../lib/pending-edits';
import { documentText } from '../../lib/tab-document';
import { isLongDocument, textOfDocument } from '../../monaco/long-documents';
import type { OpenTab } from '../../stores/tabs';
import { useTabsStore } from '../../stores/tabs';
import { draftFailure } from './draft-failure';

const saveAfterMs = 500;
/** For a long text, which takes a while on its way to disk. */
const saveLongAfterMs = 3_000;

/**
 * Keeps every unsaved edit on disk, half a second after it was made and at once when the window is about
 * to close. A tab that was saved, or closed, needs no draft any more.
 */
export function keepDrafts(): { readonly flush: () => Promise<void> } {
  const tabs = useTabsStore();
  /** The document each draft on disk was made of. */
  const kept = new Map<string, OpenTab['document']>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** The document that is on its way to disk; what began earlier must not come after what began later. */
  const saving = new Map<string, OpenTab['document']>();

  for (const tab of tabs.tabs) if (tab.dirty) kept.set(tab.id, tab.document);

  /** A long text is put together in the worker and leaves piece by piece: typing goes on meanwhile. */
  async function write(tab: OpenTab, isLast: () => boolean): Promise<void> {
    const { id, document, ref, title, baseRevision } = tab;
    if (document === null) return;
    const draft = { id, ref: ref === null ? null : { ...ref }, title, baseRevision };
    if (!isLongDocument(document)) {
      await request('drafts.save', { ...draft, text: documentText(document) });
      return;
    }
    const { first, last } = slicesOf(await textOfDocument(document));
    let at = 0;
    for (const text of first) {
      if (!isLast()) return;
      await request('drafts.slice', { id, at, text });
      at += text.length;
    }
    if (!isLast()) return;
    await request('drafts.save', { ...draft, text: last, ...(at === 0 ? {} : { sliced: at }) });
  }

  /** All of it before anything else happens: the window is about to go, and may freeze. */
  async function writeNow({ id, document, ref, title, baseRevision }: OpenTab): Promise<void> {
    if (document === null) return;
    const text = documentText(document);
    const draft = { id, ref: ref === null ? null : { ...ref }, title, text, baseRevision };
    await request('drafts.save', draft);
  }

  async function save(id: string, how: 'later' | 'now'): Promise<void> {
    clearTimeout(timers.get(id));
    timers.delete(id);
    const tab = tabs.find(id);
    if (tab?.document == null || !tab.dirty) return;
    const { document } = tab;
    saving.set(id, document);
    const isLast = () => saving.get(id) === document;
    try {
      await (how === 'now' ? writeNow(tab) : write(tab, isLast));
      if (!isLast()) return;
      kept.set(id, document);
      draftFailure.value = null;
    } catch (thrown) {
      draftFailure.value = toAppError(thrown);
    }
    if (isLast()) saving.delete(id);
    const current = tabs.find(id);
    // Saved to its file, or closed, while the draft was written.
    if (!current?.dirty) await discard(id);
    // Edited meanwhile.
    else if (current.document !== document) follow(tabs.tabs);
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
        const isComing = timers.has(tab.id) || saving.has(tab.id);
        if (kept.get(tab.id) !== tab.document && !isComing) {
          timers.set(
            tab.id,
            setTimeout(
              () => void save(tab.id, 'later'),
              isLongDocument(tab.document) ? saveLongAfterMs : saveAfterMs,
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
    const waiting = new Set([...timers.keys(), ...saving.keys()]);
    await Promise.all([...waiting].map((id) => save(id, 'now')));
  }

  watch(() => tabs.tabs, follow, { immediate: true });
  on('app.quitRequested', () => {
    flushPendingEdits();
    follow(tabs.tabs);
    void flush();
  });
  return { flush };
}
