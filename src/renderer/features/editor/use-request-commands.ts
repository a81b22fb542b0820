import { toAppError } from '../../api/desk';
import { useCommand } from '../../composables/use-command';
import { useEnvironmentsStore } from '../../stores/environments';
import { useTabsStore } from '../../stores/tabs';
import { useViewStore } from '../../stores/view';
import { gateCheck } from './gate-check';
import { useSending } from './use-sending';

/** Send, cancel and validate: the same for button, key, palette and menu. */
export function useRequestCommands(): void {
  const tabs = useTabsStore();
  const views = useViewStore();
  const environments = useEnvironmentsStore();
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
      const environmentId = environments.active?.id;
      if (environmentId === undefined) return;
      const answer = check().then(
        (report) => (report === null ? null : { report }),
        (thrown: unknown) => ({ error: toAppError(thrown) }),
      );
      const tab = tabs.active;
      const result = await answer;
      if (tab === null || result === null) return;
      gateCheck.value = { tabId: tab.id, document: tab.document, environmentId, result };
    },
    () => inWorkbench() && tabs.active?.document?.mode === 'request',
  );
}
