import type { EndpointPath } from '#shared/braze/endpoints';
import type { QuotaClass } from '#shared/braze/quota';
import type { Headers } from '#shared/domain/dispatch';
import type { QuotaView } from '#shared/domain/quota-view';
import type { ParsedInput } from '#shared/ipc/contract';

/** Leave to make one call. Exactly one of the two has to be called when it is over. */
export interface Permit {
  readonly granted: true;
  /** It left: takes over what the answer's headers say; null where there was no answer. */
  settle(answer: { readonly status: number; readonly headers: Headers } | null): void;
  /** It never left: gives the call back. */
  refund(): void;
}

/** No leave: cancelled while waiting, or nothing is left in this window. */
export type Refusal =
  | { readonly granted: false; readonly reason: 'cancelled' }
  | {
      readonly granted: false;
      readonly reason: 'quota';
      readonly quota: QuotaClass | 'said';
      readonly limit: number;
      readonly resetAtMs: number;
    };

/** How a run asks: it waits for the allowance, and leaves some of it to others. */
export interface RunTurn {
  /** Share of each allowance in percent that it does not touch. */
  readonly reservePercent: number;
  /** Told until when it waits, epoch milliseconds; null when it goes on. */
  onWait(untilMs: number | null): void;
}

/** What was used of an allowance in one window: by everybody else as far as the server told, and by us. */
export interface QuotaUse {
  readonly sinceMs: number;
  readonly limit: number;
  readonly others: number;
  readonly mine: number;
}

/** Counts calls of each environment against its allowances. */
export interface Limiter {
  /** Waits for a turn, then takes the call off every allowance it draws from. Only a run is not refused. */
  acquire(call: {
    readonly environmentId: string;
    readonly endpoint: EndpointPath;
    readonly body: unknown;
    readonly signal: AbortSignal;
    readonly run?: RunTurn;
  }): Promise<Permit | Refusal>;
  /** The tightest allowance that is not a minute's; null before the first call. */
  get(input: ParsedInput<'quota.get'>): Promise<QuotaView | null>;
  view(environmentId: string): QuotaView | null;
  /** Windows that have ended, oldest first, and the present one last; of the tightest allowance. */
  use(environmentId: string): readonly QuotaUse[];
  close(): void;
}
