import PQueue from 'p-queue';
import type { EndpointPath } from '#shared/braze/endpoints';
import { type QuotaClass, quotaClassesOf, uniqueAudienceKey } from '#shared/braze/quota';
import { readRateLimitHeaders } from '#shared/braze/rate-limit-headers';
import type { Headers } from '#shared/domain/dispatch';
import type { QuotaView } from '#shared/domain/quota-view';
import type { ParsedInput } from '#shared/ipc/contract';
import type { Publish } from '../publish';
import {
  type QuotaWindow,
  corrected,
  currentWindow,
  meantQuota,
  withCall,
  withoutCall,
} from './quota-window';

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
      readonly quota: QuotaClass;
      readonly limit: number;
      readonly resetAtMs: number;
    };

/** Counts calls of each environment against its allowances. */
export interface Limiter {
  /** Waits for a turn, then takes the call off every allowance it draws from. */
  acquire(call: {
    readonly environmentId: string;
    readonly endpoint: EndpointPath;
    readonly body: unknown;
    readonly signal: AbortSignal;
  }): Promise<Permit | Refusal>;
  /** The hourly pool; null before the first call. */
  get(input: ParsedInput<'quota.get'>): Promise<QuotaView | null>;
}

/** What the limiter needs. */
export interface LimiterDeps {
  /** Epoch milliseconds. */
  now(): number;
  readonly publish: Publish;
  /** Calls of one environment that may be on their way at once. Default 6. */
  readonly concurrency?: number;
}

interface Account {
  readonly queue: PQueue;
  readonly windows: Map<string, QuotaWindow>;
  onTheirWay: number;
  calls: number;
}

/** An allowance of a call: its class and, for audiences, which one. */
interface Draw {
  readonly quota: QuotaClass;
  readonly key: string;
}

/** A limiter that starts from the vendor's figures and is put right by each answer. */
export function createLimiter({ now, publish, concurrency = 6 }: LimiterDeps): Limiter {
  const accounts = new Map<string, Account>();

  const accountOf = (environmentId: string): Account => {
    const known = accounts.get(environmentId);
    if (known !== undefined) return known;
    const account = {
      queue: new PQueue({ concurrency }),
      windows: new Map(),
      onTheirWay: 0,
      calls: 0,
    };
    accounts.set(environmentId, account);
    return account;
  };

  const windowOf = (account: Account, { quota, key }: Draw): QuotaWindow =>
    currentWindow(quota, account.windows.get(key), now());

  const viewOf = (environmentId: string): QuotaView | null => {
    const account = accounts.get(environmentId);
    if (account === undefined || !account.windows.has('pool')) return null;
    const { limit, remaining, resetAtMs, source } = windowOf(account, {
      quota: 'pool',
      key: 'pool',
    });
    return { environmentId, limit, remaining, resetAtMs, source };
  };

  const change = (environmentId: string, account: Account, work: () => void): void => {
    const before = JSON.stringify(viewOf(environmentId));
    work();
    const after = viewOf(environmentId);
    if (after !== null && JSON.stringify(after) !== before) publish('quota.changed', after);
    dropEnded(account, now());
  };

  const takeTurn = (
    environmentId: string,
    account: Account,
    draws: readonly Draw[],
    release: () => void,
  ): Permit | Refusal => {
    const empty = draws
      .map((draw) => windowOf(account, draw))
      .find(({ remaining }) => remaining <= 0);
    if (empty !== undefined) {
      release();
      const { quota, limit, resetAtMs } = empty;
      return { granted: false, reason: 'quota', quota, limit, resetAtMs };
    }
    account.calls += 1;
    account.onTheirWay += 1;
    const call = account.calls;
    change(environmentId, account, () => {
      for (const draw of draws) account.windows.set(draw.key, withCall(windowOf(account, draw)));
    });

    const finish = (work: () => void): void => {
      account.onTheirWay -= 1;
      change(environmentId, account, work);
      release();
    };
    return {
      granted: true,
      refund: () =>
        finish(() => {
          for (const draw of draws)
            account.windows.set(draw.key, withoutCall(windowOf(account, draw)));
        }),
      settle: (answer) =>
        finish(() => {
          if (answer === null) return;
          const nowMs = now();
          const reading = readRateLimitHeaders(answer.headers, nowMs);
          const classes = draws.map(({ quota }) => quota);
          const meant = meantQuota(classes, reading, nowMs);
          const draw = draws.find(({ quota }) => quota === meant);
          if (draw === undefined) return;
          const { onTheirWay } = account;
          const heard = { reading, status: answer.status, call, onTheirWay, nowMs };
          account.windows.set(draw.key, corrected(windowOf(account, draw), heard));
        }),
    };
  };

  return {
    async acquire({ environmentId, endpoint, body, signal }) {
      const account = accountOf(environmentId);
      const draws = drawsOf(endpoint, body);
      return await new Promise((resolve) => {
        const cancel = (): void => resolve({ granted: false, reason: 'cancelled' });
        if (signal.aborted) {
          cancel();
          return;
        }
        signal.addEventListener('abort', cancel, { once: true });
        // The turn lasts until the permit is settled: it holds the place of a call on its way.
        void account.queue.add(
          () =>
            new Promise<void>((release) => {
              signal.removeEventListener('abort', cancel);
              if (signal.aborted) release();
              else resolve(takeTurn(environmentId, account, draws, release));
            }),
        );
      });
    },
    get: ({ environmentId }) => Promise.resolve(viewOf(environmentId)),
  };
}

function drawsOf(endpoint: EndpointPath, body: unknown): readonly Draw[] {
  return quotaClassesOf(endpoint, body).map((quota) => ({
    quota,
    key: quota === 'audience' ? `audience ${uniqueAudienceKey(endpoint, body) ?? ''}` : quota,
  }));
}

/** Forgets audiences that were not written to for a window: there may be any number of them. */
function dropEnded({ windows }: Account, nowMs: number): void {
  for (const [key, { quota, resetAtMs }] of windows) {
    if (quota === 'audience' && resetAtMs <= nowMs) windows.delete(key);
  }
}
