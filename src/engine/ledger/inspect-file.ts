import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import type { SetAsideFile } from './ledger';
import { brokenMarker } from './candidates';

const headerLength = 100;
const magic = 'SQLite format 3\0';

/**
 * Looks at a file without SQLite, which could write to it: null when there is nothing against opening it.
 * Offsets are those of the SQLite file format's header.
 */
export function inspectFile(file: string, newest: number): SetAsideFile['code'] | null {
  if (existsSync(brokenMarker(file))) return 'ledger_corrupt';
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return null;
  const header = readHeader(file);
  if (header.length < headerLength || header.toString('latin1', 0, 16) !== magic) {
    return 'ledger_corrupt';
  }
  if (header.readUInt32BE(60) > newest) return 'ledger_newer';
  return isCutOff(file, header, size) ? 'ledger_corrupt' : null;
}

/** Fewer pages than the header counts. After a crash the missing ones may be in the log beside it. */
function isCutOff(file: string, header: Buffer, size: number): boolean {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (log > 0) return false;
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const countIsValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  return countIsValid && size < header.readUInt32BE(28) * pageSize;
}

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(headerLength);
  const descriptor = openSync(file, 'r');
  try {
    return header.subarray(0, readSync(descriptor, header, 0, headerLength, 0));
  } finally {
    closeSync(descriptor);
  }
}
