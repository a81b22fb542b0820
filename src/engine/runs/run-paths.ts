import { join } from 'node:path';

/** The files of one run. Only the plan and the journal are the truth; the rest is made from them. */
export interface RunPaths {
  readonly folder: string;
  readonly plan: string;
  readonly journal: string;
  /** What became of each row; see `row-table.ts`. */
  readonly rows: string;
  /** Where each call's records stand in the journal; see `call-index.ts`. */
  readonly calls: string;
  /** What the run looks like at rest; see `run-files.ts`. */
  readonly rest: string;
  /** How it went over time; see `run-history.ts`. */
  readonly history: string;
  /** How far the journal has been taken into the ledger. */
  readonly fed: string;
  /** Room that is given up when the disk is full, so that what has happened can still be written. */
  readonly spare: string;
  readonly lock: string;
}

/** @param runs the folder of all runs. */
export function runPaths(runs: string, runId: string): RunPaths {
  const folder = join(runs, runId);
  return {
    folder,
    plan: join(folder, 'plan.json'),
    journal: join(folder, 'journal.ndjson'),
    rows: join(folder, 'rows.bin'),
    calls: join(folder, 'calls.bin'),
    rest: join(folder, 'rest.json'),
    history: join(folder, 'history.json'),
    fed: join(folder, 'fed.json'),
    spare: join(folder, 'spare.bin'),
    lock: join(folder, 'lock.sqlite'),
  };
}
