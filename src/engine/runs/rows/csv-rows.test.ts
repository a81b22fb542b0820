import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRecordReader } from './csv-records';
import { csvRows } from './csv-rows';
import type { CsvDialect } from './detect-format';
import { createLibraryReader } from './library-records';
import { createPlainReader } from './plain-records';
import { maxRowBytes, type RowBatch } from './row-batch';

async function* streamOf(chunks: readonly string[]): AsyncGenerator<string, void, undefined> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

async function readBy(batches: AsyncIterable<RowBatch>): Promise<unknown> {
  const rows: unknown[] = [];
  let columns: readonly string[] = [];
  let next: RowBatch['next'] = null;
  for await (const batch of batches) {
    rows.push(...batch.rows);
    ({ columns, next } = batch);
  }
  return { rows, columns, next };
}

/** By the library alone. */
async function* libraryRows(
  chunks: readonly string[],
  dialect: CsvDialect,
): AsyncGenerator<RowBatch, void, undefined> {
  const library = createLibraryReader(dialect);
  const reader = createRecordReader('data.csv', null);
  for (const [at, text] of [...chunks, ''].entries()) {
    const { records, failure } = await library.take(text, at === chunks.length);
    yield reader.batch(records, failure, false);
    if (failure !== null) return;
  }
}

const dialects = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|', ' ', '::', '"'),
  quote: fc.constantFrom('"' as const, "'" as const),
});
/** Everything that has a meaning in some dialect, and what rows may not have. */
const piece = fc.constantFrom(
  ...['a', 'bc', ' ', ',', ';', '\t', '|', '::', '"', '""', "'", "''", '\n', '\r\n', '\r'],
  ...['"a"', '"a,b"', '"a""b"', '"a\nb"', '\0', '\uFFFD', 'ü', '한', '😀', 'sep=;\n', ''],
);

test('cells, lines and problems are those that the library finds, in pieces of any size', async () => {
  await fc.assert(
    fc.asyncProperty(
      dialects,
      fc.array(fc.array(piece, { maxLength: 12 }), { maxLength: 12 }),
      async (dialect, pieces) => {
        // Columns of different names, so that most texts have rows.
        const header = `x${dialect.delimiter}y${dialect.delimiter}z\n`;
        const chunks = [header, ...pieces.map((one) => one.join(''))];
        const whole = chunks.join('');
        const found = await readBy(csvRows('data.csv', streamOf(chunks), dialect)).catch(codeOf);
        expect(found).toEqual(await readBy(libraryRows([whole], dialect)).catch(codeOf));
      },
    ),
    { numRuns: 3000 },
  );
});

test('well-formed records are read without the library', () => {
  const cell = fc.stringMatching(/^[a-zü한 ,"\n\r]{0,8}$/);
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
      fc.nat({ max: 40 }),
      (records, cut) => {
        const text = records
          .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        const reader = createPlainReader({ delimiter: ',', quote: '"' });
        const first = reader?.take(text.slice(0, cut), false);
        const second = reader?.take(text.slice(cut), true);
        expect([first?.odd, second?.odd]).toEqual([null, null]);
        expect([...(first?.records ?? []), ...(second?.records ?? [])]).toEqual(records);
      },
    ),
  );
});

test.each([
  ['bare', 'x'.repeat(maxRowBytes / 2)],
  ['enclosed', `"${'x'.repeat(maxRowBytes / 2)}"`],
  ['enclosed, with many bytes a character', `"${'한'.repeat(maxRowBytes / 2)}"`],
  ['bare, with many bytes a character', '한'.repeat(maxRowBytes / 2)],
])('a row that may be too long, %s, is left to the library', async (_name, cell) => {
  const dialect: CsvDialect = { delimiter: ',', quote: '"' };
  const text = `a,b\n1,2\n${cell},3\n4,5\n`;
  const chunks = text.match(/[^]{1,65536}/g) ?? [];
  const found = await readBy(csvRows('data.csv', streamOf(chunks), dialect));
  expect(found).toEqual(await readBy(libraryRows([text], dialect)));
});

function codeOf(error: unknown): unknown {
  return { thrown: error instanceof Error ? error.message : error };
}
