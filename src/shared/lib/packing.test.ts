import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RowRange } from '../domain/data-row';
import { createCallFrame } from './call-template';
import { createPacker, maxCallBytes, maxPropertiesBytes, type PackedCall } from './packing';
import type { MappedRow, RequestPart } from './row-mapper';
import { appendIndex, countIndexes, hasIndex, listIndexes } from './row-ranges';

const bodyJson = '{"campaign_id":"c","n":1.50,"recipients":[{"external_user_id":"old"}]}';

function mapped(user: string, text = '', request: readonly RequestPart[] | null = null): MappedRow {
  const json = JSON.stringify({ text });
  return {
    ok: true,
    recipient: `{"external_user_id":${JSON.stringify(user)},"trigger_properties":${json}}`,
    identity: `e:${user}`,
    properties: [{ field: 'trigger_properties', json }],
    request,
    plain: true,
  };
}

const city = (name: string): readonly RequestPart[] => [
  { path: ['trigger_properties', 'city'], json: JSON.stringify(name) },
];

function packAll(rows: readonly MappedRow[], batch?: number) {
  const packer = createPacker(batch === undefined ? { bodyJson } : { bodyJson, batch });
  const calls: PackedCall[] = [];
  const bad: number[] = [];
  rows.forEach((row, index) => {
    const packing = packer.add({ index, line: index + 2 }, row);
    calls.push(...packing.calls);
    if (packing.bad !== null) bad.push(packing.bad.index);
  });
  calls.push(...packer.flush());
  return { calls, bad, splits: packer.splitForSameUser };
}

/** What every packing must keep, whatever the rows. */
function checkPacking(rows: readonly MappedRow[], batch: number): void {
  const { calls, bad } = packAll(rows, batch);
  const sent = calls.flatMap((call) => listIndexes(call.rows));
  expect([...sent, ...bad].sort((a, b) => a - b)).toEqual(rows.map((_, index) => index));
  const lastOfGroup = new Map<string, number>();
  for (const call of calls) {
    const indexes = listIndexes(call.rows);
    expect(indexes.length).toBeGreaterThan(0);
    expect(indexes.length).toBeLessThanOrEqual(Math.min(batch, 50));
    expect(call.recipients).toEqual(indexes.map((index) => rows[index]!.recipient));
    expect(new Set(indexes.map((index) => rows[index]!.identity)).size).toBe(indexes.length);
    for (const index of indexes) expect(rows[index]!.request).toEqual(call.requestParts);
    const body = createCallFrame(bodyJson, call.requestParts).compose(call.recipients);
    expect(Buffer.byteLength(body)).toBe(call.bytes());
    expect(call.bytes()).toBeLessThanOrEqual(maxCallBytes);
    expect(() => JSON.parse(body) as unknown).not.toThrow();
    const group = JSON.stringify(call.requestParts);
    expect(indexes[0]).toBeGreaterThan(lastOfGroup.get(group) ?? -1);
    lastOfGroup.set(group, indexes.at(-1)!);
  }
}

