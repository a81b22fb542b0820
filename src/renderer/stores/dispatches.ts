import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import type { Confirmation } from '#shared/domain/gate';
import type { Dispatch } from '#shared/domain/dispatch';
import type { AppError } from '#shared/errors';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import type { DispatchProgress } from '#shared/ipc/events';
import { on, request, toAppError } from '../api/desk';
import { requestWithBody } from '../api/request-with-body';

export interface InFlight {
  readonly attemptId: string;
  /** Of `performance.now()`, for the running time. */
  readonly startedAtMs: number;
  readonly phase: DispatchProgress['phase'];
  readonly receivedBytes: number;
  readonly cancelling: boolean;
}

/** What one tab knows of its sending: what is under way, and the last answer or failure of the app. */
export interface TabDispatch {
  readonly inFlight: InFlight | null;
  readonly last: Dispatch | null;
  readonly error: AppError | null;
}

export interface TypedConfirmation {
  readonly kind: Confirmation['kind'];
  readonly text: string;
}

const nothing: TabDispatch = { inFlight: null, last: null, error: null };

export const useDispatchesStore = defineStore('dispatches', () => {
  /** Attempts that were cancelled and have not ended. */
  const cancelled = new Set<string>();
  const byTab = shallowReactive(new Map<string, TabDispatch>());

  function of(tabId: string): TabDispatch {
    return byTab.get(tabId) ?? nothing;
  }

  function patch(tabId: string, change: Partial<TabDispatch>): void {
    byTab.set(tabId, { ...of(tabId), ...change });
  }

  function patchInFlight(attemptId: string, change: Partial<InFlight>): void {
    for (const [tabId, state] of byTab) {
      if (state.inFlight?.attemptId === attemptId) {
        patch(tabId, { inFlight: { ...state.inFlight, ...change } });
      }
    }
  }

  function load(): void {
    on('dispatch.progressed', ({ attemptId, phase, receivedBytes }) =>
      patchInFlight(attemptId, { phase, receivedBytes }),
    );
  }

  /** Sends once. A tab sends one request at a time; a second press while one is in flight does nothing. */
  async function send(
    tabId: string,
    environmentId: string,
    outgoing: OutgoingRequest,
    confirmations: readonly TypedConfirmation[],
  ): Promise<void> {
    if (of(tabId).inFlight !== null) return;
    const attemptId = crypto.randomUUID();
    patch(tabId, {
      error: null,
      inFlight: {
        attemptId,
        startedAtMs: performance.now(),
        phase: 'waiting',
        receivedBytes: 0,
        cancelling: false,
      },
    });
    try {
      const last = await requestWithBody(
        'dispatch.send',
        {
          attemptId,
          environmentId,
          request: {
            ...outgoing,
            variables: outgoing.variables.map((variable) => ({ ...variable })),
          },
          confirmations: confirmations.map((confirmation) => ({ ...confirmation })),
        },
        // Cancelled before main has heard of it, it must not be heard of afterwards.
        () => !cancelled.has(attemptId),
      );
      patch(tabId, { inFlight: null, last });
    } catch (thrown) {
      patch(tabId, { inFlight: null, last: null, error: toAppError(thrown) });
    } finally {
      cancelled.delete(attemptId);
    }
  }

  async function cancel(tabId: string): Promise<void> {
    const { inFlight } = of(tabId);
    if (inFlight === null || inFlight.cancelling) return;
    cancelled.add(inFlight.attemptId);
    patchInFlight(inFlight.attemptId, { cancelling: true });
    // When it has just ended there is nothing left to cancel; its answer is on the way.
    await request('dispatch.cancel', { attemptId: inFlight.attemptId }).catch(() => undefined);
  }

  /** Puts an app error in the place of the answer. */
  function fail(tabId: string, error: AppError): void {
    patch(tabId, { error });
  }

  function forget(tabId: string): void {
    byTab.delete(tabId);
  }

  return { of, load, send, cancel, fail, forget };
});
