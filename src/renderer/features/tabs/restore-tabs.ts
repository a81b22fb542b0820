import type { Draft } from '#shared/domain/draft';
import type { Settings } from '#shared/domain/settings';
import { request } from '../../api/desk';
import { recoverDocument } from '../../lib/recover-document';
import { titleOfPath } from '../../lib/request-path';
import { openDocument } from '../../lib/tab-document';
import type { OpenTab } from '../../stores/tabs';
import { blankTab, useTabsStore } from '../../stores/tabs';

function tabOfDraft(draft: Draft): OpenTab {
  return {
    ...blankTab(draft.id, draft.ref, draft.title),
    // One with a file is compared with it when it is shown.
    state: draft.ref === null ? 'ready' : 'waiting',
    // One with a file is taken apart by that file, when it is read.
    document: draft.ref === null ? recoverDocument(null, draft.text) : openDocument(draft.text),
    baseRevision: draft.baseRevision,
    dirty: true,
  };
}

/** The tabs of the last session with their drafts; drafts that belong to no tab (after a crash) come last. */
export function restoredTabs(settings: Settings, drafts: readonly Draft[]): OpenTab[] {
  const left = new Map(drafts.map((draft) => [draft.id, draft]));
  const tabs: OpenTab[] = [];
  for (const { draftId, ref } of settings.tabs) {
    const draft = draftId === null ? undefined : left.get(draftId);
    if (draft !== undefined) {
      left.delete(draft.id);
      tabs.push(tabOfDraft(draft));
    } else if (ref !== null) {
      tabs.push(blankTab(crypto.randomUUID(), ref, titleOfPath(ref.path)));
    }
  }
  for (const draft of left.values()) {
    const fresh = tabOfDraft(draft);
    const unread = tabs.findIndex(
      ({ ref, dirty }) =>
        !dirty && ref !== null && ref.root === draft.ref?.root && ref.path === draft.ref.path,
    );
    if (unread === -1) tabs.push(fresh);
    else tabs[unread] = fresh;
  }
  return tabs;
}

/** The unsaved edits on disk. Without readable drafts the saved requests still open. */
export function listDrafts(): Promise<readonly Draft[]> {
  return request('drafts.list', {}).catch((): readonly Draft[] => []);
}

/** Puts back what was open, with unsaved edits. */
export function restoreTabs(settings: Settings, drafts: readonly Draft[]): void {
  useTabsStore().restore(restoredTabs(settings, drafts), settings.activeTab);
}
