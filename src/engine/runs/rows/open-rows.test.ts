import { open } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBadRow } from '#shared/domain/data-row';
import { type DataEncoding, dataEncodings } from '#shared/domain/data-words';
import { ExactNumber } from '#shared/lib/exact-number';
import { jsonText } from '#shared/lib/json-text';
import { useTempFolders } from '../../files/testing/temp-folder';
import { openRows } from './open-rows';
import { maxRowBytes } from './row-batch';
import { allRows, encode, writeData } from './testing/data-files';

const tempFolder = useTempFolders();

/** `line: problem` or `line: value|value`, one a row. */
async function told(content: string | Buffer): Promise<string[]> {
  const rows = await allRows(await writeData(await tempFolder(), content));
  return rows.map((row) =>
    isBadRow(row)
      ? `${row.line}: ${row.problem.code}`
      : `${row.line}: ${Object.values(row.values).map(String).join('|')}`,
  );
}

describe('CSV', () => {
  test.each<[string, string | Buffer, string[]]>([
    ['too few and too many cells', 'a,b\n1\n1,2,3\n1,2\n', ['2: ragged', '3: ragged', '4: 1|2']],
    ['a delimiter too many on every line', 'a,b,\n1,2,\n3,4,\n', ['2: 1|2', '3: 3|4']],
    ['delimiters too many on some lines', 'a,b\n1,2,,\n3,4\n', ['2: 1|2', '3: 3|4']],
    ['blank lines, also at the start', '\n\na,b\n\n1,2\n \n,\n3,4\n\n', ['5: 1|2', '8: 3|4']],
    ['line ends of all kinds', 'a,b\r\n1,2\n3,4\r5,6', ['2: 1|2', '3: 3|4', '4: 5|6']],
    [
      'line ends inside cells',
      'a,b\n"x\r\ny",1\n"p\nq\rr",2\n3,4',
      ['2: x\r\ny|1', '4: p\nq\rr|2', '7: 3|4'],
    ],
    ['quotes inside cells', 'a,b\n"say ""hi""",1\n5" pipe,2\n', ['2: say "hi"|1', '3: 5" pipe|2']],
    ['a cell enclosed only at its start', 'a,b\n"x"y,1\n2,3\n', ['2: "x"y|1', '3: 2|3']],
    ['a quote that is never closed', 'a,b\n1,2\n"3,4\n5,6\n', ['2: 1|2', '3: quote_unclosed']],
    ['formulas stay texts', 'a,b\n=1+1,@SUM(A1)\n', ['2: =1+1|@SUM(A1)']],
    [
      'numbers stay as written',
      'a,b\n007,1e5\n12345678901234567890,1.0\n',
      ['2: 007|1e5', '3: 12345678901234567890|1.0'],
    ],
    ['a NUL', 'a,b\nx\0y,1\n2,3\n', ['2: nul_character', '3: 2|3']],
    ['a name that objects have', 'a,__proto__\n1,{"x":1}\n', ['2: 1|{"x":1}']],
    ['a column without a name', 'a,,c\n1,2,3\n', ['2: 1|2|3']],
    ['one column', 'external_user_id\na\n\nb\n', ['2: a', '4: b']],
    ['a line that names the delimiter', 'sep=;\r\na;b,c\r\n1;2,3\r\n', ['3: 1|2,3']],
    ['only a header', 'a,b\n', []],
  ])('%s', async (_name, content, expected) => {
    expect(await told(content)).toEqual(expected);
  });

  test('a name of an object’s own workings is only a name', async () => {
    const [row] = await allRows(await writeData(await tempFolder(), 'id,__proto__\n1,x\n'));
    expect(row).toMatchObject({ index: 0, line: 2 });
    expect(isBadRow(row!) || Object.keys(row!.values)).toEqual(['id', '__proto__']);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  test.each([
    ['data_empty', ''],
    ['data_empty', '\uFEFF \n\n'],
    ['columns_repeated', 'a,b, a\n1,2,3\n'],
  ])('throws %s', async (code, content) => {
    await expect(told(content)).rejects.toMatchObject({ code });
  });

  test('bytes that are no character spoil their row only', async () => {
    const content = Buffer.concat([
      Buffer.from('a,b\n1,'),
      Buffer.from([0xfc]),
      Buffer.from('\n2,3\n'),
    ]);
    const path = await writeData(await tempFolder(), content);
    const rows = await allRows(path, { encoding: 'utf-8' });
    expect(rows.map((row) => (isBadRow(row) ? row.problem : row.values))).toEqual([
      { code: 'not_decodable', params: { column: 'b' } },
      { a: '2', b: '3' },
    ]);
  });

  test('a missing file, and a folder, are told apart', async () => {
    const folder = await tempFolder();
    await expect(allRows(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'not_found' });
    await expect(allRows(folder)).rejects.toMatchObject({ code: 'data_unreadable' });
  });

  test('a quote that swallows more than a row may have ends the reading', async () => {
    const rest = 'x,y\n'.repeat(maxRowBytes / 2);
    const rows = await told(`a,b\n1,2\n"open,${rest}`);
    expect(rows).toEqual(['2: 1|2', '3: row_too_long']);
  });
});

const cellText = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 12 }),
  fc.constantFrom('', '"', '""', "'", ',', ';', '\t', '|', '\n', '\r\n', '\r', ' x ', '0', 'a"b'),
  fc.stringMatching(/^[a-z",;\n|]{0,12}$/),
);
/** Letters that each encoding has. */
const letters: Readonly<Record<DataEncoding, string[]>> = {
  'utf-8': ['ü', '한', '😀', '\u2028'],
  'utf-16le': ['ü', '한', '😀', '\u2028'],
  'utf-16be': ['ü', '한', '😀', '\u2028'],
  'windows-1252': ['ü', '€', 'ß', '’'],
  'euc-kr': ['한', '글', '똠', '가'],
};

function quoted(cell: string, delimiter: string, quote: string, always: boolean): string {
  const needs = always || cell.includes(quote) || cell.includes(delimiter) || /[\r\n]/.test(cell);
  return needs ? quote + cell.replaceAll(quote, quote + quote) + quote : cell;
}

describe.each(dataEncodings)('rows written as CSV in %s', (encoding) => {
  test('are read back, whatever the delimiter and the quote', async () => {
    const folder = await tempFolder();
    const cell = fc
      .tuple(cellText, fc.constantFrom('', ...letters[encoding]))
      .map(([text, letter]) => text + letter);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('"' as const, "'" as const),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.boolean(),
        async (rows, delimiter, quote, lineEnd, always, mark) => {
          const withMark = mark && encoding.startsWith('utf-');
          const lines = [['a', 'b', 'c'], ...rows].map((cells) =>
            cells.map((one) => quoted(one, delimiter, quote, always)).join(delimiter),
          );
          const path = await writeData(folder, encode(lines.join(lineEnd), encoding, withMark));
          const found = await allRows(path, { format: 'csv', delimiter, quote, encoding });
          const expected = rows.filter((cells) => cells.some((one) => one.trim() !== ''));
          expect(found.map((row) => (isBadRow(row) ? row : Object.values(row.values)))).toEqual(
            expected,
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('JSON', () => {
  test.each<[string, string, string[]]>([
    ['a list', '[{"a":1},\n {"a":"x"}\n]', ['1: 1', '2: x']],
    ['an empty list', '[]', []],
    ['one object', '{\n "a": 1,\n "b": [1,2]\n}', ['1: 1|1,2']],
    ['objects one after another', '{\n"a":1}\n{\n"a":2}\n', ['1: 1', '3: 2']],
    ['one a line', '{"a":1}\n\n{"a":2}\r\n{"a":3}', ['1: 1', '3: 2', '4: 3']],
    [
      'broken rows among good ones',
      '[{"a":1},\n{a:2},\n{"a":3}]',
      ['1: 1', '2: json_broken', '3: 3'],
    ],
    ['a broken line', '{"a":1}\n{"a":\n{"a":3}', ['1: 1', '2: json_broken', '3: 3']],
    [
      'rows that are no objects',
      '[{"a":1}, 5, "x", null, [1], {"a":2}]',
      ['1: 1', ...Array.from({ length: 4 }, () => '1: row_not_object'), '1: 2'],
    ],
    ['brackets and quotes in texts', '[{"a":"]}[{\\""},{"a":"\\\\"}]', ['1: ]}[{"', '1: \\']],
    ['a list that does not end', '[{"a":1},\n{"a":2}', ['1: 1', '2: 2', '2: json_unclosed']],
    ['a text that does not end', '[{"a":1},\n{"a":"2}]', ['1: 1', '2: json_unclosed']],
    [
      'too deep',
      `[{"a":1},{"a":${'['.repeat(200)}${']'.repeat(200)}}]`,
      ['1: 1', '1: json_too_deep'],
    ],
    [
      'deeper than any stack',
      `{"a":1}\n{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      ['1: 1', '2: json_too_deep'],
    ],
  ])('%s', async (_name, content, expected) => {
    expect(await told(content)).toEqual(expected);
  });

  test('numbers keep every digit', async () => {
    const numbers = ['12345678901234567890', '1.0', '1e400', '-0', '0.1', '7', '1E5'];
    const rows = await allRows(
      await writeData(await tempFolder(), `[{"n":[${numbers.join(',')}]}]`),
    );
    const [row] = rows;
    const values = isBadRow(row!) ? {} : row!.values;
    expect(jsonText(values)).toBe(`{"n":[${numbers.join(',')}]}`);
    expect((values.n as unknown[])[0]).toBeInstanceOf(ExactNumber);
    expect((values.n as unknown[])[5]).toBe(7);
  });

  test('any objects are read back from a list and from lines, in pieces of any size', async () => {
    const folder = await tempFolder();
    const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { minKeys: 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(object, { minLength: 1, maxLength: 6 }), async (objects) => {
        const clean = objects.filter((one) => !JSON.stringify(one).includes('\uFFFD'));
        if (clean.length === 0) return;
        for (const text of [
          JSON.stringify(clean),
          JSON.stringify(clean, null, 2),
          clean.map((one) => JSON.stringify(one)).join('\n'),
        ]) {
          const rows = await allRows(await writeData(folder, text));
          expect(
            rows.map((row) =>
              isBadRow(row) ? row : (JSON.parse(jsonText(row.values)) as unknown),
            ),
          ).toEqual(clean.map((one) => JSON.parse(JSON.stringify(one)) as unknown));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('a line that is too long does not spoil the next one', async () => {
    const rows = await told(`{"a":1}\n{"a":"${'x'.repeat(maxRowBytes)}"}\n{"a":3}\n`);
    expect(rows).toEqual(['1: 1', '2: row_too_long', '3: 3']);
  });
});

test('leaving the loop closes the file', async () => {
  const path = await writeData(await tempFolder(), `a,b\n${'1,2\n'.repeat(200_000)}`);
  const before = await openDescriptors();
  for await (const row of openRows(path)) {
    expect(row.index).toBe(0);
    break;
  }
  expect(await openDescriptors()).toBe(before);
});

/** The number that the next opened file gets: the lowest that is free. */
async function openDescriptors(): Promise<number> {
  const handle = await open(import.meta.filename);
  const { fd } = handle;
  await handle.close();
  return fd;
}
