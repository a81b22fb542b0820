import type { ComputedRef, ShallowRef } from 'vue';
import { computed, shallowRef } from 'vue';
import type { Environment } from '#shared/domain/environment';
import type { GateReport } from '#shared/domain/gate';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import { toAppError } from '../../api/desk';
import { requestWithBody } from '../../api/request-with-body';
import { afterPendingEdits } from '../../lib/pending-edits';
import { hasPart } from '../../lib/window-parts';
import type { TypedConfirmation } from '../../stores/dispatches';
import { useDispatchesStore } from '../../stores/dispatches';
import { useEnvironmentsStore } from '../../stores/environments';
import type { OpenTab } from '../../stores/tabs';
import { useTabsStore } from '../../stores/tabs';
import type { GateCheck } from './gate-check';

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
  check(): Promise<GateCheck | null>;
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
    const { activeId: tabId } = tabs;
    const environment = environments.active;
    if (!canSend.value || tabId === null || environment === null) return;
    checking.value = true;
    try {
      const outgoing = await afterPendingEdits(() => {
        const tab = tabs.find(tabId);
        return tab === null ? null : outgoingOf(tab);
      });
      if (outgoing === null) return;
      const report = await requestWithBody('dispatch.check', {
        environmentId: environment.id,
        request: outgoing,
      });
      if (report.verdict === 'needs_confirmation') {
        pending.value = { tabId, environment, outgoing, report };
        return;
      }
      // What the gate blocks is sent to it all the same: it says no, and the history keeps that it did.
      void dispatches.send(tabId, environment.id, outgoing, []);
    } catch (thrown) {
      dispatches.fail(tabId, toAppError(thrown));
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

  async function check(): Promise<GateCheck | null> {
    const { activeId: tabId } = tabs;
    const environmentId = environments.active?.id;
    if (tabId === null || environmentId === undefined) return null;
    const [tab, outgoing] = await afterPendingEdits(() => {
      const found = tabs.find(tabId);
      return [found, found === null ? null : outgoingOf(found)] as const;
    });
    if (tab === null || outgoing === null) return null;
    const result = await requestWithBody('dispatch.check', {
      environmentId,
      request: outgoing,
    }).then(
      (report) => ({ report }),
      (thrown: unknown) => ({ error: toAppError(thrown) }),
    );
    return { tabId, document: tab.document, environmentId, result };
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
