import type { DataEncoding } from '#shared/domain/data-words';

/** Where the lines of a file begin that are in the bytes seen last. */
export interface LinePlaces {
  /** The next bytes of the file. */
  take(chunk: Uint8Array): void;
  /** The offset in the file where a line begins, from 1; null where that was not in the bytes seen last. */
  offsetOf(line: number): number | null;
}

const lf = 0x0a;
const cr = 0x0d;

/**
 * Counts lines of a file in its bytes. Null for encodings in which a byte of a line end may be half of another
 * character.
 * @param carriageReturns whether one of these alone ends a line, as in CSV
 * @param start the place of the first byte, which begins a line
 */
export function createLinePlaces(
  encoding: DataEncoding,
  carriageReturns: boolean,
  start: { readonly line: number; readonly offset: number },
): LinePlaces | null {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return null;
  let position = start.offset;
  /** The line of `begins[0]`. */
  let first = start.line;
  let begins: number[] = [start.offset];
  let fresh = true;
  /** The last byte may be half of a line end. */
  let pending = false;

  return {
    take(chunk) {
      if (!fresh) {
        first += begins.length;
        begins = [];
      }
      fresh = false;
      if (pending && chunk.length > 0) {
        pending = false;
        // With a line feed it is that which ends the line.
        if (chunk[0] !== lf) begins.push(position);
      }
      let feed = chunk.indexOf(lf);
      let back = carriageReturns ? chunk.indexOf(cr) : -1;
      while (feed >= 0 || back >= 0) {
        if (feed >= 0 && (back < 0 || feed < back)) {
          begins.push(position + feed + 1);
          feed = chunk.indexOf(lf, feed + 1);
          continue;
        }
        if (back === chunk.length - 1) pending = true;
        else if (chunk[back + 1] !== lf) begins.push(position + back + 1);
        back = chunk.indexOf(cr, back + 1);
      }
      position += chunk.length;
    },
    offsetOf: (line) => begins[line - first] ?? null,
  };
}
