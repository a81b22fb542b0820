import { onScopeDispose } from 'vue';
import { themes } from '#shared/domain/theme';
import { on } from '../../api/desk';
import { useCommand } from '../../composables/use-command';
import { useSidebar } from '../../composables/use-sidebar';
import { isCommandId, runCommand } from '../../lib/commands';
import { useSettingsStore } from '../../stores/settings';
import { useViewStore } from '../../stores/view';

/** The commands of the window itself. Those of requests, tabs and environments live with their features. */
export function useShellCommands(): void {
  const settings = useSettingsStore();
  const views = useViewStore();
  const sidebar = useSidebar();

  useCommand('history.show', () => views.show('history'));
  useCommand('runs.show', () => views.showRuns());
  // Not before it is needed: what a run is set up with.
  useCommand('run.new', async () => (await import('../runs/set-up-run')).setUpRunOfActive());
  useCommand('settings.show', () => views.showSettings());
  useCommand('collections.show', async () => {
    // Pressed again it hides the sidebar, like the rail of an editor.
    if (views.view === 'workbench') await sidebar.toggle();
    else views.show('workbench');
  });
  useCommand('sidebar.toggle', sidebar.toggle, () => ['workbench', 'suite'].includes(views.view));
  useCommand(
    'split.toggle',
    () => {
      const below = settings.current.layout.answerPosition === 'right';
      return settings.updateLayout({ answerPosition: below ? 'below' : 'right' });
    },
    () => views.view === 'workbench',
  );
  useCommand('theme.next', () => {
    const index = themes.indexOf(settings.current.theme);
    return settings.update({ theme: themes[(index + 1) % themes.length] ?? 'system' });
  });

  onScopeDispose(
    on('command.invoked', ({ commandId }) => {
      if (isCommandId(commandId)) runCommand(commandId);
    }),
  );
}
