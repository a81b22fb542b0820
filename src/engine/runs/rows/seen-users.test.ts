import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSeenUsers } from './seen-users';

test('tells the line of the first time, for any names', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 400 }), (names) => {
      const users = createSeenUsers();
      const first = new Map<string, number>();
      names.forEach((name, at) => {
        expect(users.add(name, at + 1)).toBe(first.get(name) ?? 0);
        if (!first.has(name)) first.set(name, at + 1);
      });
      expect(users.size).toBe(first.size);
    }),
  );
});

test('finds every one of 50,000 again, after it has grown', () => {
  const users = createSeenUsers();
  const count = 50_000;
  for (let at = 1; at <= count; at += 1)
    if (users.add(`user-${at}`, at) !== 0) throw new Error('new');
  expect(users.size).toBe(count);
  let wrong = 0;
  for (let at = 1; at <= count; at += 1) if (users.add(`user-${at}`, 9) !== at) wrong += 1;
  expect(wrong).toBe(0);
});
