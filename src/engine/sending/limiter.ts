import { randomUUID } from 'node:crypto';
import type { EndpointPath } from '#shared/braze/endpoints';
import { type QuotaClass, quotaClassesOf, uniqueAudienceKey } from '#shared/braze/quota';
import { readRateLimitHeaders } from '#shared/braze/rate-limit-headers';
import type { Headers } from '#shared/domain/dispatch';
import type { QuotaView } from '#shared/domain/quota-view';
import type { ParsedInput } from '#shared/ipc/contract';
import type { Publish } from '../publish';
import { createOthersShare, type OthersShare } from './others-share';
import { createMemoryQuotaStore, type QuotaAccount, type QuotaStore } from './quota-store';
import { corrected, currentWindow, meantQuota, remainingOf, withCall } from './quota-window';
import type { QuotaWindow } from './quota-window';

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

/** What was used of allowances whose window has ended, and of the present one. */
export interface QuotaUse {
  readonly windows: number;
  readonly limit: number;
  readonly others: number;
  readonly mine: number;
  readonly present: { readonly limit: number; readonly others: number; readonly mine: number };
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
  use(environmentId: string): QuotaUse | null;
  close(): void;
}

/** What the limiter needs. */
export interface LimiterDeps {
  /** Epoch milliseconds. */
  now(): number;
  /** Milliseconds that only go forward, so that a clock that is set does no harm. Default: `now`. */
  monotonicMs?(): number;
  readonly publish: Publish;
  /** Single calls of one environment that may be on their way at once. Default 6. */
  readonly concurrency?: number;
  /** Default: of this process alone. */
  readonly store?: QuotaStore;
}

/** An allowance of a call: its class and, for audiences, which one. */
interface Draw {
  readonly quota: QuotaWindow['quota'];
  readonly key: string;
}

interface Waiter {
  readonly draws: readonly Draw[];
  /** What it was taken off when it was let go. */
  taken: readonly Draw[];
  readonly run: RunTurn | null;
  done(answer: Refusal | 'granted'): void;
}

/** An allowance with nothing left, and until when. */
interface Obstacle {
  readonly window: QuotaWindow;
  readonly untilMs: number;
}

/** What this process knows of an account by itself. */
interface Desk {
  readonly name: string;
  readonly waiters: Waiter[];
  readonly ops: ((account: QuotaAccount) => void)[];
  flights: Map<string, number>;
  readonly others: OthersShare;
  /** Ends of windows on the monotonic clock, by their end on the wall's. */
  readonly ends: Map<string, { readonly resetAtMs: number; readonly monoMs: number }>;
  readonly ended: { windows: number; limit: number; others: number; mine: number };
  singles: number;
  timer: NodeJS.Timeout | null;
  view: QuotaView | null;
  present: QuotaUse['present'] | null;
}

/**
 * The reset is told in whole seconds, rounded up or down: a run waits this much longer. What the server
 * itself says earlier counts at once.
 */
const resetMarginMs = 1000;
/** A process that did not touch its count for so long has ended. */
const goneAfterMs = 15 * 60_000;
/** How soon another process is looked for again. */
const busyMs = 3;
const pollMs = 40;
const longestWaitMs = 1000;
/** A clock that differs more than this from the server's is not trusted with its resets. */
const skewMs = 2500;

