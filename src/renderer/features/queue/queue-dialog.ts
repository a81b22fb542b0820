import { shallowRef } from 'vue';
import type { Environment } from '#shared/domain/environment';
import type { GateReport } from '#shared/domain/gate';
import type { QueueEntry } from '#shared/domain/queue';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import type { TypedConfirmation } from '../../stores/dispatches';

/** What gets a moment: a request as it stood when it was asked for, or what is queued already. */
export type Subject =
  | {
      readonly kind: 'new';
      readonly environment: Environment;
      readonly outgoing: OutgoingRequest;
      readonly report: GateReport;
    }
  | { readonly kind: 'move'; readonly entry: QueueEntry };

/** The dialog of the queue that is open. */
export type QueueDialog =
  | { readonly step: 'when'; readonly subject: Subject }
  | {
      readonly step: 'confirm';
      readonly report: GateReport;
      readonly environment: Environment;
      readonly requestName: string;
      readonly label: string;
      readonly go: (confirmations: readonly TypedConfirmation[]) => Promise<void>;
    }
  | {
      readonly step: 'blocked';
      readonly report: GateReport;
      readonly environmentId: string;
    };

export const queueDialog = shallowRef<QueueDialog | null>(null);
/** Whether the list of what is queued is open. */
export const queueOpen = shallowRef(false);