describe('packing', () => {
  test('loses no row, sends none twice, keeps the order of a group and every limit', () => {
    const row = fc
      .record({
        user: fc.oneof(fc.integer({ min: 0, max: 60 }).map(String), fc.string()),
        text: fc.oneof(
          { weight: 8, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
          {
            weight: 1,
            arbitrary: fc.integer({ min: 49_000, max: 52_000 }).map((n) => 'x'.repeat(n)),
          },
          {
            weight: 1,
            arbitrary: fc.integer({ min: 16_000, max: 18_000 }).map((n) => '한'.repeat(n)),
          },
        ),
        group: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
      })
      .map(({ user, text, group }) =>
        mapped(user, text, group === null ? null : city(`place ${group}`)),
      );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 150 }), fc.integer({ min: 1, max: 50 }), checkPacking),
      { numRuns: 60 },
    );
  });

  test('keeps to 4 MB a call', () => {
    const big = (index: number): MappedRow => ({
      ...mapped(`u${index}`),
      recipient: `{"external_user_id":"u${index}","attributes":{"x":"${'한'.repeat(300_000)}"}}`,
      properties: [],
    });
    const rows = Array.from({ length: 13 }, (_, index) => big(index));
    checkPacking(rows, 50);
    expect(packAll(rows).calls.map(({ rows: ranges }) => countIndexes(ranges))).toEqual([
      4, 4, 4, 1,
    ]);
  });

  test('no call ends early for its size while the next row has room in it', () => {
    const text = fc
      .tuple(fc.constantFrom('x', 'é', '한', '😀', '\uD800'), fc.integer({ min: 1, max: 900_000 }))
      .map(([letter, length]) => letter.repeat(Math.ceil(length / letter.length)));
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 12 }), (texts) => {
        const rows = texts.map((one, index) => ({
          ...mapped(`u${index}`),
          recipient: `{"external_user_id":"u${index}","attributes":{"x":"${one}"}}`,
          properties: [],
        }));
        const { calls } = packAll(rows);
        for (const call of calls.slice(0, -1)) {
          const next = rows[(call.rows.at(-1)?.last ?? 0) + 1]?.recipient ?? '';
          expect(call.bytes()).toBeLessThanOrEqual(maxCallBytes);
          expect(call.bytes() + 1 + Buffer.byteLength(next)).toBeGreaterThan(maxCallBytes);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('many groups at once are ended one after another, oldest first, and stay bounded', () => {
    const rows = Array.from({ length: 600 }, (_, index) =>
      mapped(`u${index}`, '', city(`place ${index % 150}`)),
    );
    checkPacking(rows, 50);
    const packer = createPacker({ bodyJson });
    let sent = 0;
    rows.forEach((row, index) => {
      for (const call of packer.add({ index, line: index + 2 }, row).calls)
        sent += countIndexes(call.rows);
      expect(index + 1 - sent).toBeLessThanOrEqual(64 * 50);
    });
    expect(packer.flush()).toHaveLength(64);
  });

  test('the same user ends a call early, and is counted', () => {
    const { calls, splits } = packAll([mapped('a'), mapped('b'), mapped('a'), mapped('c')]);
    expect(calls.map(({ rows }) => rows)).toEqual([
      [{ first: 0, last: 1 }],
      [{ first: 2, last: 3 }],
    ]);
    expect(splits).toBe(1);
  });

  test.each<[string, MappedRow]>([
    ['properties over 50 KB', mapped('u', 'x'.repeat(maxPropertiesBytes))],
    ['properties of the whole call over 50 KB', mapped('u', '', city('x'.repeat(60_000)))],
    [
      'a recipient over 4 MB',
      { ...mapped('u'), recipient: `{"x":"${'x'.repeat(maxCallBytes)}"}`, properties: [] },
    ],
  ])('%s fit no call', (_name, row) => {
    expect(packAll([mapped('a'), row, mapped('b')])).toMatchObject({ bad: [1] });
    checkPacking([mapped('a'), row, mapped('b')], 50);
  });
});

describe('the frame of a call', () => {
  test.each<[string, string, RequestPart[], string]>([
    ['recipients of the file go', bodyJson, [], '{"campaign_id":"c","n":1.50,"recipients":[1,2]}'],
    ['nothing else in it', '{}', [], '{"recipients":[1,2]}'],
    [
      'members that are there keep their characters',
      '{"trigger_properties":{"a":1e400,"b":{}}}',
      [{ path: ['trigger_properties', 'c'], json: '2' }],
      '{"trigger_properties":{"a":1e400,"b":{},"c":2},"recipients":[1,2]}',
    ],
    [
      'a member is replaced in its place',
      '{"a":1,"b":2}',
      [{ path: ['a'], json: '"x"' }],
      '{"a":"x","b":2,"recipients":[1,2]}',
    ],
    [
      'what is no object makes room',
      '{"a":[1]}',
      [{ path: ['a', 'b'], json: '1' }],
      '{"a":{"b":1},"recipients":[1,2]}',
    ],
    [
      'a prototype’s name is only a name',
      '{}',
      [{ path: ['__proto__', 'x'], json: '1' }],
      '{"__proto__":{"x":1},"recipients":[1,2]}',
    ],
  ])('%s', (_name, body, parts, expected) => {
    const frame = createCallFrame(body, parts);
    expect(frame.compose(['1', '2'])).toBe(expected);
    expect(frame.bytes).toBe(Buffer.byteLength(frame.compose([])));
  });
});

test('ranges say which rows they hold', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(60)), (list) => {
      const sorted = list.toSorted((a, b) => a - b);
      const { calls } = packAll([]);
      expect(calls).toEqual([]);
      const ranges = sorted.map((index) => ({ first: index, last: index }));
      for (let index = 0; index <= 61; index += 1)
        expect(hasIndex(ranges, index)).toBe(list.includes(index));
      const joined: RowRange[] = [];
      for (const index of sorted) appendIndex(joined, index);
      expect(listIndexes(joined)).toEqual(sorted);
    }),
  );
});
