import { onScopeDispose } from 'vue';
import { on } from '../../api/desk';
import { useCommand } from '../../composables/use-command';
import { useText } from '../../i18n/use-text';
import { showToast } from '../../lib/toasts';
import { useQueueStore } from '../../stores/queue';
import { useViewStore } from '../../stores/view';
import { queueOpen } from './queue-dialog';
import { useSendAt } from './use-send-at';

/** "Send at…" and the list, and word of what left at its moment. */
export function useQueueCommands(): void {
  const { t } = useText();
  const queue = useQueueStore();
  const views = useViewStore();
  const sendAt = useSendAt();

  useCommand('request.sendAt', sendAt.ask, () => views.view === 'workbench' && sendAt.possible());
  useCommand(
    'queue.show',
    () => {
      queueOpen.value = true;
    },
    () => queue.listed.length > 0,
  );
  onScopeDispose(
    on('queue.sent', ({ id, requestName, outcome }) => {
      const name = requestName ?? t('queue.unnamed');
      showToast(t('queue.sent', { name, outcome: t(`outcomes.${outcome}`) }), {
        label: t('queue.show'),
        run: () => views.showDispatch(id),
      });
    }),
  );
}
