import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunSummary } from '#shared/domain/run-state';
import { DeskError } from '#shared/errors';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { withFileErrors } from '../../files/file-error';
import type { Log } from '../../log/log';
import type { Publish } from '../../publish';
import { scrubDeep } from '../../sending/scrub-deep';
import type { DataIndex } from '../data-index';
import { runPaths } from '../run-paths';
import type { RunPlan } from '../run-plan';
import { type ComparedRuns, compareRuns, type RunSide } from './compare-runs';
import { readDifferences } from './difference-rows';

/** Comparisons of runs, for the routes of that name. */
export interface Comparisons {
  compare(input: ParsedInput<'runs.compare'>): Promise<RouteOutput<'runs.compare'>>;
  differences(input: ParsedInput<'runs.differences'>): Promise<RouteOutput<'runs.differences'>>;
  /** Ends a comparison that is being made, and lets go of one that is there. Nothing happens to one unknown. */
  endComparison(input: ParsedInput<'runs.endComparison'>): Promise<null>;
}

export interface ComparisonsDeps {
  /** The folder of all runs. */
  readonly runs: string;
  readonly index: DataIndex;
  planOf(runId: string): Promise<RunPlan>;
  /** Brings the run's tables up to its journal. */
  summaryOf(plan: RunPlan): Promise<RunSummary>;
  scrub(text: string): string;
  monotonicMs(): number;
  readonly publish: Publish;
  readonly log: Log;
}

interface Kept {
  readonly compared: ComparedRuns;
  readonly left: RunSide;
  readonly right: RunSide;
  readonly folder: string;
}

/** Comparisons that are kept; of more the oldest is let go. */
const mostKept = 3;
const progressMs = 100;

/** Makes the comparisons. What they need on disk has row numbers and outcomes in it, nothing of a row. */
export function createComparisons(
  deps: ComparisonsDeps,
): Comparisons & { closeComparisons(): Promise<void> } {
  const kept = new Map<string, Kept>();
  const underWay = new Map<
    string,
    { readonly stop: AbortController; readonly done: Promise<unknown> }
  >();
  let question = new AbortController();

  const sideOf = async (runId: string): Promise<RunSide> => {
    const plan = await deps.planOf(runId);
    const summary = await deps.summaryOf(plan);
    if (summary.elsewhere) throw new DeskError('run_locked', { runId });
    if (summary.state === 'running') throw new DeskError('run_state', { runId, state: 'running' });
    return { plan, paths: runPaths(deps.runs, runId), summary };
  };
  const remove = async (folder: string): Promise<void> => {
    await rm(folder, { recursive: true, force: true }).catch((error: unknown) => {
      deps.log.warn('comparison not taken away', { error });
    });
  };
  const letGo = async (id: string): Promise<void> => {
    const one = kept.get(id);
    kept.delete(id);
    one?.compared.close();
    if (one !== undefined) await remove(one.folder);
  };

  const make = async (
    { comparison: id, left: leftId, right: rightId }: ParsedInput<'runs.compare'>,
    signal: AbortSignal,
  ): Promise<RouteOutput<'runs.compare'>> => {
    const left = await sideOf(leftId);
    const right = await sideOf(rightId);
    const place = join(tmpdir(), 'dispatch-desk-compare-');
    const folder = await withFileErrors(place, () => mkdtemp(place));
    let toldMs = Number.NEGATIVE_INFINITY;
    try {
      const compared = await compareRuns(left, right, folder, {
        check() {
          if (signal.aborted) throw new DeskError('call_cancelled', {});
        },
        onProgress(share) {
          const now = deps.monotonicMs();
          if (now - toldMs < progressMs) return;
          toldMs = now;
          deps.publish('comparison.progressed', { comparison: id, share });
        },
      });
      for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept + 1))) {
        await letGo(oldest);
      }
      kept.set(id, { compared, left, right, folder });
      return scrubDeep({ comparison: id, ...compared.sums }, deps.scrub);
    } catch (error) {
      await remove(folder);
      throw error;
    }
  };

  return {
    async compare(input) {
      const { comparison: id } = input;
      if (kept.has(id) || underWay.has(id)) throw new DeskError('attempt_repeated', {});
      const stop = new AbortController();
      const done = make(input, stop.signal);
      underWay.set(id, { stop, done });
      try {
        return await done;
      } finally {
        underWay.delete(id);
      }
    },
    async differences({ comparison: id, ...asked }) {
      const one = kept.get(id);
      if (one === undefined) throw new DeskError('comparison_unknown', {});
      // A newer question ends an older one.
      question.abort();
      const mine = new AbortController();
      question = mine;
      const { compared, left, right } = one;
      const page = await readDifferences(compared, { left, right }, asked, {
        signal: mine.signal,
        index: deps.index,
      });
      return scrubDeep(page, deps.scrub);
    },
    async endComparison({ comparison: id }) {
      const going = underWay.get(id);
      going?.stop.abort();
      await going?.done.catch(() => undefined);
      await letGo(id);
      return null;
    },
    async closeComparisons() {
      for (const { stop } of underWay.values()) stop.abort();
      await Promise.allSettled([...underWay.values()].map(({ done }) => done));
      for (const id of [...kept.keys()]) await letGo(id);
    },
  };
}