/** A limiter that starts from the vendor's figures and is put right by each answer. */
export function createLimiter(deps: LimiterDeps): Limiter {
  const { now, publish, concurrency = 6, store = createMemoryQuotaStore() } = deps;
  const mono = (): number => deps.monotonicMs?.() ?? now();
  const holder = randomUUID();
  const desks = new Map<string, Desk>();
  let closed = false;

  const deskOf = (name: string): Desk => {
    const known = desks.get(name);
    if (known !== undefined) return known;
    const desk: Desk = {
      name,
      waiters: [],
      ops: [],
      flights: new Map(),
      others: createOthersShare(),
      ends: new Map(),
      ended: { windows: 0, limit: 0, others: 0, mine: 0 },
      singles: 0,
      timer: null,
      view: null,
      present: null,
    };
    desks.set(name, desk);
    return desk;
  };

  /** The wall clock as far as it agrees with the one that only goes forward. */
  const nowFor = (desk: Desk, key: string, window: QuotaWindow | undefined): number => {
    const at = now();
    const end = window === undefined ? undefined : desk.ends.get(key);
    if (end === undefined || end.resetAtMs !== window?.resetAtMs) return at;
    const left = end.monoMs - mono();
    return left <= 0 ? Math.max(at, end.resetAtMs) : Math.min(at, end.resetAtMs - left);
  };
  const keepEnd = (desk: Desk, key: string, { resetAtMs }: QuotaWindow): void => {
    if (desk.ends.get(key)?.resetAtMs === resetAtMs) return;
    desk.ends.set(key, { resetAtMs, monoMs: mono() + resetAtMs - now() });
  };
  const windowOf = (desk: Desk, account: QuotaAccount, { quota, key }: Draw): QuotaWindow => {
    const known = account.windows[key];
    const window = currentWindow(quota, known, nowFor(desk, key, known));
    if (known !== undefined && window !== known) closeWindow(desk, known);
    account.windows[key] = window;
    keepEnd(desk, key, window);
    return window;
  };
  const closeWindow = (desk: Desk, { quota, limit, used, mine, heard }: QuotaWindow): void => {
    if (quota !== 'said' && quota !== 'pool') return;
    desk.others.forget();
    if (mine === 0 || !heard) return;
    desk.ended.windows += 1;
    desk.ended.limit += limit;
    desk.ended.others += Math.max(0, used - mine);
    desk.ended.mine += mine;
  };
  const inFlight = (account: QuotaAccount, key: string): number =>
    Object.values(account.flights).reduce((sum, { calls }) => sum + (calls[key] ?? 0), 0);
  const fly = (desk: Desk, account: QuotaAccount, draws: readonly Draw[], by: 1 | -1): void => {
    for (const { key } of draws) {
      const count = Math.max(0, (desk.flights.get(key) ?? 0) + by);
      if (count === 0) desk.flights.delete(key);
      else desk.flights.set(key, count);
    }
    account.flights[holder] = { atMs: now(), calls: Object.fromEntries(desk.flights) };
  };

  /** What keeps a call from leaving now; null when nothing does. */
  const obstacle = (desk: Desk, account: QuotaAccount, { draws, run }: Waiter): Obstacle | null => {
    const at = now();
    for (const draw of drawsNow(account, draws)) {
      const window = windowOf(desk, account, draw);
      const flying = inFlight(account, draw.key);
      if (run === null) {
        if (remainingOf(window, flying) <= 0) return { window, untilMs: window.resetAtMs };
        continue;
      }
      const own = desk.flights.get(draw.key) ?? 0;
      const unproved = window.everHeard ? !window.heard : !account.heard && !account.silent;
      if (unproved) {
        const soonest = window.everHeard ? window.sinceMs + resetMarginMs : 0;
        if (nowFor(desk, draw.key, window) < soonest) return { window, untilMs: soonest };
        if (own > 0) return { window, untilMs: at + pollMs };
        continue;
      }
      const reserve = Math.ceil((window.limit * run.reservePercent) / 100);
      const free = window.limit - reserve - window.used;
      if (desk.others.mostInFlight(free) <= flying) {
        const soon = flying > 0 && free > 0;
        return { window, untilMs: soon ? at + pollMs : window.resetAtMs + resetMarginMs };
      }
    }
    return null;
  };

  const pump = (desk: Desk): void => {
    if (desk.timer !== null) clearTimeout(desk.timer);
    desk.timer = null;
    if (closed) return;
    const before = JSON.stringify(desk.view);
    const flights = new Map(desk.flights);
    const done = store.update(desk.name, (account) => {
      // A store that fails in the middle does its work a second time.
      desk.flights = new Map(flights);
      const answers: [Waiter, Refusal | 'granted'][] = [];
      let waitMs: number | null = null;
      dropGone(account, now());
      for (const op of desk.ops) op(account);
      let blockedRun: Waiter | null = null;
      let singles = desk.singles;
      for (const waiter of desk.waiters) {
        if (waiter.run === null ? singles >= concurrency : blockedRun !== null) continue;
        const found = obstacle(desk, account, waiter);
        if (found === null) {
          waiter.taken = drawsNow(account, waiter.draws);
          fly(desk, account, waiter.taken, 1);
          if (waiter.run === null) singles += 1;
          answers.push([waiter, 'granted']);
        } else if (waiter.run === null) {
          answers.push([waiter, refusalOf(found)]);
        } else {
          blockedRun = waiter;
          waitMs = Math.max(1, Math.min(longestWaitMs, found.untilMs - now()));
          waiter.run.onWait(found.untilMs - now() > pollMs * 2 ? found.untilMs : null);
        }
      }
      desk.view = viewOf(desk, account);
      desk.present = presentOf(account);
      return { answers, waitMs };
    });
    if (done === null) {
      desk.timer = setTimeout(() => pump(desk), busyMs);
      return;
    }
    desk.ops.length = 0;
    const { answers, waitMs } = done.value;
    for (const [waiter, answer] of answers) {
      desk.waiters.splice(desk.waiters.indexOf(waiter), 1);
      if (answer === 'granted' && waiter.run === null) desk.singles += 1;
      if (answer === 'granted') waiter.run?.onWait(null);
      waiter.done(answer);
    }
    if (waitMs !== null) desk.timer = setTimeout(() => pump(desk), waitMs);
    if (desk.view !== null && JSON.stringify(desk.view) !== before) {
      publish('quota.changed', desk.view);
    }
  };

  let pumping = new Set<Desk>();
  const pumpSoon = (desk: Desk): void => {
    if (pumping.size === 0) {
      queueMicrotask(() => {
        const due = pumping;
        pumping = new Set();
        for (const one of due) pump(one);
      });
    }
    pumping.add(desk);
  };

  const viewOf = (desk: Desk, account: QuotaAccount): QuotaView | null => {
    const pool = account.windows['pool'];
    const said = account.windows['said'];
    const key = said !== undefined && said.heard && now() < said.resetAtMs ? 'said' : 'pool';
    if (pool === undefined && key === 'pool') return null;
    const window = windowOf(desk, account, { quota: key, key });
    return {
      environmentId: desk.name,
      limit: window.limit,
      remaining: remainingOf(window, inFlight(account, key)),
      resetAtMs: window.resetAtMs,
      source: window.heard ? 'server' : 'local',
    };
  };
  const presentOf = ({ windows }: QuotaAccount): QuotaUse['present'] | null => {
    const window = windows['said'] ?? windows['pool'];
    if (window === undefined) return null;
    const { limit, used, mine } = window;
    return { limit, others: Math.max(0, used - mine), mine };
  };

  const settled = (
    desk: Desk,
    draws: readonly Draw[],
    answer: { readonly status: number; readonly headers: Headers } | null,
    account: QuotaAccount,
  ): void => {
    fly(desk, account, draws, -1);
    const nowMs = now();
    const reading = answer === null ? null : readingOf(answer.headers, nowMs);
    const classes = draws.flatMap(({ quota }) => (quota === 'said' ? [] : [quota]));
    const meant = reading === null ? null : meantQuota(classes, reading, nowMs);
    const says = reading !== null && (reading.limit !== null || reading.remaining !== null);
    if (answer !== null && answer.status !== 429 && !says) account.silent = true;
    if (says) account.heard = true;
    const isNew = account.windows['said'] === undefined;
    if (meant === 'said' && isNew && reading !== null && (reading.resetAtMs ?? 0) > nowMs) {
      const limit = reading.limit ?? 0;
      account.windows['said'] = { ...currentWindow('said', undefined, nowMs), limit };
    }
    const known = account.windows['said'] !== undefined;
    const untold = meant === 'said' && known && !draws.includes(saidDraw);
    const targets = untold ? [...draws, saidDraw] : draws;
    for (const draw of targets) {
      const window = windowOf(desk, account, draw);
      if (draw.quota !== meant || reading === null || answer === null) {
        account.windows[draw.key] = withCall(window);
        continue;
      }
      const next = corrected(window, { reading, status: answer.status, nowMs });
      if (next.sinceMs !== window.sinceMs && window.heard) closeWindow(desk, window);
      account.windows[draw.key] = next;
      keepEnd(desk, draw.key, next);
      desk.others.heard(
        next.mine,
        Math.max(0, next.used - next.mine - inFlight(account, draw.key)),
      );
    }
  };

  const permitFor = (desk: Desk, waiter: Waiter): Permit => {
    const over = (op: (account: QuotaAccount) => void): void => {
      if (waiter.run === null) desk.singles -= 1;
      desk.ops.push(op);
      pumpSoon(desk);
    };
    return {
      granted: true,
      refund: () => over((account) => fly(desk, account, waiter.taken, -1)),
      settle: (answer) => over((account) => settled(desk, waiter.taken, answer, account)),
    };
  };

  return {
    acquire({ environmentId, endpoint, body, signal, run = null }) {
      const desk = deskOf(environmentId);
      return new Promise((resolve) => {
        if (signal.aborted) {
          resolve({ granted: false, reason: 'cancelled' });
          return;
        }
        const cancel = (): void => {
          const at = desk.waiters.indexOf(waiter);
          if (at >= 0) desk.waiters.splice(at, 1);
          run?.onWait(null);
          resolve({ granted: false, reason: 'cancelled' });
        };
        const waiter: Waiter = {
          draws: drawsOf(endpoint, body),
          taken: [],
          run,
          done(answer) {
            signal.removeEventListener('abort', cancel);
            resolve(answer === 'granted' ? permitFor(desk, waiter) : answer);
          },
        };
        signal.addEventListener('abort', cancel, { once: true });
        desk.waiters.push(waiter);
        pumpSoon(desk);
      });
    },
    get: ({ environmentId }) => {
      const desk = desks.get(environmentId);
      if (desk !== undefined) pump(desk);
      return Promise.resolve(desk?.view ?? null);
    },
    view: (environmentId) => desks.get(environmentId)?.view ?? null,
    use(environmentId) {
      const desk = desks.get(environmentId);
      if (desk?.present == null) return null;
      return { ...desk.ended, present: desk.present };
    },
    close() {
      for (const desk of desks.values()) {
        pump(desk);
        if (desk.timer !== null) clearTimeout(desk.timer);
      }
      closed = true;
      store.close();
    },
  };
}

