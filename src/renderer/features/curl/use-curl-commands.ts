import { useCommand } from '../../composables/use-command';
import { useViewStore } from '../../stores/view';
import { useCurl } from './use-curl';

/** Paste and copy as curl, for palette and menus. */
export function useCurlCommands(): void {
  const views = useViewStore();
  const { paste, canCopy, copyActive } = useCurl();
  const copyable = () => views.view === 'workbench' && canCopy();

  useCommand('curl.paste', () => paste());
  useCommand('curl.copyBash', () => copyActive('bash'), copyable);
  useCommand('curl.copyCmd', () => copyActive('cmd'), copyable);
  useCommand('curl.copyPowershell', () => copyActive('powershell'), copyable);
}
