import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDispatchIds } from './dispatch-ids';

it('ids sort in the order in which they were made, whatever the clock does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_005 }), { maxLength: 50 }),
      (clock) => {
        let at = 0;
        const newId = createDispatchIds(() => clock[at++] ?? 0);
        const ids = clock.map(() => newId());
        expect([...ids].sort()).toEqual(ids);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids)
          expect(id).toMatch(
            /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
          );
      },
    ),
  );
});

it('ids of a later millisecond sort after those of an earlier one in another process', () => {
  const earlier = createDispatchIds(() => 1_700_000_000_000);
  const many = Array.from({ length: 100 }, earlier);
  const later = createDispatchIds(() => 1_700_000_000_001)();
  for (const id of many) expect(id < later).toBe(true);
});
