import { analyse } from 'chardet';
import type { DataEncoding } from '#shared/domain/data-words';
import { createDecoder } from './encodings';

/** An encoding, and the bytes of its mark at the start of the file. */
export interface EncodingGuess {
  readonly encoding: DataEncoding;
  readonly markBytes: number;
}

const marks: readonly (readonly [DataEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The mark at the start of a file; null without one. */
export function markOf(head: Uint8Array): EncodingGuess | null {
  for (const [encoding, bytes] of marks) {
    if (bytes.every((byte, at) => head[at] === byte)) return { encoding, markBytes: bytes.length };
  }
  return null;
}

/**
 * Finds out the encoding of a file by its first bytes: the mark, then the zeros of UTF-16, then whether all of it
 * is UTF-8, then what its letters look like.
 * @param whole whether `head` is all of the file; otherwise a character may be cut off at its end
 */
export function detectEncoding(head: Uint8Array, whole: boolean): EncodingGuess {
  const mark = markOf(head);
  if (mark !== null) return mark;
  const encoding = wideEncoding(head) ?? (isUtf8(head, whole) ? 'utf-8' : narrowEncoding(head));
  return { encoding, markBytes: 0 };
}

/** UTF-16 without a mark: delimiters, digits and line ends have a zero as one of their two bytes. */
function wideEncoding(head: Uint8Array): DataEncoding | null {
  const zeros = [0, 0];
  const most = Math.min(head.length - (head.length % 2), 65_536);
  for (let at = 0; at < most; at += 1) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const needed = Math.max(2, most / 10);
  if (odd >= needed && odd > even * 10) return 'utf-16le';
  return even >= needed && even > odd * 10 ? 'utf-16be' : null;
}

function isUtf8(head: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}

/** Which of the encodings with one or two bytes a character some bytes are, which are not all ASCII. */
export function narrowEncoding(head: Uint8Array): DataEncoding {
  // The letters decide, and there may be few among many digits.
  const letters = linesWithLetters(head);
  const korean = createDecoder('euc-kr');
  if ((korean.write(letters) + korean.end()).includes('\uFFFD')) return 'windows-1252';
  for (const { name } of analyse(letters)) {
    if (name === 'EUC-KR') return 'euc-kr';
    if (name === 'ISO-8859-1' || name === 'windows-1252') return 'windows-1252';
  }
  return 'windows-1252';
}

/** The whole lines of a text that have a byte above ASCII, up to 64 KB. */
function linesWithLetters(head: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let start = 0; start < head.length && size < 65_536;) {
    const found = head.indexOf(10, start);
    const end = found < 0 ? head.length : found + 1;
    const line = head.subarray(start, end);
    const cut = found < 0 && parts.length > 0;
    if (!cut && line.some((byte) => byte >= 0x80)) {
      parts.push(line);
      size += line.length;
    }
    start = end;
  }
  return Buffer.concat(parts);
}
