import { hash } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { useTempFolders } from '../../files/testing/temp-folder';
import { matchRows, type RowPartners } from './row-partners';
import { createUserParts, partCount, type UserParts } from './user-parts';

const tempFolder = useTempFolders();
const keyOf = (user: string): Buffer => hash('sha256', user, 'buffer').subarray(0, 16);
const atOnce = (): Promise<void> => Promise.resolve();

/** Whom each row names; null: nobody. */
type Users = readonly (string | null)[];

function partsOf(folder: string, name: string, users: Users): UserParts {
  const parts = createUserParts((part) => join(folder, `${name}-${part}.bin`));
  for (const [row, user] of users.entries()) if (user !== null) parts.add(row, keyOf(user));
  return parts;
}

async function match(left: Users, right: Users): Promise<RowPartners> {
  const folder = await tempFolder();
  const [lefts, rights] = [partsOf(folder, 'l', left), partsOf(folder, 'r', right)];
  const partners = await matchRows(folder, lefts, rights, atOnce);
  lefts.close();
  rights.close();
  return partners;
}

/** As one would say it who has all of it in memory: the nth row of a user goes with the nth of the other run. */
function plainly(left: Users, right: Users): readonly (number | 'none' | 'nameless')[] {
  const taken = new Set<number>();
  return left.map((user) => {
    if (user === null) return 'nameless';
    const at = right.findIndex((other, row) => other === user && !taken.has(row));
    if (at < 0) return 'none';
    taken.add(at);
    return at;
  });
}

const someUsers = fc.array(
  fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'ä', 'A', '__proto__', 'a '), { freq: 6 }),
  { maxLength: 30 },
);

it('puts rows together as one would who has all of them in sight', async () => {
  await fc.assert(
    fc.asyncProperty(someUsers, someUsers, async (left, right) => {
      const partners = await match(left, right);
      const expected = plainly(left, right);
      expect(left.map((_, row) => partners.ofLeft(row))).toEqual(expected);
      const matched = new Set(expected.filter((one) => typeof one === 'number'));
      expect(right.map((_, row) => partners.ofRight(row))).toEqual(
        right.map((user, row) =>
          user === null ? 'nameless' : matched.has(row) ? 'matched' : 'none',
        ),
      );
      expect(partners.ofLeft(left.length)).toBe('nameless');
      partners.close();
    }),
    { numRuns: 40 },
  );
});

it('matches a hundred thousand users that outgrow every buffer, in reverse order', async () => {
  const left = Array.from({ length: 100_000 }, (_, row) => `user-${row}`);
  const right = [...left].reverse().filter((_, row) => row % 1000 !== 7);
  const partners = await match(left, right);
  let wrong = 0;
  for (const [row, user] of left.entries()) {
    const partner = partners.ofLeft(row);
    if (partner === 'none' ? right.includes(user) : right[Number(partner)] !== user) wrong += 1;
  }
  expect(wrong).toBe(0);
  expect(left.filter((_, row) => partners.ofLeft(row) === 'none')).toHaveLength(100);
  partners.close();
});

it('counts a row once that left in several calls', async () => {
  const folder = await tempFolder();
  const parts = createUserParts((part) => join(folder, `p-${part}.bin`));
  for (const row of [7, 3, 7, 7]) parts.add(row, keyOf('one'));
  const all = Array.from({ length: partCount }, (_, part) => [...parts.part(part).values()]).flat();
  parts.close();
  expect(all).toEqual([[3, 7]]);
});
