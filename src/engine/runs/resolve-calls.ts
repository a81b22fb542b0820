import { DeskError } from '#shared/errors';
import type { OpenAppendFile } from './append-file';
import { readJournal, readRecordAt } from './journal-reader';
import type { CallRecord, JournalRecord } from './journal-records';
import { openJournalWriter } from './journal-writer';
import { createReplay } from './replay';
import { rebuildRunFiles, saveRest } from './run-files';
import { takeRunLock } from './run-lock';
import { runPaths } from './run-paths';
import type { RunPlan } from './run-plan';

/** A person's word on a run at rest. */
export type Decision =
  | {
      readonly kind: 'unknown';
      /** Null: all that are unknown. */
      readonly call: number | null;
      readonly as: 'sent' | 'not_sent' | 'again';
    }
  | { readonly kind: 'bisect'; readonly call: number }
  | { readonly kind: 'stop' };

/**
 * Writes a decision into the journal of a run that nobody works on; its rows follow from it.
 * @throws DeskError `run_locked`; `run_state` where there is nothing of that kind to decide; of files.
 */
export async function resolveCalls(
  runs: string,
  plan: RunPlan,
  deps: { readonly openFile: OpenAppendFile; now(): number },
  decision: Decision,
): Promise<void> {
  const paths = runPaths(runs, plan.id);
  const lock = takeRunLock(paths.lock, plan.id);
  try {
    const files = await rebuildRunFiles(paths);
    try {
      const { replay, calls, sound } = files;
      const { unknown, state } = replay.facts();
      const at = deps.now();
      const records: JournalRecord[] = [];
      if (decision.kind === 'stop') {
        records.push({ t: 'state', s: 'stopped', why: null, detail: null, at, ms: 0, u: null });
      } else if (decision.kind === 'unknown') {
        for (const { n, r } of unknown) {
          if (decision.call !== null && decision.call !== n) continue;
          records.push({ t: 'resolved', n, as: decision.as, at, r });
        }
      } else {
        const refused = await refusedCall(paths.journal, calls.get(decision.call));
        if (refused !== null)
          records.push({ t: 'resolved', n: refused.n, as: 'bisect', at, r: refused.r });
      }
      if (records.length === 0) throw new DeskError('run_state', { runId: plan.id, state });
      const journal = await openJournalWriter({
        path: paths.journal,
        start: sound,
        openFile: deps.openFile,
      });
      try {
        for (const record of records) {
          journal.add(record);
          replay.take(record, null);
        }
        await journal.flush();
        await saveRest(paths, files, journal.length());
      } finally {
        await journal.close();
      }
    } finally {
      files.close();
    }
  } finally {
    lock.release();
  }
}

/** A call whose refusal left all of its rows refused, with more than one of them; null for any other. */
async function refusedCall(
  journal: string,
  at: { readonly call: number | null; readonly done: number | null },
): Promise<CallRecord | null> {
  if (at.call === null || at.done === null) return null;
  const call = (await readRecordAt(journal, at.call))?.record;
  const done = (await readRecordAt(journal, at.done))?.record;
  if (call?.t !== 'call' || done?.t !== 'done' || done.o !== 'refused') return null;
  const [first, ...rest] = call.r;
  const several = rest.length > 0 || (first !== undefined && first[1] > first[0]);
  return several ? call : null;
}

/** The unknown calls of a run at rest. @throws DeskError of files. */
export async function unknownCallsOf(runs: string, runId: string): Promise<readonly CallRecord[]> {
  const replay = createReplay(null);
  const { journal } = runPaths(runs, runId);
  await readJournal(journal, ({ record, at }) => replay.take(record, at));
  return replay.facts().unknown;
}
