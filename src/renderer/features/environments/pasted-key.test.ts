import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPastedKey } from './pasted-key';

const key = '0a1b2c3d-4e5f-6789-abcd-ef0123456789';

describe('readPastedKey', () => {
  it.each([
    [key, []],
    [`  ${key}\n`, []],
    [`"${key}"`, ['quotes']],
    [`'${key}'`, ['quotes']],
    [`“${key}”`, ['quotes']],
    [`„${key}“`, ['quotes']],
    [`Bearer ${key}`, ['bearer']],
    [`bearer   ${key} `, ['bearer']],
    [`Authorization: Bearer ${key}`, ['bearer']],
    [`"Bearer ${key}"`, ['quotes', 'bearer']],
    [`Bearer "${key}"`, ['bearer', 'quotes']],
  ])('reads %j', (pasted, notes) => {
    expect(readPastedKey(pasted)).toEqual({
      key,
      notes: notes.map((note) => `environments.key.${note}`),
      problem: null,
    });
  });

  it.each(['""', "''", '“ ”', 'Bearer', 'Authorization:'])('never keeps %j as a key', (pasted) => {
    expect(readPastedKey(pasted)).toMatchObject({
      key: '',
      problem: 'environments.key.onlyQuotes',
    });
  });

  it.each([`${key} ${key}`, `${key}\n${key}`, `${key}\t1`])(
    'refuses space inside: %j',
    (pasted) => {
      expect(readPastedKey(pasted).problem).toBe('environments.key.spaces');
    },
  );

  it('leaves a plain key as it is, and never keeps space round it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_.~+/=-]{1,80}$/), (plain) => {
        fc.pre(!/^(bearer|authorization)/i.test(plain));
        expect(readPastedKey(` ${plain}\n`)).toEqual({ key: plain, notes: [], problem: null });
      }),
    );
  });
});
