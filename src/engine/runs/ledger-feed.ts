import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Dispatch } from '#shared/domain/dispatch';
import { writeAtomically } from '../files/atomic-write';
import type { Ledger } from '../ledger/ledger';
import { readJournal } from './journal-reader';
import type { CallRecord } from './journal-records';
import { dispatchOfCall } from './run-dispatch';
import type { RunPaths } from './run-paths';
import type { RunPlan } from './run-plan';

/** Most calls in one transaction. */
const batchSize = 50;

const fedSchema = z.object({
  /** Everything before this byte of the journal is in the ledger. */
  offset: z.int().min(0),
  /** The run was at rest then, and all of it was taken over. */
  whole: z.boolean(),
});
/** How far a journal has been taken into the ledger. */
export type Fed = z.infer<typeof fedSchema>;

/** Reads how far it is. Never fails. */
export async function readFed(paths: RunPaths): Promise<Fed> {
  try {
    return fedSchema.parse(JSON.parse(await readFile(paths.fed, 'utf8')));
  } catch {
    return { offset: 0, whole: false };
  }
}

export interface FeedDeps {
  readonly ledger: Pick<Ledger, 'recordMany'>;
  /** Nobody works on the run: what has no outcome by its end is unknown. */
  readonly atRest: boolean;
  /** Lets others have the processor between two batches. */
  between(batchMs: number): Promise<void>;
  monotonicMs(): number;
  readonly signal: AbortSignal;
}

/**
 * Takes what a run's journal says into the ledger, from where the last time ended. The same call is taken once,
 * however often this is cut off. @throws DeskError of the ledger and of files.
 */
export async function feedLedger(paths: RunPaths, plan: RunPlan, deps: FeedDeps): Promise<void> {
  const start = (await readFed(paths)).offset;
  /** Calls without an outcome so far, oldest first. */
  const open = new Map<number, { call: CallRecord; body: string; at: number }>();
  let batch: Dispatch[] = [];

  const flush = async (upTo: number, whole: boolean): Promise<void> => {
    const began = deps.monotonicMs();
    if (batch.length > 0) await deps.ledger.recordMany(batch);
    batch = [];
    const [oldest] = open.values();
    await writeAtomically(paths.fed, JSON.stringify({ offset: oldest?.at ?? upTo, whole }));
    await deps.between(deps.monotonicMs() - began);
  };
  const leaveUnknown = (): void => {
    for (const { call, body } of open.values()) batch.push(dispatchOfCall(plan, call, body, null));
    open.clear();
  };

  const sound = await readJournal(
    paths.journal,
    ({ record, text, at }) => {
      // Whatever the process before left open stays so.
      if (record.t === 'open') leaveUnknown();
      if (record.t === 'call') open.set(record.n, { call: record, body: text ?? '', at });
      if (record.t === 'done') {
        const begun = open.get(record.n);
        open.delete(record.n);
        if (begun !== undefined) {
          batch.push(dispatchOfCall(plan, begun.call, begun.body, { record, evidence: text }));
        }
      }
      deps.signal.throwIfAborted();
      return batch.length >= batchSize ? flush(at, false) : undefined;
    },
    start,
  );
  if (deps.atRest) leaveUnknown();
  await flush(sound, deps.atRest);
}
