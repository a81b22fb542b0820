import { crc32 } from 'node:zlib';

/** A record and the text that goes with it: a body, or what came back. */
export interface Line {
  readonly record: unknown;
  readonly text: string | null;
}

/**
 * One line of a journal: the CRC-32 of the rest in eight hex digits, a blank, the record as JSON, and where
 * there is one a tab and a text. Compact JSON has neither tab nor line end, so the text is put in as it is. A line
 * that was cut off by a power cut does not match its sum.
 */
export function encodeLine(record: object, text: string | null): string {
  const rest = text === null ? JSON.stringify(record) : `${JSON.stringify(record)}\t${text}`;
  return `${sumOf(rest)} ${rest}\n`;
}

/** Reads a line without its end; null where it is damaged. Never throws. */
export function decodeLine(line: string): Line | null {
  const rest = line.slice(9);
  if (line[8] !== ' ' || line.slice(0, 8) !== sumOf(rest)) return null;
  const tab = rest.indexOf('\t');
  try {
    const record: unknown = JSON.parse(tab < 0 ? rest : rest.slice(0, tab));
    return { record, text: tab < 0 ? null : rest.slice(tab + 1) };
  } catch {
    return null;
  }
}

function sumOf(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}
