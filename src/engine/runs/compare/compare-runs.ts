import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RunComparison } from '#shared/domain/run-comparison';
import type { RunSummary } from '#shared/domain/run-state';
import { withFileErrors } from '../../files/file-error';
import { openRowTable } from '../row-table';
import type { RunPaths } from '../run-paths';
import type { RunPlan } from '../run-plan';
import { compareRows } from './compare-rows';
import { type DifferenceFile, openDifferenceFile } from './difference-file';
import { matchRows, type RowPartners } from './row-partners';
import { readRowUsers } from './row-users';
import { readRunFigures, type Watched } from './run-figures';
import { createUserParts, type UserParts } from './user-parts';

/** One of two runs, at rest, its tables as its journal is. */
export interface RunSide {
  readonly plan: RunPlan;
  readonly paths: RunPaths;
  readonly summary: RunSummary;
}

/** What differs between two runs, until it is closed. */
export interface ComparedRuns {
  readonly sums: Omit<RunComparison, 'comparison'>;
  /** Rows in both that differ. */
  readonly both: DifferenceFile;
  /** Rows in one of them only. */
  readonly single: DifferenceFile;
  close(): void;
}

/**
 * Compares two runs in flat memory: each journal is read once, and each data file where the runs had different ones.
 * @param folder an empty folder for what has to be kept on the way; not taken away.
 * @throws DeskError `run_broken`, of files, and what `watched.check` throws.
 */
export async function compareRuns(
  left: RunSide,
  right: RunSide,
  folder: string,
  watched: Watched,
): Promise<ComparedRuns> {
  const same = sameness(left.plan, right.plan);
  const steps = same.rows ? 3 : 6;
  let step = 0;
  const watchStep = (): Watched => {
    const before = step;
    step += 1;
    return {
      check: watched.check,
      onProgress: (share) => watched.onProgress((before + share) / steps),
    };
  };
  const figures = async ({ paths, plan, summary }: RunSide) => {
    const { size } = await withFileErrors(paths.journal, () => stat(paths.journal));
    return await readRunFigures(paths, plan, summary, size, watchStep());
  };
  const sides = { left: await figures(left), right: await figures(right) };
  const partners = same.rows ? null : await findPartners(left, right, folder, watchStep);

  const opened: { close(): void }[] = partners === null ? [] : [partners];
  const close = (): void => {
    for (const one of opened.splice(0)) one.close();
  };
  const keep = <T extends { close(): void }>(one: T): T => {
    opened.push(one);
    return one;
  };
  try {
    const both = openDifferenceFile(join(folder, 'both.bin'));
    const single = openDifferenceFile(join(folder, 'single.bin'));
    const table = ({ paths, plan }: RunSide) => ({
      plan,
      rows: keep(openRowTable(paths.rows, false)),
    });
    const last = watchStep();
    const sums = await compareRows(table(left), table(right), partners, { both, single }, (done) =>
      breathe(last, done),
    );
    close();
    return {
      sums: { ...sides, same: same.shown, matchedBy: same.rows ? 'row' : 'user', ...sums },
      both,
      single,
      close() {
        both.close();
        single.close();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}

async function findPartners(
  left: RunSide,
  right: RunSide,
  folder: string,
  watchStep: () => Watched,
): Promise<RowPartners> {
  const parts: UserParts[] = [];
  const read = async ({ paths, plan }: RunSide, name: string): Promise<UserParts> => {
    const users = createUserParts((part) => join(folder, `${name}-${part}.bin`));
    parts.push(users);
    await readRowUsers(paths, plan, users.add, watchStep());
    return users;
  };
  try {
    const lefts = await read(left, 'left');
    const rights = await read(right, 'right');
    const matching = watchStep();
    return await matchRows(folder, lefts, rights, (done) => breathe(matching, done));
  } finally {
    for (const one of parts) one.close();
  }
}

/** Lets others have a turn. */
async function breathe(watched: Watched, done: number): Promise<void> {
  await nextTurn();
  watched.check();
  watched.onProgress(done);
}

function sameness(left: RunPlan, right: RunPlan) {
  const equal = (of: (plan: RunPlan) => unknown): boolean =>
    JSON.stringify(of(left)) === JSON.stringify(of(right));
  const dataFile = equal(({ data }) => data.fingerprint.sha256);
  return {
    /** The same bytes read the same way: rows have the same numbers. */
    rows: dataFile && equal(({ data: { options } }) => sorted(options)),
    shown: {
      template: equal(({ request }) => [request.endpoint, request.bodyText, request.variables]),
      environment: equal(({ environment, host }) => [environment.id, host]),
      dataFile,
      mapping: equal(({ mapping }) => mapping),
      settings: equal(({ settings }) => sorted(settings)),
    },
  };
}

function sorted(members: object): readonly unknown[] {
  return Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1));
}
