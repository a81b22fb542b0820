import { readdir, stat } from 'node:fs/promises';
import { DeskError } from '#shared/errors';
import type { Ledger } from '../ledger/ledger';
import type { Log } from '../log/log';
import { feedLedger, readFed } from './ledger-feed';
import { takeRunLock } from './run-lock';
import { runPaths } from './run-paths';
import { type RunPlan, readRunPlan } from './run-plan';
import { pause } from './turnstile';

/** Brings the calls of runs into the ledger, beside whatever else is done. */
export interface LedgerFeeds {
  /** Follows a run while it is at work; resolves when it was told to end and has read all there is. */
  follow(plan: RunPlan): { end(): Promise<void> };
  /** Takes over what runs at rest have left. Never rejects. */
  catchUp(): Promise<void>;
}

export interface LedgerFeedsDeps {
  readonly runs: string;
  readonly ledger: Pick<Ledger, 'recordMany'>;
  readonly log: Log;
  monotonicMs(): number;
}

/** How often a run at work is looked at, in milliseconds. */
const followMs = 300;
/** While a run is at work, the ledger gets at most one part in so many of the time. */
const restTimes = 4;

export function createLedgerFeeds(deps: LedgerFeedsDeps): LedgerFeeds {
  const { runs, ledger, log, monotonicMs } = deps;
  const following = new Set<string>();
  let catching: Promise<void> | null = null;

  const follow = (plan: RunPlan): { end(): Promise<void> } => {
    const ending = new AbortController();
    const paths = runPaths(runs, plan.id);
    following.add(plan.id);
    const work = async (): Promise<void> => {
      for (;;) {
        await pause(followMs, ending.signal);
        const atRest = ending.signal.aborted;
        try {
          await feedLedger(paths, plan, {
            ledger,
            atRest,
            monotonicMs,
            signal: new AbortController().signal,
            between: (batchMs) => pause(Math.max(20, batchMs * restTimes), ending.signal),
          });
        } catch (error) {
          // The journal keeps it; it is taken over later.
          log.warn('run not taken into the ledger', { error });
        }
        if (atRest) return;
      }
    };
    const ended = work().finally(() => following.delete(plan.id));
    return {
      end() {
        ending.abort();
        return ended;
      },
    };
  };

  const one = async (runId: string): Promise<void> => {
    const paths = runPaths(runs, runId);
    if (following.has(runId)) return;
    const { whole, offset } = await readFed(paths);
    if (whole && (await stat(paths.journal)).size === offset) return;
    const plan = await readRunPlan(paths.plan);
    let lock;
    try {
      lock = takeRunLock(paths.lock, runId);
    } catch (error) {
      // Who works on it feeds it.
      if (error instanceof DeskError && error.code === 'run_locked') return;
      throw error;
    }
    try {
      await feedLedger(paths, plan, {
        ledger,
        atRest: true,
        monotonicMs,
        signal: new AbortController().signal,
        between: () => Promise.resolve(),
      });
    } finally {
      lock.release();
    }
  };

  return {
    follow,
    catchUp() {
      catching ??= (async () => {
        const names = await readdir(runs).catch(() => []);
        for (const name of names) {
          if (!/^[0-9a-f-]{36}$/.test(name)) continue;
          await one(name).catch((error: unknown) => {
            log.warn('run not taken into the ledger', { error });
          });
        }
      })().finally(() => {
        catching = null;
      });
      return catching;
    },
  };
}
