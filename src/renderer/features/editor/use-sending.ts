import type { ComputedRef, ShallowRef } from 'vue';
import { computed, shallowRef } from 'vue';
import type { Environment } from '#shared/domain/environment';
import type { GateReport } from '#shared/domain/gate';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import { request, toAppError } from '../../api/desk';
import { flushPendingEdits } from '../../lib/pending-edits';
import { hasPart } from '../../lib/window-parts';
import type { TypedConfirmation } from '../../stores/dispatches';
import { useDispatchesStore } from '../../stores/dispatches';
import { useEnvironmentsStore } from '../../stores/environments';
import type { OpenTab } from '../../stores/tabs';
import { useTabsStore } from '../../stores/tabs';

/** What is sent once a person has typed what the gate asks for. Taken when Send was pressed, and not changed since. */
export interface PendingSend {
  readonly tabId: string;
  readonly environment: Environment;
  readonly outgoing: OutgoingRequest;
  readonly report: GateReport;
}

export interface Sending {
  readonly pending: Readonly<ShallowRef<PendingSend | null>>;
  readonly canSend: ComputedRef<boolean>;
  readonly inFlight: ComputedRef<boolean>;
  send(): Promise<void>;
  cancel(): Promise<void>;
  confirm(confirmations: readonly TypedConfirmation[]): Promise<void>;
  dismiss(): void;
  /** Asks the gate and sends nothing. */
  check(): Promise<GateReport | null>;
}

/** The request of a tab as it stands; null for what cannot be sent. */
export function outgoingOf(tab: OpenTab): OutgoingRequest | null {
  if (tab.document?.mode !== 'request') return null;
  const { endpoint, bodyText, variables } = tab.document;
  return {
    endpoint,
    bodyText,
    variables: variables.map((variable) => ({ ...variable })),
    name: tab.title,
    ref: tab.ref === null ? null : { ...tab.ref },
  };
}

const pending = shallowRef<PendingSend | null>(null);
/** Between the press of Send and the gate's answer; a second press must not start a second send. */
const checking = shallowRef(false);

export function useSending(): Sending {
  const tabs = useTabsStore();
  const environments = useEnvironmentsStore();
  const dispatches = useDispatchesStore();

  const inFlight = computed(
    () => tabs.activeId !== null && dispatches.of(tabs.activeId).inFlight !== null,
  );
  const canSend = computed(
    () =>
      tabs.active?.document?.mode === 'request' &&
      environments.active !== null &&
      // Not before the window says where to and to whom.
      hasPart('tools') &&
      !inFlight.value &&
      !checking.value &&
      pending.value === null,
  );

  async function send(): Promise<void> {
    flushPendingEdits();
    const tab = tabs.active;
    const environment = environments.active;
    const outgoing = tab === null ? null : outgoingOf(tab);
    if (!canSend.value || tab === null || environment === null || outgoing === null) return;
    checking.value = true;
    try {
      const report = await request('dispatch.check', {
        environmentId: environment.id,
        request: outgoing,
      });
      if (report.verdict === 'needs_confirmation') {
        pending.value = { tabId: tab.id, environment, outgoing, report };
        return;
      }
      // What the gate blocks is sent to it all the same: it says no, and the history keeps that it did.
      void dispatches.send(tab.id, environment.id, outgoing, []);
    } catch (thrown) {
      dispatches.fail(tab.id, toAppError(thrown));
    } finally {
      checking.value = false;
    }
  }

  async function confirm(confirmations: readonly TypedConfirmation[]): Promise<void> {
    const confirmed = pending.value;
    pending.value = null;
    if (confirmed === null) return;
    const { tabId, environment, outgoing } = confirmed;
    await dispatches.send(tabId, environment.id, outgoing, confirmations);
  }

  async function check(): Promise<GateReport | null> {
    flushPendingEdits();
    const tab = tabs.active;
    const outgoing = tab === null ? null : outgoingOf(tab);
    if (tab === null || outgoing === null || environments.active === null) return null;
    return request('dispatch.check', {
      environmentId: environments.active.id,
      request: outgoing,
    });
  }

  return {
    pending,
    canSend,
    inFlight,
    send,
    cancel: async () => {
      if (tabs.activeId !== null) await dispatches.cancel(tabs.activeId);
    },
    confirm,
    dismiss: () => {
      pending.value = null;
    },
    check,
  };
}
