import { shallowRef } from 'vue';
import type { RequestRef } from '#shared/domain/request';
import { toAppError } from '../../api/desk';
import { useText } from '../../i18n/use-text';
import { flushPendingEdits } from '../../lib/pending-edits';
import { movedRef } from '../../lib/request-path';
import { showToast } from '../../lib/toasts';
import { useCollectionsStore } from '../../stores/collections';
import type { OpenTab } from '../../stores/tabs';
import { useTabsStore } from '../../stores/tabs';
import { useViewStore } from '../../stores/view';
import { newRequestText } from './new-request';

/** The dialog that is open: what it asks, and what happens with the answer. */
export type CollectionDialog =
  | {
      readonly kind: 'name';
      readonly title: string;
      readonly action: string;
      readonly initial: string;
      readonly submit: (name: string) => Promise<void>;
    }
  | { readonly kind: 'save'; readonly tab: OpenTab };

export const collectionDialog = shallowRef<CollectionDialog | null>(null);

/** A saved request, a test matrix or a folder. */
export interface TreeTarget {
  readonly kind: 'folder' | 'request' | 'suite';
  readonly ref: RequestRef;
  readonly name: string;
}

export interface CollectionActions {
  newRequest(): void;
  newRequestIn(root: string, folder: string): void;
  newFolder(root: string, folder: string): void;
  rename(target: TreeTarget): void;
  duplicate(target: TreeTarget): Promise<void>;
  remove(target: TreeTarget): Promise<void>;
  reveal(root: string, path: string): Promise<void>;
  addFolder(): Promise<void>;
  removeFolder(root: string): Promise<void>;
}

export function useCollectionActions(): CollectionActions {
  const { t } = useText();
  const collections = useCollectionsStore();
  const tabs = useTabsStore();
  const views = useViewStore();

  /** Failures of actions without a place of their own. */
  async function orSay(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      showToast(t(`errors.${toAppError(thrown).code}`));
    }
  }

  function moveTabs(from: RequestRef, to: RequestRef): void {
    for (const tab of tabs.tabs) {
      const ref = tab.ref === null ? null : movedRef(tab.ref, from, to);
      if (ref !== null) tabs.relocate(tab.id, ref);
    }
    const suite = views.suite === null ? null : movedRef(views.suite, from, to);
    if (suite !== null) views.suite = suite;
  }

  /** What was deleted need not stay open, unless there are edits that are nowhere else. */
  function closeUnedited(removed: RequestRef): void {
    for (const tab of tabs.tabs) {
      const gone = tab.ref !== null && movedRef(tab.ref, removed, removed) !== null;
      if (gone && !tab.dirty) tabs.close(tab.id);
    }
    if (views.suite !== null && movedRef(views.suite, removed, removed) !== null) {
      views.closeSuite();
    }
  }

  function askName(
    title: string,
    action: string,
    initial: string,
    submit: (name: string) => Promise<void>,
  ): void {
    collectionDialog.value = { kind: 'name', title, action, initial, submit };
  }

  return {
    newRequest() {
      tabs.openNew(t('collections.untitled'), newRequestText());
    },

    newRequestIn(root, folder) {
      askName(t('commands.requestNew'), t('collections.create'), '', async (name) => {
        const { ref } = await collections.create(root, folder, name, newRequestText());
        tabs.open(ref, false);
      });
    },

    newFolder(root, folder) {
      askName(t('collections.newFolder'), t('collections.create'), '', async (name) => {
        await collections.createFolder(root, folder, name);
      });
    },

    rename({ ref, name }) {
      askName(t('collections.rename'), t('collections.rename'), name, async (newName) => {
        if (newName === name) return;
        flushPendingEdits();
        moveTabs(ref, await collections.rename(ref, newName));
      });
    },

    duplicate: ({ kind, ref }) =>
      orSay(async () => {
        const copy = await collections.duplicate(ref);
        if (kind === 'suite') views.showSuite(copy);
        else tabs.open(copy, false);
      }),

    remove: ({ ref, name }) =>
      orSay(async () => {
        const undoToken = await collections.remove(ref);
        closeUnedited(ref);
        showToast(t('collections.deleted', { name }), {
          label: t('common.undo'),
          run: () =>
            orSay(async () => {
              moveTabs(ref, await collections.restore(undoToken));
            }),
        });
      }),

    reveal: (root, path) => orSay(() => collections.reveal(root, path)),

    addFolder: () =>
      orSay(async () => {
        await collections.addFolder();
      }),

    removeFolder: (root) => orSay(() => collections.removeFolder(root)),
  };
}
