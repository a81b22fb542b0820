import { CalendarClock } from '@lucide/vue';
import type { MenuItem } from '../../components/menu-item';
import { toAppError } from '../../api/desk';
import { requestWithBody } from '../../api/request-with-body';
import { useText } from '../../i18n/use-text';
import { runCommand } from '../../lib/commands';
import { afterPendingEdits } from '../../lib/pending-edits';
import { useDispatchesStore } from '../../stores/dispatches';
import { useEnvironmentsStore } from '../../stores/environments';
import { useTabsStore } from '../../stores/tabs';
import { outgoingOf, useSending } from '../editor/use-sending';
import { queueDialog } from './queue-dialog';

export interface SendAt {
  possible(): boolean;
  /** Asks for the moment at which the request in front is to leave, as it stands now. */
  ask(): Promise<void>;
  menu(): MenuItem[];
}

export function useSendAt(): SendAt {
  const { t } = useText();
  const tabs = useTabsStore();
  const environments = useEnvironmentsStore();
  const dispatches = useDispatchesStore();
  const { canSend } = useSending();

  async function ask(): Promise<void> {
    const { activeId: tabId } = tabs;
    const environment = environments.active;
    if (tabId === null || environment === null) return;
    const outgoing = await afterPendingEdits(() => {
      const tab = tabs.find(tabId);
      return tab === null ? null : outgoingOf(tab);
    });
    if (outgoing === null) return;
    try {
      const environmentId = environment.id;
      const report = await requestWithBody('dispatch.check', { environmentId, request: outgoing });
      queueDialog.value =
        report.verdict === 'blocked'
          ? { step: 'blocked', report, environmentId }
          : { step: 'when', subject: { kind: 'new', environment, outgoing, report } };
    } catch (thrown) {
      dispatches.fail(tabId, toAppError(thrown));
    }
  }

  return {
    possible: () => canSend.value,
    ask,
    menu: () => [
      {
        id: 'send-at',
        label: t('commands.requestSendAt'),
        icon: CalendarClock,
        disabled: !canSend.value,
        run: () => void runCommand('request.sendAt'),
      },
      { kind: 'separator', id: 'send-at-separator' },
    ],
  };
}
