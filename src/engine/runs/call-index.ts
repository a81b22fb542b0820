import { openRecordFile } from './record-file';

/** Where the records of a run's calls stand in its journal, by the call's number. */
export interface CallIndex {
  /** Byte offsets of the lines; null where there is none. */
  get(call: number): { readonly call: number | null; readonly done: number | null };
  setCall(call: number, offset: number): void;
  setDone(call: number, offset: number): void;
  write(): void;
  clear(): void;
  close(): void;
}

/** Two offsets as doubles, each plus one: zero is none. */
const recordBytes = 16;

/** Opens the index of a run. @throws DeskError of the file family. */
export function openCallIndex(path: string, writable: boolean): CallIndex {
  const file = openRecordFile(path, recordBytes, writable);
  const read = (bytes: Buffer, at: number): number | null => {
    const value = bytes.readDoubleLE(at);
    return value === 0 ? null : value - 1;
  };
  return {
    get(call) {
      if (call >= file.length()) return { call: null, done: null };
      const bytes = file.at(call, false);
      return { call: read(bytes, 0), done: read(bytes, 8) };
    },
    setCall: (call, offset) => void file.at(call, true).writeDoubleLE(offset + 1, 0),
    setDone: (call, offset) => void file.at(call, true).writeDoubleLE(offset + 1, 8),
    write: file.write,
    clear: file.clear,
    close: file.close,
  };
}
