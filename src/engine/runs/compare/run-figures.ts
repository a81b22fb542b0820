import { createHash } from 'node:crypto';
import type { RunFigures } from '#shared/domain/run-comparison';
import { rowOutcomes, type RunSummary } from '#shared/domain/run-state';
import { readJournal } from '../journal-reader';
import { createLatencyDigest } from '../latency-digest';
import type { RunPaths } from '../run-paths';
import type { RunPlan } from '../run-plan';

/** Reading in the middle of which one may end. */
export interface Watched {
  /** @throws DeskError `call_cancelled`. */
  check(): void;
  /** @param share how much of it is done, from 0 to 1. */
  onProgress(share: number): void;
}

/** Reads a run's journal once, in flat memory. @throws DeskError `run_broken`, of files, and what `check` throws. */
export async function readRunFigures(
  paths: RunPaths,
  plan: RunPlan,
  run: RunSummary,
  journalBytes: number,
  watched: Watched,
): Promise<RunFigures> {
  const latency = createLatencyDigest();
  let startedMs: number | null = null;
  let endedMs: number | null = null;
  let callsMade = 0;
  await readJournal(paths.journal, ({ record, at }) => {
    watched.check();
    watched.onProgress(at / Math.max(1, journalBytes));
    if (record.t === 'open') startedMs ??= record.at;
    if (record.t === 'call') callsMade += 1;
    if (record.t === 'done' && record.ms !== null) latency.add(record.ms);
    // What a person decides afterwards is no part of its time.
    if (record.t === 'call' || record.t === 'done' || record.t === 'state') endedMs = record.at;
  });
  const { waiting, in_flight: inFlight } = run.rows;
  const all = rowOutcomes.reduce((sum, outcome) => sum + run.rows[outcome], 0);
  return {
    run,
    startedAt: isoOf(startedMs),
    endedAt: isoOf(endedMs),
    rowsPerSecond: run.elapsedMs > 0 ? ((all - waiting - inFlight) * 1000) / run.elapsedMs : null,
    callsMade,
    latency: {
      p50: latency.quantile(0.5),
      p90: latency.quantile(0.9),
      p99: latency.quantile(0.99),
      max: latency.max(),
    },
    templateSha256: templateSha256(plan),
    dataSha256: plan.data.fingerprint.sha256,
  };
}

function isoOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

/** What decides the calls but for the rows. */
function templateSha256({ request }: RunPlan): string {
  const { endpoint, bodyText, variables } = request;
  return createHash('sha256')
    .update(JSON.stringify([endpoint, bodyText, variables]))
    .digest('hex');
}
