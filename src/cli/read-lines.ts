/** One line of input, without its end. `text` is null where it cannot be used, and `fault` says why. */
export type InputLine =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly text: null; readonly fault: string };

/** Whole lines of input as they came, with their ends; the last line of all may lack its own. */
export interface LineBlock {
  /** Number of the first line, from 1. */
  readonly number: number;
  readonly bytes: Uint8Array;
  /** Whether the first line is too long: only its last part is here. */
  readonly isCut: boolean;
}

/** The longest line that is taken in: a body of 4 MB with room for escapes around it. */
export const maxLineBytes = 32 * 1024 * 1024;

const lineFeed = 10;
// A byte order mark goes with the white space around a line.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Input in whole lines, as they arrive: what a chunk completes is one block. Memory stays within one line and one
 * chunk, whatever comes: a line beyond `limit` bytes is passed over to its end.
 */
export async function* readLineBlocks(
  chunks: AsyncIterable<Uint8Array>,
  limit: number = maxLineBytes,
): AsyncGenerator<LineBlock> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 1;

  const finish = (lines: Uint8Array): LineBlock => {
    const block = { number, bytes: Buffer.concat([...parts, lines]), isCut: length > limit };
    parts = [];
    length = 0;
    return block;
  };

  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(lineFeed) + 1;
    if (end > 0) {
      const lines = chunk.subarray(0, end);
      yield finish(lines);
      number += countLines(lines);
    }
    length += chunk.length - end;
    if (length > limit) parts = [];
    // Copied, because a stream may use its buffer again.
    else if (end < chunk.length) parts.push(Uint8Array.prototype.slice.call(chunk, end));
  }
  if (length > 0) yield finish(new Uint8Array());
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) count += 1;
  return count;
}

/** The lines of a block, blank ones left out; one that is too long or no UTF-8 is reported as a fault. */
export function* linesOf(block: LineBlock, limit: number = maxLineBytes): Generator<InputLine> {
  const { bytes } = block;
  let { number, isCut } = block;
  let from = 0;
  do {
    const found = bytes.indexOf(lineFeed, from);
    const end = found < 0 ? bytes.length : found;
    const line =
      isCut || end - from > limit
        ? fault(number, `longer than ${limit} bytes`)
        : decode(number, bytes.subarray(from, end));
    if (line !== null) yield line;
    isCut = false;
    number += 1;
    from = end + 1;
  } while (from < bytes.length);
}

function fault(number: number, text: string): InputLine {
  return { number, text: null, fault: text };
}

function decode(number: number, bytes: Uint8Array): InputLine | null {
  try {
    const text = decoder.decode(bytes).trim();
    return text === '' ? null : { number, text };
  } catch {
    return fault(number, 'not UTF-8 text');
  }
}
