import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowOutcomes } from '#shared/domain/run-state';
import { useTempFolders } from '../files/testing/temp-folder';
import { openRowTable, type RowState } from './row-table';

const tempFolder = useTempFolders();

/** Rows of more pages than are kept in memory, some of them next to each other. */
const row = fc.oneof(
  fc.nat({ max: 600_000 }),
  fc.nat({ max: 150 }).map((page) => page * 4096),
  fc.nat({ max: 9 }),
);
const state = fc.record({
  outcome: fc.constantFrom(...rowOutcomes),
  call: fc.nat({ max: 2 ** 32 - 1 }),
  bisect: fc.boolean(),
});

test('keeps what was set last, in whatever order, also for who opens it later', async () => {
  const folder = await tempFolder();
  let number = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(row, state), { minLength: 1, maxLength: 300 }), (steps) => {
      number += 1;
      const path = join(folder, `${number}.bin`);
      const table = openRowTable(path, true);
      const expected = new Map<number, RowState>();
      for (const [at, one] of steps) {
        table.set(at, one);
        expected.set(at, one);
        expect(table.get(at)).toEqual(one);
      }
      const counted = Object.fromEntries(rowOutcomes.map((outcome) => [outcome, 0]));
      for (const { outcome } of expected.values()) counted[outcome] = (counted[outcome] ?? 0) + 1;
      table.write();
      const reader = openRowTable(path, false);
      for (const one of [table, reader]) {
        expect(one.counts()).toEqual(counted);
        expect(one.length()).toBe(Math.max(...expected.keys()) + 1);
        for (const [at, known] of expected) expect(one.get(at)).toEqual(known);
      }
      table.close();
      reader.close();
    }),
    { numRuns: 40 },
  );
});
