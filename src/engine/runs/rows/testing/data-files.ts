import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { BadRow, Row } from '#shared/domain/data-row';
import type { DataEncoding } from '#shared/domain/data-words';
import type { RowSourceOptions } from '#shared/domain/run';
import { openRows } from '../open-rows';

/** A text in one of the encodings, with or without a mark. */
export function encode(text: string, encoding: DataEncoding, mark = false): Buffer {
  const names = { 'euc-kr': 'cp949' } as Readonly<Record<string, string>>;
  return iconv.encode(mark ? `\uFEFF${text}` : text, names[encoding] ?? encoding);
}

/** Writes a data file. */
export async function writeData(folder: string, content: string | Buffer): Promise<string> {
  const path = join(folder, 'rows.data');
  await writeFile(path, content);
  return path;
}

/** All rows of a file. */
export async function allRows(
  path: string,
  options: RowSourceOptions = {},
): Promise<(Row | BadRow)[]> {
  const rows: (Row | BadRow)[] = [];
  for await (const row of openRows(path, options)) rows.push(row);
  return rows;
}
