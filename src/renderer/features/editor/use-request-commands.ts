import { useCommand } from '../../composables/use-command';
import { useTabsStore } from '../../stores/tabs';
import { useViewStore } from '../../stores/view';
import { gateCheck } from './gate-check';
import { useSending } from './use-sending';

/** Send, cancel and validate: the same for button, key, palette and menu. */
export function useRequestCommands(): void {
  const tabs = useTabsStore();
  const views = useViewStore();
  const { canSend, inFlight, send, cancel, check } = useSending();
  const inWorkbench = () => views.view === 'workbench';

  // Ctrl+Enter is one key for both, as Send and Cancel are one button.
  useCommand(
    'request.send',
    () => (inFlight.value ? cancel() : send()),
    () => inWorkbench() && (canSend.value || inFlight.value),
  );
  useCommand('request.cancel', cancel, () => inWorkbench() && inFlight.value);
  useCommand(
    'request.validate',
    async () => {
      const checked = await check();
      if (checked !== null) gateCheck.value = checked;
    },
    () => inWorkbench() && tabs.active?.document?.mode === 'request',
  );
}
