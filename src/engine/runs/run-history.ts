import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { readRateLimitHeaders } from '#shared/braze/rate-limit-headers';
import type { RunHistory } from '#shared/domain/run-history';
import { writeAtomically } from '../files/atomic-write';
import { withFileErrors } from '../files/file-error';
import { evidenceSchema } from './evidence';
import { type PlacedRecord, readJournal } from './journal-reader';
import type { JournalRecord } from './journal-records';
import { createLatencyDigest, type LatencyDigest } from './latency-digest';
import type { RunPaths } from './run-paths';

/** Most samples of a run; one that ran longer has them further apart. */
const mostSamples = 300;
const firstEveryMs = 250;
/** Speed and latency are those of so much time before a sample, or of one sample where they are further apart. */
const smoothedMs = 2000;

interface Slot {
  calls: number;
  readonly latency: LatencyDigest;
  remaining: number | null;
}

const listSchema = z.array(z.number().nullable());
const keptSchema = z.object({
  journalBytes: z.number(),
  history: z.object({
    seconds: z.array(z.number()),
    callsPerSecond: listSchema,
    p50: listSchema,
    p95: listSchema,
    remaining: listSchema,
    limit: z.number().nullable(),
  }),
});

/**
 * How a run went over time. Read from its journal once and kept beside it for as long as that stays as it is.
 * @throws DeskError `run_broken`, of files.
 */
export async function runHistoryOf(paths: RunPaths): Promise<RunHistory> {
  const { size } = await withFileErrors(paths.journal, () => stat(paths.journal));
  const kept = await readKept(paths.history);
  if (kept?.journalBytes === size) return kept.history;
  const building = createRunHistory();
  const sound = await readJournal(paths.journal, building.take);
  const history = building.result();
  // A disk that takes nothing only costs the next one who asks.
  await writeAtomically(paths.history, JSON.stringify({ journalBytes: sound, history })).catch(
    () => undefined,
  );
  return history;
}

async function readKept(path: string): Promise<z.infer<typeof keptSchema> | null> {
  try {
    return keptSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Takes a journal's records in their order and makes samples of them, in memory that does not grow. */
export function createRunHistory(): {
  take(placed: Pick<PlacedRecord, 'record' | 'text'>): void;
  result(): RunHistory;
} {
  let slots: (Slot | undefined)[] = [];
  let everyMs = firstEveryMs;
  /** Time that it had run before the present process took it in hand. */
  let baseMs = 0;
  let openedAt: number | null = null;
  let lastMs = 0;
  let limit: number | null = null;
  /** What came back last, read only when the next sample begins. */
  let heard: { readonly slot: Slot; readonly text: string; readonly at: number } | null = null;

  /** Only forward, whatever becomes of the clock. */
  const momentOf = (at: number): number => {
    lastMs = Math.max(lastMs, baseMs + Math.max(0, at - (openedAt ?? at)));
    return lastMs;
  };
  const listen = (): void => {
    if (heard === null) return;
    const { slot, text, at } = heard;
    heard = null;
    const said = quotaIn(text, at);
    slot.remaining = said.remaining ?? slot.remaining;
    limit = said.limit ?? limit;
  };
  const thin = (): void => {
    listen();
    everyMs *= 2;
    slots = Array.from({ length: Math.ceil(slots.length / 2) }, (_, at) =>
      merged(slots[at * 2], slots[at * 2 + 1]),
    );
  };
  const slotAt = (ms: number): Slot => {
    while (ms >= everyMs * mostSamples) thin();
    const place = Math.floor(ms / everyMs);
    const slot = slots[place] ?? { calls: 0, latency: createLatencyDigest(), remaining: null };
    slots[place] = slot;
    return slot;
  };

  const takeRecord = (record: JournalRecord, text: string | null): void => {
    switch (record.t) {
      case 'open':
        baseMs = lastMs;
        openedAt = record.at;
        return;
      case 'state':
        baseMs += record.ms;
        lastMs = Math.max(lastMs, baseMs);
        openedAt = null;
        return;
      case 'call':
        momentOf(record.at);
        return;
      case 'done': {
        const slot = slotAt(momentOf(record.at));
        slot.calls += 1;
        if (record.ms !== null) slot.latency.add(record.ms);
        if (heard !== null && heard.slot !== slot) listen();
        if (text !== null) heard = { slot, text, at: record.at };
        return;
      }
      default:
    }
  };

  return {
    take: ({ record, text }) => takeRecord(record, text),
    result() {
      listen();
      const span = Math.max(1, Math.round(smoothedMs / everyMs));
      const seconds: number[] = [];
      const callsPerSecond: (number | null)[] = [];
      const p50: (number | null)[] = [];
      const p95: (number | null)[] = [];
      const remaining: (number | null)[] = [];
      let left: number | null = null;
      for (let at = 0; at < slots.length; at += 1) {
        const near = slots.slice(Math.max(0, at - span + 1), at + 1);
        const endMs = Math.min((at + 1) * everyMs, Math.max(lastMs, at * everyMs + everyMs / 2));
        const coveredMs = endMs - Math.max(0, at - span + 1) * everyMs;
        const latency = createLatencyDigest();
        for (const slot of near) if (slot !== undefined) latency.merge(slot.latency);
        left = slots[at]?.remaining ?? left;
        seconds.push(endMs / 1000);
        callsPerSecond.push(
          (near.reduce((sum, slot) => sum + (slot?.calls ?? 0), 0) * 1000) / coveredMs,
        );
        p50.push(latency.quantile(0.5));
        p95.push(latency.quantile(0.95));
        remaining.push(left);
      }
      return { seconds, callsPerSecond, p50, p95, remaining, limit };
    },
  };
}

function merged(one: Slot | undefined, other: Slot | undefined): Slot | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  one.calls += other.calls;
  one.latency.merge(other.latency);
  one.remaining = other.remaining ?? one.remaining;
  return one;
}

function quotaIn(evidence: string, at: number): { limit: number | null; remaining: number | null } {
  try {
    const { answerHeaders } = evidenceSchema.parse(JSON.parse(evidence));
    return readRateLimitHeaders(answerHeaders, at);
  } catch {
    return { limit: null, remaining: null };
  }
}
