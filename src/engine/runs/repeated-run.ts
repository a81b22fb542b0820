import { readdir, stat } from 'node:fs/promises';
import type { Environment } from '#shared/domain/environment';
import type { RunSummary } from '#shared/domain/run-state';
import type { SentBefore } from '#shared/domain/sent-before';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import type { Log } from '../log/log';
import { bodyFingerprint } from '../sending/body-fingerprint';
import { guardedSince } from '../sending/duplicate-guard';
import { runPaths } from './run-paths';
import type { RunPlan } from './run-plan';

/** A run that is about to be begun, as far as finding the same is concerned. */
export interface WantedRun {
  readonly environment: Environment;
  readonly host: string;
  readonly request: OutgoingRequest;
  /** Of the data file. */
  readonly sha256: string;
}

/** What finding it needs. */
export interface RepeatedRunDeps {
  /** The folder of all runs. */
  readonly runs: string;
  /** For how long a repeat is asked about, in minutes; 0 asks never. */
  duplicateMinutes(): Promise<number>;
  planOf(runId: string): Promise<RunPlan>;
  summaryOf(plan: RunPlan): Promise<RunSummary>;
  /** Epoch milliseconds. */
  now(): number;
  readonly log: Log;
}

/** Outcomes of rows after which people may have been reached. */
const countedOutcomes = [
  'accepted',
  'accepted_with_errors',
  'queued',
  'unknown',
  'in_flight',
  'marked_sent',
] as const;

/**
 * The newest run of the same request and the same data to the same place that is at work now or sent a short
 * while ago; null where there is none. How the columns were mapped makes no difference: the people are the same.
 */
export async function findRepeatedRun(
  wanted: WantedRun,
  deps: RepeatedRunDeps,
): Promise<SentBefore | null> {
  if (!wanted.environment.duplicateGuard) return null;
  const sinceMs = guardedSince(await deps.duplicateMinutes(), deps.now());
  if (sinceMs === null) return null;
  const names = await readdir(deps.runs).catch(() => []);
  for (const runId of names.sort().reverse()) {
    if (!/^[0-9a-f-]{36}$/.test(runId)) continue;
    try {
      const found = await asSentBefore(runId, wanted, sinceMs, deps);
      if (found !== null) return found;
    } catch (error) {
      // One that cannot be read can be compared with nothing.
      deps.log.warn('run not compared', { error });
    }
  }
  return null;
}

async function asSentBefore(
  runId: string,
  wanted: WantedRun,
  sinceMs: number,
  deps: RepeatedRunDeps,
): Promise<SentBefore | null> {
  // Written to with each call: when it sent last, without reading it.
  const { mtimeMs } = await stat(runPaths(deps.runs, runId).journal);
  if (mtimeMs < sinceMs) return null;
  const plan = await deps.planOf(runId);
  if (!isSame(plan, wanted)) return null;
  const { id, createdAt, state, rows, requestName, dataFile } = await deps.summaryOf(plan);
  const rowsSent = countedOutcomes.reduce((sum, outcome) => sum + rows[outcome], 0);
  if (rowsSent === 0 && state !== 'running') return null;
  const sentAt = new Date(mtimeMs).toISOString();
  return { of: 'run', id, createdAt, sentAt, state, rowsSent, requestName, dataFile };
}

function isSame(plan: RunPlan, { environment, host, request, sha256 }: WantedRun): boolean {
  if (plan.environment.id !== environment.id || plan.data.fingerprint.sha256 !== sha256) {
    return false;
  }
  // The sandbox has another port after each start; any other host is another workspace.
  if (environment.host.kind !== 'sandbox' && plan.host !== host) return false;
  // Its name may be another one since.
  const { name, production } = environment;
  const then = { ...plan.environment, name, production };
  return bodyFingerprint(then, host, plan.request) === bodyFingerprint(environment, host, request);
}
