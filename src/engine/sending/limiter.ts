import { randomUUID } from 'node:crypto';
import type { Headers } from '#shared/domain/dispatch';
import type { QuotaView } from '#shared/domain/quota-view';
import type { Publish } from '../publish';
import { createOthersShare, type OthersShare } from './others-share';
import type { Limiter, Permit, QuotaUse, Refusal, RunTurn } from './permit';
import { type Draw, drawsNow, drawsOf, dropGone, readingOf, saidDraw } from './quota-draws';
import { createMemoryQuotaStore, type QuotaAccount, type QuotaStore } from './quota-store';
import { corrected, currentWindow, meantQuota, remainingOf, withCall } from './quota-window';
import type { QuotaWindow } from './quota-window';

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
  readonly ends: Map<
    string,
    { readonly resetAtMs: number; readonly monoMs: number; readonly sinceMonoMs: number }
  >;
  ended: QuotaUse[];
  singles: number;
  timer: NodeJS.Timeout | null;
  view: QuotaView | null;
  present: QuotaUse | null;
}

/**
 * The reset is told in whole seconds, rounded up or down: a run waits this much longer. What the server
 * itself says earlier counts at once.
 */
const resetMarginMs = 1000;
/** How soon another process is looked for again. */
const busyMs = 3;
/** Ended windows that are remembered. */
const mostEnded = 2000;
/** How long a run's calls gather before the account is looked at again. */
const pumpEveryMs = 4;
const pollMs = 40;
const longestWaitMs = 1000;

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
      ended: [],
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
  const keepEnd = (desk: Desk, key: string, { resetAtMs, sinceMs }: QuotaWindow): void => {
    const before = desk.ends.get(key);
    if (before?.resetAtMs === resetAtMs) return;
    const onMono = (at: number): number => mono() + at - now();
    // Its beginning is the end of the one before.
    const sinceMonoMs = before?.resetAtMs === sinceMs ? before.monoMs : onMono(sinceMs);
    desk.ends.set(key, { resetAtMs, monoMs: onMono(resetAtMs), sinceMonoMs });
  };
  const windowOf = (desk: Desk, account: QuotaAccount, { quota, key }: Draw): QuotaWindow => {
    const known = account.windows[key];
    const window = currentWindow(quota, known, nowFor(desk, key, known));
    if (known !== undefined && window !== known) closeWindow(desk, known);
    account.windows[key] = window;
    keepEnd(desk, key, window);
    return window;
  };
  const closeWindow = (desk: Desk, window: QuotaWindow): void => {
    if (window.quota !== 'said' && window.quota !== 'pool') return;
    desk.others.forget();
    if (window.mine === 0 || !window.heard) return;
    desk.ended.push(useOf(window));
    if (desk.ended.length > mostEnded) desk.ended = desk.ended.slice(-mostEnded / 2);
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
        const since = desk.ends.get(draw.key)?.sinceMonoMs ?? -Infinity;
        const early = window.everHeard ? since + resetMarginMs - mono() : 0;
        if (early > 0) return { window, untilMs: at + early };
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
  let pumpedMs = -Infinity;
  const pumpSoon = (desk: Desk): void => {
    if (pumping.size === 0) {
      // Whatever one turn of the loop brings, ends and asks, shares one look at the file; and in a run, where
      // every turn brings something, all of a few turns.
      const soon = performance.now() - pumpedMs < pumpEveryMs;
      const later = (work: () => void): void => {
        if (soon) setTimeout(work, pumpEveryMs);
        else setImmediate(work);
      };
      later(() => {
        const due = pumping;
        pumping = new Set();
        for (const one of due) pump(one);
        pumpedMs = performance.now();
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
  const presentOf = ({ windows }: QuotaAccount): QuotaUse | null => {
    const window = windows['said'] ?? windows['pool'];
    return window === undefined ? null : useOf(window);
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
      desk.others.heard(next.used, next.mine, inFlight(account, draw.key));
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
      if (desk?.present == null) return [];
      return [...desk.ended, desk.present];
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

function refusalOf({ window: { quota, limit }, untilMs }: Obstacle): Refusal {
  return { granted: false, reason: 'quota', quota, limit, resetAtMs: untilMs };
}

function useOf({ sinceMs, limit, used, mine }: QuotaWindow): QuotaUse {
  return { sinceMs, limit, others: Math.max(0, used - mine), mine };
}
