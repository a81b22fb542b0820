import { shallowRef } from 'vue';
import type { Environment } from '#shared/domain/environment';
import type { GateReport } from '#shared/domain/gate';
import type { QueueEntry } from '#shared/domain/queue';
import type { AppError } from '#shared/errors';
import { toAppError } from '../../api/desk';
import { errorText } from '../../i18n/error-text';
import { useText } from '../../i18n/use-text';
import { showToast } from '../../lib/toasts';
import type { TypedConfirmation } from '../../stores/dispatches';
import { useEnvironmentsStore } from '../../stores/environments';
import { useQueueStore } from '../../stores/queue';
import { useViewStore } from '../../stores/view';
import { type Subject, queueDialog, queueOpen } from './queue-dialog';

/** The last thing the queue refused to do, until it does something. */
export const queueError = shallowRef<AppError | null>(null);

type Go = (confirmations: readonly TypedConfirmation[]) => Promise<void>;

export interface QueueActions {
  sendNow(entry: QueueEntry): Promise<void>;
  remove(entry: QueueEntry): Promise<void>;
  /** Gives it its moment; asks for what the gate wants typed. Rejects with what main refused. */
  place(subject: Subject, dueAt: string): Promise<void>;
}

export function useQueueActions(): QueueActions {
  const { t, language } = useText();
  const queue = useQueueStore();
  const environments = useEnvironmentsStore();
  const views = useViewStore();

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      queueError.value = null;
    } catch (thrown) {
      queueError.value = toAppError(thrown);
    }
  }

  /** What the gate wants before it lets this go: words typed, a look at what changed, or a change. */
  function askFirst(
    report: GateReport,
    environmentId: string,
    requestName: string | null,
    label: string,
    go: Go,
  ): void {
    const environment: Environment | undefined = environments.environments.find(
      ({ id }) => id === environmentId,
    );
    const blocked = report.verdict === 'blocked' || environment === undefined;
    queueOpen.value = false;
    queueDialog.value = blocked
      ? { step: 'blocked', report, environmentId }
      : { step: 'confirm', report, environment, requestName: requestName ?? '', label, go };
  }

  async function send(
    entry: QueueEntry,
    confirmations: readonly TypedConfirmation[] | null,
  ): Promise<void> {
    const answer = await queue.sendNow(entry.id, confirmations);
    if (!answer.sent) {
      const go: Go = (typed) => send(entry, typed);
      const { environmentId, requestName } = entry;
      askFirst(answer.report, environmentId, requestName, t('queue.confirm.send'), go);
      return;
    }
    // What is in its hold is answered where it was sent from.
    if (entry.kind === 'hold' && entry.state === 'waiting') return;
    const { id, outcome, requestName } = answer.dispatch;
    const name = requestName ?? t('queue.unnamed');
    showToast(t('queue.sent', { name, outcome: t(`outcomes.${outcome}`) }), {
      label: t('queue.show'),
      run: () => views.showDispatch(id),
    });
  }

  async function place(
    subject: Subject,
    dueAt: string,
    confirmations: readonly TypedConfirmation[] | null = null,
  ): Promise<void> {
    const answer =
      subject.kind === 'new'
        ? await queue.schedule(subject.environment.id, subject.outgoing, dueAt, confirmations ?? [])
        : await queue.reschedule(subject.entry.id, dueAt, confirmations);
    if (answer.done) {
      queueDialog.value = null;
      return;
    }
    const [environmentId, name] =
      subject.kind === 'new'
        ? [subject.environment.id, subject.outgoing.name]
        : [subject.entry.environmentId, subject.entry.requestName];
    askFirst(answer.report, environmentId, name, t('queue.confirm.schedule'), (typed) =>
      place(subject, dueAt, typed),
    );
  }

  return {
    sendNow: (entry) => attempt(() => send(entry, null)),
    remove: (entry) =>
      attempt(async () => {
        const { undoToken } = await queue.remove(entry.id);
        const restore = async (): Promise<void> => {
          await queue.restore(undoToken).catch((thrown: unknown) => {
            showToast(errorText(toAppError(thrown), language.value));
          });
        };
        showToast(t('queue.removed'), { label: t('common.undo'), run: restore });
      }),
    place,
  };
}
