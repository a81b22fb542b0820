import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { QueueAnswer, QueueEntry, QueueSending } from '#shared/domain/queue';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import type { RouteOutput } from '#shared/ipc/contract';
import { on, request } from '../api/desk';
import { requestWithBody } from '../api/request-with-body';
import type { TypedConfirmation } from './dispatches';

const plain = (confirmations: readonly TypedConfirmation[]) =>
  confirmations.map((confirmation) => ({ ...confirmation }));

/** What waits in main to be sent: sends in their hold, scheduled ones, and those that ask. */
export const useQueueStore = defineStore('queue', () => {
  const entries = shallowRef<readonly QueueEntry[]>([]);
  /** Without what is in its hold: that is shown where it was sent from. The next due comes first. */
  const listed = computed(() =>
    entries.value
      .filter(({ kind, state }) => kind === 'scheduled' || state === 'asking')
      .sort((one, other) => one.dueAt.localeCompare(other.dueAt)),
  );
  const asking = computed(() => listed.value.filter(({ state }) => state === 'asking'));

  async function load(): Promise<void> {
    const before = entries.value;
    on('queue.changed', (changed) => {
      entries.value = changed;
    });
    const first = await request('queue.list', {});
    // What was heard meanwhile is newer.
    if (entries.value === before) entries.value = first;
  }

  /** The send of that attempt while it is in its hold. */
  function heldBy(attemptId: string | null): QueueEntry | null {
    const found = entries.value.find(({ id, state }) => id === attemptId && state === 'waiting');
    return found ?? null;
  }

  async function schedule(
    environmentId: string,
    outgoing: OutgoingRequest,
    dueAt: string,
    confirmations: readonly TypedConfirmation[],
  ): Promise<QueueAnswer> {
    return requestWithBody('queue.schedule', {
      environmentId,
      request: {
        ...outgoing,
        variables: outgoing.variables.map((variable) => ({ ...variable })),
      },
      dueAt,
      confirmations: plain(confirmations),
    });
  }

  async function sendNow(
    id: string,
    confirmations: readonly TypedConfirmation[] | null,
  ): Promise<QueueSending> {
    const given = confirmations === null ? null : plain(confirmations);
    return request('queue.sendNow', { id, confirmations: given });
  }

  async function reschedule(
    id: string,
    dueAt: string,
    confirmations: readonly TypedConfirmation[] | null,
  ): Promise<QueueAnswer> {
    const given = confirmations === null ? null : plain(confirmations);
    return request('queue.reschedule', { id, dueAt, confirmations: given });
  }

  async function remove(id: string): Promise<RouteOutput<'queue.remove'>> {
    return request('queue.remove', { id });
  }

  async function restore(undoToken: string): Promise<void> {
    await request('queue.restore', { undoToken });
  }

  return { entries, listed, asking, load, heldBy, schedule, sendNow, reschedule, remove, restore };
});
