import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import type { RowCounts } from '#shared/domain/run-state';
import { DeskError } from '#shared/errors';
import { writeAtomically } from '../files/atomic-write';
import { withFileErrors } from '../files/file-error';
import { type CallIndex, openCallIndex } from './call-index';
import { readJournal } from './journal-reader';
import { createReplay, type Replay, type RunFacts } from './replay';
import { openRowTable, type RowTable } from './row-table';
import { takeRunLock } from './run-lock';
import type { RunPaths } from './run-paths';

/** A run's tables, made from its journal. */
export interface RunFiles {
  readonly rows: RowTable;
  readonly calls: CallIndex;
  readonly replay: Replay;
  /** Bytes of the journal that are sound. */
  readonly sound: number;
  close(): void;
}

/** Makes the tables anew from the journal. Needs the run's lock. @throws DeskError `run_broken`, of files. */
export async function rebuildRunFiles(paths: RunPaths): Promise<RunFiles> {
  const rows = openRowTable(paths.rows, true);
  const calls = openCallIndex(paths.calls, true);
  const close = (): void => {
    rows.close();
    calls.close();
  };
  try {
    rows.clear();
    calls.clear();
    const replay = createReplay({ rows, calls });
    const sound = await readJournal(paths.journal, ({ record, at }) => replay.take(record, at));
    return { rows, calls, replay, sound, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** A run as it is on disk. */
export interface RunView {
  readonly facts: Omit<RunFacts, 'unknown'>;
  readonly rows: RowCounts;
  /** Another process works on it. */
  readonly elsewhere: boolean;
}

const restSchema = z.object({
  journalBytes: z.number(),
  facts: z.custom<RunView['facts']>((value) => typeof value === 'object' && value !== null),
  rows: z.custom<RowCounts>((value) => typeof value === 'object' && value !== null),
});

/** Keeps what a run at rest looks like, so that lists need not read its journal. Never fails. */
export async function saveRest(
  paths: RunPaths,
  files: Pick<RunFiles, 'rows' | 'calls' | 'replay'>,
  journalBytes: number,
): Promise<void> {
  const { unknown: _unknown, ...facts } = files.replay.facts();
  try {
    files.rows.write();
    files.calls.write();
    const rest = { journalBytes, facts, rows: files.rows.counts() };
    await writeAtomically(paths.rest, JSON.stringify(rest));
  } catch {
    // It is made again from the journal when it is needed.
  }
}

/** Looks at a run that this process does not work on. @throws DeskError `run_broken`, of files. */
export async function viewRun(paths: RunPaths, runId: string): Promise<RunView> {
  const kept = await readRest(paths);
  if (kept !== null) return { ...kept, elsewhere: false };
  let lock;
  try {
    lock = takeRunLock(paths.lock, runId);
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    // Held by another process, or on a disk that takes nothing: it is looked at as it is.
    return await viewUnlocked(paths, error.code === 'run_locked');
  }
  try {
    const files = await rebuildRunFiles(paths);
    try {
      await saveRest(paths, files, files.sound);
      const { unknown: _unknown, ...facts } = files.replay.facts();
      return { facts, rows: files.rows.counts(), elsewhere: false };
    } finally {
      files.close();
    }
  } finally {
    lock.release();
  }
}

async function viewUnlocked(paths: RunPaths, elsewhere: boolean): Promise<RunView> {
  const replay = createReplay(null);
  await readJournal(paths.journal, ({ record, at }) => replay.take(record, at));
  const rows = openRowTable(paths.rows, false);
  try {
    const { unknown: _unknown, ...facts } = replay.facts();
    const state = elsewhere && facts.state === 'interrupted' ? 'running' : facts.state;
    return { facts: { ...facts, state }, rows: rows.counts(), elsewhere };
  } finally {
    rows.close();
  }
}

async function readRest(paths: RunPaths): Promise<Omit<RunView, 'elsewhere'> | null> {
  const { size } = await withFileErrors(paths.journal, () => stat(paths.journal));
  try {
    const parsed = restSchema.parse(JSON.parse(await readFile(paths.rest, 'utf8')));
    return parsed.journalBytes === size ? parsed : null;
  } catch {
    return null;
  }
}
