import { join } from 'node:path';
import { openRecordFile, type RecordFile } from '../record-file';
import { partCount, type UserParts } from './user-parts';

/** Which row of the right run goes with a row of the left one. */
export interface RowPartners {
  /** `none`: it names a user whom the other run does not; `nameless`: it names nobody. */
  ofLeft(row: number): number | 'none' | 'nameless';
  ofRight(row: number): 'matched' | 'none' | 'nameless';
  leftLength(): number;
  rightLength(): number;
  close(): void;
}

/** A row with a user but without a partner. */
const alone = 0xffff_ffff;

/**
 * Puts rows together that name the same user; where one is named several times, the first with the first. In flat
 * memory: one part of the users after the other. `between` is waited for after each part.
 * @throws DeskError of the file family.
 */
export async function matchRows(
  folder: string,
  left: UserParts,
  right: UserParts,
  between: (done: number) => Promise<void>,
): Promise<RowPartners> {
  const opened: RecordFile[] = [];
  const open = (name: string): RecordFile => {
    const file = openRecordFile(join(folder, name), 4, true);
    opened.push(file);
    return file;
  };
  const close = (): void => {
    for (const file of opened) file.close();
  };
  try {
    const lefts = open('left.bin');
    const rights = open('right.bin');
    /** Row numbers plus one; 0 where the row names nobody. */
    const set = (file: RecordFile, row: number, partner: number | null): void =>
      void file.at(row, true).writeUInt32LE(partner === null ? alone : partner + 1, 0);
    for (let number = 0; number < partCount; number += 1) {
      const theirs = right.part(number);
      const mine = left.part(number);
      for (const [user, rows] of mine) {
        const others = theirs.get(user) ?? [];
        for (const [at, row] of rows.entries()) set(lefts, row, others[at] ?? null);
      }
      for (const [user, rows] of theirs) {
        const others = mine.get(user) ?? [];
        for (const [at, row] of rows.entries()) set(rights, row, others[at] ?? null);
      }
      await between((number + 1) / partCount);
    }
    const read = (file: RecordFile, row: number): number | 'none' | 'nameless' => {
      if (row >= file.length()) return 'nameless';
      const value = file.at(row, false).readUInt32LE(0);
      return value === 0 ? 'nameless' : value === alone ? 'none' : value - 1;
    };
    return {
      ofLeft: (row) => read(lefts, row),
      ofRight(row) {
        const partner = read(rights, row);
        return typeof partner === 'number' ? 'matched' : partner;
      },
      leftLength: lefts.length,
      rightLength: rights.length,
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}
