import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { rowsInspectionSchema } from '#shared/domain/data-row';
import type { DataEncoding } from '#shared/domain/data-words';
import { useTempFolders } from '../../files/testing/temp-folder';
import { inspectRows, sourceOptionsOf } from './inspect-rows';
import { allRows, encode, writeData } from './testing/data-files';

const tempFolder = useTempFolders();
const german = 'Kundennummer;Name;Stadt\n17;Jürgen Groß;München\n18;Änne Übel;Köln\n';
const korean =
  '이름,도시,메모\n김철수,서울,안녕하세요 반갑습니다\n이영희,부산,주문이 접수되었습니다\n';

describe('what a file is', () => {
  test.each<[string, string, DataEncoding, boolean, string]>([
    ['plain letters', 'a,b\n1,2\n', 'utf-8', false, ','],
    ['UTF-8', german, 'utf-8', false, ';'],
    ['UTF-8 with a mark', german, 'utf-8', true, ';'],
    ['UTF-16 little-endian with a mark', german, 'utf-16le', true, ';'],
    ['UTF-16 big-endian with a mark', german, 'utf-16be', true, ';'],
    ['UTF-16 little-endian', german, 'utf-16le', false, ';'],
    ['UTF-16 big-endian', korean, 'utf-16be', false, ','],
    ['Windows-1252', german, 'windows-1252', false, ';'],
    ['one umlaut', 'id,name\n1,Müller\n', 'windows-1252', false, ','],
    ['Korean', korean, 'euc-kr', false, ','],
    ['Korean beyond KS X 1001', korean.replaceAll('안녕', '똠방뷁'), 'euc-kr', false, ','],
    ['tabs', 'a\tb\n1,5\t2\n', 'utf-8', false, '\t'],
    ['bars and commas', 'a|b\n1,2|3,4\n5,6|7\n', 'utf-8', false, '|'],
    ['commas inside quotes', 'a;b\n"1,2,3";x\n"4,5,6";y\n', 'utf-8', false, ';'],
  ])('%s', async (_name, text, encoding, mark, delimiter) => {
    const path = await writeData(await tempFolder(), encode(text, encoding, mark));
    const found = await inspectRows(path);
    expect(found).toMatchObject({ format: 'csv', encoding, byteOrderMark: mark, delimiter });
    expect(rowsInspectionSchema.parse(found)).toEqual(found);
    const lines = text
      .trim()
      .split('\n')
      .map((line) => line.split(delimiter));
    if (!text.includes('"')) {
      expect(found.columns).toEqual(lines[0]);
      expect(found.sample.map(({ cells }) => cells)).toEqual(lines.slice(1));
    }
    expect(await allRows(path, sourceOptionsOf(found))).toHaveLength(lines.length - 1);
  });

  test.each([
    ['apostrophes', "a,b\n'1,2','x'\n'3,4','y'\n", { quote: "'", delimiter: ',' }],
    ['a list', ' [{"a":1}]', { format: 'json', delimiter: null, quote: null }],
    ['lines', '{"a":1}\n{"b":2}\n', { format: 'ndjson', columns: ['a', 'b'] }],
    ['an object over several lines', '{\n"a":1}', { format: 'json', columns: ['a'] }],
    ['a header that begins with a bracket', '[id],name\n1,2\n', { format: 'csv' }],
  ])('%s', async (_name, text, expected) => {
    expect(await inspectRows(await writeData(await tempFolder(), text))).toMatchObject(expected);
  });

  test('a letter far behind the beginning counts', async () => {
    const content = encode(`id,name\n${'1,x\n'.repeat(400_000)}2,Jürgen\n`, 'windows-1252');
    const path = await writeData(await tempFolder(), content);
    const found = await inspectRows(path);
    expect(found.encoding).toBe('windows-1252');
    expect(found.fingerprint).toEqual({
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    const last = (await allRows(path, sourceOptionsOf(found))).at(-1);
    expect(last).toMatchObject({ line: 400_002, values: { name: 'Jürgen' } });
  });

  test('an aborted signal ends it', async () => {
    const path = await writeData(await tempFolder(), german);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(inspectRows(path, {}, { signal })).rejects.toThrow('enough');
  });
});