const saidDraw: Draw = { quota: 'said', key: 'said' };

function drawsOf(endpoint: EndpointPath, body: unknown): readonly Draw[] {
  return quotaClassesOf(endpoint, body).map((quota) => ({
    quota,
    key: quota === 'audience' ? `audience ${uniqueAudienceKey(endpoint, body) ?? ''}` : quota,
  }));
}

/** Every call also draws from what only the server's headers tell of. */
function drawsNow({ windows }: QuotaAccount, draws: readonly Draw[]): readonly Draw[] {
  return windows['said'] === undefined ? draws : [...draws, saidDraw];
}

function refusalOf({ window: { quota, limit }, untilMs }: Obstacle): Refusal {
  return { granted: false, reason: 'quota', quota, limit, resetAtMs: untilMs };
}

/** Resets are moments of the server's clock: where that differs from ours, they are moved. */
function readingOf(headers: Headers, nowMs: number): ReturnType<typeof readRateLimitHeaders> {
  const date = headers.find(([name]) => name.toLowerCase() === 'date')?.[1];
  const dateMs = date === undefined ? Number.NaN : Date.parse(date);
  const ahead = Number.isNaN(dateMs) ? 0 : dateMs + 500 - nowMs;
  const skew = Math.abs(ahead) > skewMs ? ahead : 0;
  const reading = readRateLimitHeaders(headers, nowMs + skew);
  if (skew === 0) return reading;
  const moved = (moment: number | null): number | null => (moment === null ? null : moment - skew);
  return { ...reading, resetAtMs: moved(reading.resetAtMs), retryAtMs: moved(reading.retryAtMs) };
}

/** Forgets processes that ended with calls on their way, and audiences nobody writes to any more. */
function dropGone(account: QuotaAccount, nowMs: number): void {
  for (const [name, { atMs, calls }] of Object.entries(account.flights)) {
    const idle = Object.keys(calls).length === 0;
    if (idle || nowMs - atMs > goneAfterMs) delete account.flights[name];
  }
  for (const [key, { quota, resetAtMs }] of Object.entries(account.windows)) {
    if (quota === 'audience' && resetAtMs <= nowMs) delete account.windows[key];
  }
}
