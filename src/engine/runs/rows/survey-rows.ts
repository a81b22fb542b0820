import { type BadRow, isBadRow, type RowProblemCode, type RowRange } from '#shared/domain/data-row';
import type { RowsSurvey } from '#shared/domain/rows-survey';
import { createCallFrame } from '#shared/lib/call-template';
import { createPacker, type PackedCall } from '#shared/lib/packing';
import { appendIndex, countIndexes, hasIndex } from '#shared/lib/row-ranges';
import { createCellWarnings } from './cell-warnings';
import { createFingerprint, fingerprintFile } from './fingerprint';
import { createListing } from './listing';
import { openRowBatches, resolveSource } from './open-rows';
import { mapperOf, type PackingPlan } from './packed-calls';
import { prepareRows } from './prepare-rows';
import { createSeenUsers } from './seen-users';

/** How far a survey is. */
export interface SurveyProgress {
  readonly bytesRead: number;
  readonly bytes: number;
  readonly rows: number;
}

/** How to survey. */
export interface SurveyOptions {
  /** Most bad rows, repeats and warnings that are listed each; all are counted. Default 100. */
  readonly mostListed?: number;
  readonly onProgress?: (progress: SurveyProgress) => void;
  /** Ends the survey with the signal's reason; the file is closed. */
  readonly signal?: AbortSignal;
}

/**
 * Reads the whole file once, before anything is sent: what would leave in how many calls, what would not and why,
 * and who is named twice. `plan.skip` leaves rows out as it does in the run. Throws the codes of `packedCalls`.
 */
export async function surveyRows(
  plan: PackingPlan,
  { mostListed = 100, onProgress, signal }: SurveyOptions = {},
): Promise<RowsSurvey> {
  signal?.throwIfAborted();
  const { path, endpoint, bodyJson, batch, skip = [] } = plan;
  const mapRow = mapperOf(plan);
  const source = await resolveSource(path, plan.source);
  const packer = createPacker(batch === undefined ? { bodyJson } : { bodyJson, batch });
  const fingerprint = createFingerprint();
  const warnings = createCellWarnings(plan.mapping, mostListed);
  const bad = createBadCount(mostListed);
  const calls = createCallCount(bodyJson);
  const repeats = createRepeatCount(mostListed);
  let all = 0;
  let skipped = 0;
  let columns: readonly string[] = [];

  for await (const batch of openRowBatches(path, source, fingerprint.add)) {
    const { rows } = batch;
    ({ columns } = batch);
    signal?.throwIfAborted();
    const wanted = skip.length === 0 ? rows : rows.filter(({ index }) => !hasIndex(skip, index));
    all += wanted.length;
    skipped += rows.length - wanted.length;
    for (const row of wanted) if (!isBadRow(row)) warnings.look(row);
    for (const row of prepareRows(wanted, mapRow, endpoint)) {
      if (isBadRow(row)) {
        bad.add(row);
        continue;
      }
      const packing = packer.add(row, row.mapped);
      calls.add(packing.calls);
      if (packing.bad === null) repeats.add(row.mapped.identity, row);
      else bad.add(packing.bad);
    }
    onProgress?.({ bytesRead: fingerprint.bytes, bytes: source.bytes, rows: all });
  }
  calls.add(packer.flush());
  // Reading ends early at a quote that is never closed.
  const readAll = fingerprint.bytes >= source.bytes;
  const options = signal === undefined ? {} : { signal };
  return {
    columns,
    rows: all,
    skipped,
    ready: all - bad.total(),
    bad: bad.result(),
    repeated: { ...repeats.result(), splits: packer.splitForSameUser },
    warnings: warnings.found(),
    ...calls.result(),
    fingerprint: readAll ? fingerprint.done() : await fingerprintFile(path, options),
  };
}

function createBadCount(mostListed: number) {
  const listing = createListing<BadRow>(mostListed);
  const byCode: Partial<Record<RowProblemCode, number>> = {};
  return {
    add(row: BadRow): void {
      listing.add(row);
      byCode[row.problem.code] = (byCode[row.problem.code] ?? 0) + 1;
    },
    total: listing.total,
    result: () => ({ total: listing.total(), byCode, first: listing.first() }),
  };
}

function createRepeatCount(mostListed: number) {
  const users = createSeenUsers();
  const listing = createListing<RowsSurvey['repeated']['first'][number]>(mostListed);
  const ranges: RowRange[] = [];
  return {
    add(identity: string, { index, line }: { readonly index: number; readonly line: number }) {
      const firstLine = users.add(identity, line);
      if (firstLine === 0) return;
      listing.add({ index, line, firstLine });
      appendIndex(ranges, index);
    },
    result: () => ({ total: listing.total(), first: listing.first(), rows: ranges }),
  };
}

function createCallCount(bodyJson: string) {
  let calls = 0;
  let largestCallBytes = 0;
  let first: PackedCall | null = null;
  return {
    add(packed: readonly PackedCall[]): void {
      for (const call of packed) {
        calls += 1;
        largestCallBytes = Math.max(largestCallBytes, call.bytes());
        // Calls end in any order where rows differ in what they say of the whole call.
        if (first === null || firstIndexOf(call) < firstIndexOf(first)) first = call;
      }
    },
    result: () => ({ calls, largestCallBytes, firstCall: shown(bodyJson, first) }),
  };
}

function firstIndexOf({ rows }: PackedCall): number {
  return rows[0]?.first ?? Number.POSITIVE_INFINITY;
}

function shown(bodyJson: string, call: PackedCall | null): RowsSurvey['firstCall'] {
  if (call === null) return null;
  const body = createCallFrame(bodyJson, call.requestParts).compose(call.recipients);
  return { body, bytes: call.bytes(), recipients: countIndexes(call.rows) };
}
