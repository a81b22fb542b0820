import { watch } from 'vue';
import { useEventListener } from '@vueuse/core';
import { on } from '../../api/desk';
import { useCommand } from '../../composables/use-command';
import type { CommandId } from '../../lib/commands';
import { afterPendingEdits } from '../../lib/pending-edits';
import { useDispatchesStore } from '../../stores/dispatches';
import type { OpenTab } from '../../stores/tabs';
import { useTabsStore } from '../../stores/tabs';
import { useViewStore } from '../../stores/view';
import { collectionDialog } from '../collections/use-collection-actions';
import { useTabClosing } from './use-tab-closing';
import { useTabFiles } from './use-tab-files';

/** The commands of open tabs, and the reading of their files. */
export function useTabCommands(): void {
  const tabs = useTabsStore();
  const views = useViewStore();
  const dispatches = useDispatchesStore();
  const files = useTabFiles();
  const { close } = useTabClosing();
  const inWorkbench = () => views.view === 'workbench';
  const hasTab = () => inWorkbench() && tabs.active !== null;

  async function save(tab: OpenTab): Promise<void> {
    if (tab.ref === null) collectionDialog.value = { kind: 'save', tab };
    else await files.save(tab);
  }

  useCommand(
    'request.save',
    async () => {
      const { activeId } = tabs;
      const tab = await afterPendingEdits(() => (activeId === null ? null : tabs.find(activeId)));
      if (tab !== null) await save(tab);
    },
    hasTab,
  );
  useCommand(
    'request.saveAll',
    async () => {
      const all = await afterPendingEdits(() => tabs.tabs);
      for (const tab of all) if (tab.dirty && tab.ref !== null) await files.save(tab);
      const unnamed = tabs.tabs.find(({ dirty, ref }) => dirty && ref === null);
      if (unnamed !== undefined) await save(unnamed);
    },
    inWorkbench,
  );
  useCommand(
    'tab.close',
    () => {
      if (tabs.active !== null) close(tabs.active);
    },
    hasTab,
  );
  useCommand(
    'tab.reopen',
    () => {
      views.show('workbench');
      tabs.reopen();
    },
    () => tabs.closed.length > 0,
  );
  useCommand('tab.next', () => tabs.step(1), hasTab);
  useCommand('tab.previous', () => tabs.step(-1), hasTab);

  function goTo(tab: OpenTab | undefined): void {
    if (tab !== undefined) tabs.activate(tab.id);
  }
  const numbered: readonly CommandId[] = [
    'tab.go1',
    'tab.go2',
    'tab.go3',
    'tab.go4',
    'tab.go5',
    'tab.go6',
    'tab.go7',
    'tab.go8',
  ];
  for (const [index, id] of numbered.entries()) {
    useCommand(id, () => goTo(tabs.tabs[index]), inWorkbench);
  }
  useCommand('tab.goLast', () => goTo(tabs.tabs.at(-1)), inWorkbench);

  // A tab's file is read when it is shown, so that a start with many tabs reads one.
  watch(
    () => tabs.active,
    (tab) => {
      if (tab?.state === 'waiting') void files.load(tab);
    },
    { immediate: true },
  );

  async function compareAll(): Promise<void> {
    const all = await afterPendingEdits(() => tabs.tabs);
    for (const tab of all) if (tab.ref !== null) await files.compare(tab);
  }
  on('collections.changed', () => void compareAll());
  useEventListener(window, 'focus', () => void compareAll());

  // What was closed can be reopened; its answer is in the history.
  watch(
    () => tabs.tabs.map(({ id }) => id),
    (ids, before) => {
      for (const id of before) if (!ids.includes(id)) dispatches.forget(id);
    },
  );
}
