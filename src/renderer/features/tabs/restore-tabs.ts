import type { Draft, ListedDraft } from '#shared/domain/draft';
import type { Settings } from '#shared/domain/settings';
import { request } from '../../api/desk';
import { titleOfPath } from '../../lib/request-path';
import { openDraftText, openText } from '../../monaco/long-documents';
import type { OpenTab } from '../../stores/tabs';
import { blankTab, useTabsStore } from '../../stores/tabs';

async function tabOfDraft(draft: Draft): Promise<OpenTab> {
  return {
    ...blankTab(draft.id, draft.ref, draft.title),
    // One with a file is compared with it when it is shown.
    state: draft.ref === null ? 'ready' : 'waiting',
    // One with a file is taken apart by that file, when it is read.
    document: await (draft.ref === null ? openDraftText(draft.text) : openText(draft.text)),
    baseRevision: draft.baseRevision,
    dirty: true,
  };
}

/** The tabs of the last session with their drafts; drafts that belong to no tab (after a crash) come last. */
export async function restoredTabs(
  settings: Settings,
  drafts: readonly Draft[],
): Promise<OpenTab[]> {
  const left = new Map(drafts.map((draft) => [draft.id, draft]));
  const tabs: OpenTab[] = [];
  for (const { draftId, ref } of settings.tabs) {
    const draft = draftId === null ? undefined : left.get(draftId);
    if (draft !== undefined) {
      left.delete(draft.id);
      tabs.push(await tabOfDraft(draft));
    } else if (ref !== null) {
      tabs.push(blankTab(crypto.randomUUID(), ref, titleOfPath(ref.path)));
    }
  }
  for (const draft of left.values()) {
    const fresh = await tabOfDraft(draft);
    const unread = tabs.findIndex(
      ({ ref, dirty }) =>
        !dirty && ref !== null && ref.root === draft.ref?.root && ref.path === draft.ref.path,
    );
    if (unread === -1) tabs.push(fresh);
    else tabs[unread] = fresh;
  }
  return tabs;
}

/** A listed draft with the rest of its text; null where that cannot be read. It stays on disk all the same. */
async function wholeDraft({ rest, ...draft }: ListedDraft): Promise<Draft | null> {
  let { text } = draft;
  const length = text.length + rest;
  try {
    while (text.length < length) {
      const slice = await request('drafts.read', { id: draft.id, at: text.length });
      if (slice === '') return null;
      text += slice;
    }
  } catch {
    return null;
  }
  return { ...draft, text };
}

/** The unsaved edits on disk. Without readable drafts the saved requests still open. */
export async function listDrafts(): Promise<readonly Draft[]> {
  const listed = await request('drafts.list', {}).catch((): readonly ListedDraft[] => []);
  const drafts: Draft[] = [];
  for (const one of listed) {
    const draft = await wholeDraft(one);
    if (draft !== null) drafts.push(draft);
  }
  return drafts;
}

/** Puts back what was open, with unsaved edits. */
export async function restoreTabs(settings: Settings, drafts: readonly Draft[]): Promise<void> {
  useTabsStore().restore(await restoredTabs(settings, drafts), settings.activeTab);
}
