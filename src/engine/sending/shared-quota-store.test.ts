import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { silentLog } from '../log/log';
import { createSharedQuotaStore } from './shared-quota-store';

const folder = mkdtempSync(join(tmpdir(), 'quota-store-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('an account in the file', () => {
  it('is what the last one wrote, whoever reads it, in whatever order they come', () => {
    let file = 0;
    const turns = fc.array(
      fc.record({ who: fc.nat(2), account: fc.constantFrom('a', 'b'), fails: fc.boolean() }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(turns, (wanted) => {
        file += 1;
        const path = join(folder, `quota-${file}.sqlite`);
        const stores = [0, 1, 2].map(() => createSharedQuotaStore(path, silentLog));
        const counts = { a: 0, b: 0 };
        for (const { who, account, fails } of wanted) {
          const work = () =>
            stores[who]?.update(account, (state) => {
              const before = state.flights['x']?.atMs ?? 0;
              state.flights['x'] = { atMs: before + 1, calls: {} };
              if (fails) throw new Error('in the middle');
              return before;
            });
          if (fails) expect(work).toThrow('in the middle');
          else {
            expect(work()).toEqual({ value: counts[account] });
            counts[account] += 1;
          }
        }
        for (const store of stores) store.close();
      }),
      { numRuns: 60 },
    );
  });
});
