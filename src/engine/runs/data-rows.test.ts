import { stat, utimes, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataEncoding } from '#shared/domain/data-words';
import type { RowSourceOptions } from '#shared/domain/run';
import type { RunDataRow } from '#shared/domain/run-state';
import { useTempFolders } from '../files/testing/temp-folder';
import { createDataIndex } from './data-index';
import { dataRowsOf, readDataRows } from './data-rows';
import { fingerprintFile } from './rows/fingerprint';
import { createLinePlaces } from './rows/line-places';
import { encode, writeData } from './rows/testing/data-files';
import { byUser } from './testing/runs-desk';

const tempFolder = useTempFolders();
const idle = new AbortController().signal;

async function planOf(content: string | Buffer, options: RowSourceOptions) {
  const path = await writeData(await tempFolder(), content);
  return {
    data: { path, options, fingerprint: await fingerprintFile(path) },
    mapping: [byUser],
    request: {
      endpoint: '/campaigns/trigger/send',
      bodyText: '{}',
      variables: [],
      name: null,
      ref: null,
    },
  };
}

/** Enough for several places, with all that makes lines and rows differ. */
function csv(lineEnd: string, filler: string): string {
  const rows = Array.from({ length: 1600 }, (_, row) => {
    if (row % 97 === 5) return '';
    const note = row % 7 === 3 ? `"one${lineEnd}two "" ${row}${lineEnd}"` : `n${row}`;
    const name = row % 41 === 7 ? '' : `qa-${row}`;
    return row % 211 === 9 ? 'ragged' : `${name},${note},${filler.repeat(1 + (row % 300))}`;
  });
  return ['external_user_id,note,filler', ...rows].join(lineEnd);
}
const ndjson = Array.from({ length: 1600 }, (_, row) =>
  row % 89 === 4
    ? row % 2 === 0
      ? ''
      : '{broken'
    : JSON.stringify({ external_user_id: `qa-${row}`, filler: 'ä€😀'.repeat(1 + (row % 70)) }),
).join('\n');

const files: readonly [string, Buffer, RowSourceOptions, marked: boolean][] = [
  ['CSV', encode(csv('\n', 'ä€😀'), 'utf-8'), { format: 'csv' }, true],
  ['CSV with a mark and CRLF', encode(csv('\r\n', '한글'), 'utf-8', true), { format: 'csv' }, true],
  ['CSV with carriage returns', encode(csv('\r', 'abcdef'), 'utf-8'), { format: 'csv' }, true],
  ...(['windows-1252', 'euc-kr', 'utf-16le'] as const satisfies readonly DataEncoding[]).map(
    (encoding): (typeof files)[number] => [
      `CSV in ${encoding}`,
      encode(csv('\r\n', encoding === 'windows-1252' ? 'äöü€' : '한글'), encoding),
      { format: 'csv', encoding },
      encoding !== 'utf-16le',
    ],
  ),
  ['NDJSON', encode(ndjson, 'utf-8'), { format: 'ndjson' }, true],
  [
    'a JSON list',
    encode(
      `[${ndjson
        .split('\n')
        .filter((line) => line.endsWith('}'))
        .join(',')}]`,
      'utf-8',
    ),
    { format: 'json' },
    false,
  ],
];

describe.each(files)('rows in the middle of %s', (_name, content, options, marked) => {
  it('are the same however one comes to them, and cost no more than a stretch of it', async () => {
    const plan = await planOf(content, options);
    const all: RunDataRow[] = [];
    for await (const rows of dataRowsOf(plan)) all.push(...rows);
    expect(all.length).toBeGreaterThan(1200);
    const windows = fc.array(fc.array(fc.nat(all.length + 20), { minLength: 1, maxLength: 30 }), {
      minLength: 1,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(windows, async (asked) => {
        const index = createDataIndex();
        for (const rows of asked) {
          const expected = all.filter((row) => rows.includes(row.index));
          expect(await readDataRows(plan, rows, idle, index)).toEqual(expected);
        }
      }),
      { numRuns: 4 },
    );
    const index = createDataIndex();
    await readDataRows(plan, [all.length - 1], idle, index);
    const place = (await index.open(plan)).before(all.length - 1);
    if (marked) expect(content.length - (place?.offset ?? 0)).toBeLessThan(400_000);
    else expect(place).toBeNull();
  }, 60_000);
});

describe('a file that is not what it was', () => {
  it('is not read, also where it is as long as before', async () => {
    const plan = await planOf('external_user_id\nu1\nu2\n', {});
    const index = createDataIndex();
    expect(await readDataRows(plan, [1], idle, index)).toMatchObject([{ identifier: 'u2' }]);
    await writeFile(plan.data.path, 'external_user_id\nx1\nx2\n');
    // The time of the change is no proof, but it is seen.
    await utimes(plan.data.path, 0, 0);
    await expect(readDataRows(plan, [1], idle, index)).rejects.toMatchObject({
      code: 'data_changed',
    });
    await writeFile(plan.data.path, 'external_user_id\nu1\nu2\n');
    expect((await stat(plan.data.path)).size).toBe(plan.data.fingerprint.bytes);
    expect(await readDataRows(plan, [0, 99], idle, index)).toMatchObject([{ identifier: 'u1' }]);
  });
});

it('finds the beginning of every line, however the bytes come', () => {
  const text = fc
    .array(fc.constantFrom('a', 'ä', '\n', '\r', '\r\n', '😀'), { maxLength: 40 })
    .map((parts) => Buffer.from(parts.join('')));
  fc.assert(
    fc.property(
      text,
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      (bytes, sizes) => {
        const begins = [0];
        for (const { index, 0: end } of bytes.toString('latin1').matchAll(/\r\n|\n|\r/g)) {
          begins.push(index + end.length);
        }
        const places = createLinePlaces('utf-8', true, { line: 1, offset: 0 });
        const found = new Map<number, number>();
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          places?.take(bytes.subarray(at, at + size));
          at += size;
          for (const [line] of begins.entries()) {
            const offset = places?.offsetOf(line + 1) ?? null;
            if (offset !== null) found.set(line + 1, offset);
          }
        }
        // What only the end of the file would tell may be open.
        for (const [line, offset] of found) expect(offset).toBe(begins[line - 1]);
        const open = bytes.length === 0 || bytes.at(-1) === 0x0d ? 1 : 0;
        expect(found.size).toBeGreaterThanOrEqual(begins.length - open);
      },
    ),
  );
});
