import { stat } from 'node:fs/promises';
import { DeskError } from '#shared/errors';
import { withFileErrors } from '../files/file-error';
import { fingerprintFile } from './rows/fingerprint';
import { type ResolvedSource, resolveSource } from './rows/open-rows';
import type { RowMark } from './rows/row-batch';
import type { RunPlan } from './run-plan';

/** A run's data file as far as it is known where its rows stand. */
export interface IndexedData {
  readonly source: ResolvedSource;
  /** The last known place at or before a row; null: the beginning. */
  before(row: number): RowMark | null;
  add(mark: RowMark): void;
}

/** Knows places in data files, so that rows in the middle are read without all before them. */
export interface DataIndex {
  /** @throws DeskError `data_changed` where the file is not the one the run began with; of data files. */
  open(plan: Pick<RunPlan, 'data'>): Promise<IndexedData>;
}

/** Files that are remembered. */
const mostFiles = 4;
/** Bytes between two places: a gigabyte has some four thousand. */
const stride = 256 * 1024;

interface Known {
  readonly version: string;
  readonly data: Promise<IndexedData>;
}

/** Makes an index that knows nothing yet. The whole of a file is read once, to see whether it is still the same. */
export function createDataIndex(): DataIndex {
  const files = new Map<string, Known>();

  const make = async ({ data }: Pick<RunPlan, 'data'>): Promise<IndexedData> => {
    const { path, options, fingerprint } = data;
    if ((await fingerprintFile(path)).sha256 !== fingerprint.sha256) {
      throw new DeskError('data_changed', { path });
    }
    const source = await resolveSource(path, options);
    const marks: RowMark[] = [];
    return {
      source,
      before(row) {
        let low = 0;
        let high = marks.length;
        while (low < high) {
          const middle = (low + high) >>> 1;
          if ((marks[middle]?.index ?? 0) <= row) low = middle + 1;
          else high = middle;
        }
        return marks[low - 1] ?? null;
      },
      add(mark) {
        // Only behind the last: what is read again in the middle is known already.
        const last = marks.at(-1);
        if (mark.offset >= (last?.offset ?? 0) + stride && mark.index > (last?.index ?? 0)) {
          marks.push(mark);
        }
      },
    };
  };

  return {
    async open(plan) {
      const { path, options, fingerprint } = plan.data;
      const { size, mtimeMs, ino } = await withFileErrors(path, () => stat(path));
      if (size !== fingerprint.bytes) throw new DeskError('data_changed', { path });
      const key = JSON.stringify([path, options, fingerprint.sha256]);
      const version = [size, mtimeMs, ino].join(' ');
      const known = files.get(key);
      if (known?.version === version) return await known.data;
      const made = { version, data: make(plan) };
      files.delete(key);
      files.set(key, made);
      for (const oldest of [...files.keys()].slice(0, -mostFiles)) files.delete(oldest);
      // A failure is none of those who ask later.
      made.data.catch(() => {
        if (files.get(key) === made) files.delete(key);
      });
      return await made.data;
    },
  };
}
