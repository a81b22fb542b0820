import { useCommand } from '../../composables/use-command';
import { useTabsStore } from '../../stores/tabs';
import { suiteDialog } from './suite-dialog';

/** The command that makes a test matrix, for palette and menus alike. */
export function useSuiteCommands(): void {
  const tabs = useTabsStore();
  useCommand('suite.new', () => {
    suiteDialog.value = { request: tabs.active?.ref ?? null };
  });
}
