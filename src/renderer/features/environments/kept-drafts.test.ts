import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyForm, sameForm } from './environment-form';
import { keepDrafts, loadKeptDrafts, readKeptDrafts } from './kept-drafts';

function memory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & { size: () => number } {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    size: () => kept.size,
  };
}

const form = {
  ...emptyForm(),
  name: 'Stag',
  variables: [{ rowId: 'x', name: 'code', value: '1', kind: 'json' as const }],
};

describe('kept drafts', () => {
  it('come back as they were typed', () => {
    const storage = memory();
    keepDrafts(storage, [{ id: 'new:1', saved: false, form }]);
    const [draft] = loadKeptDrafts(storage);
    expect(draft).toMatchObject({ id: 'new:1', saved: false });
    expect(sameForm(draft!.form, form)).toBe(true);
  });

  it('leave nothing behind once all is saved', () => {
    const storage = memory();
    keepDrafts(storage, [{ id: 'a', saved: true, form }]);
    keepDrafts(storage, []);
    expect(storage.size()).toBe(0);
  });

  it.each([
    null,
    '',
    'nonsense',
    'null',
    '{}',
    '[1,null,"a"]',
    JSON.stringify([{ id: 5, form }]),
    JSON.stringify([{ id: 'a', form: { ...form, name: null } }]),
    JSON.stringify([{ id: 'a', form: { ...form, color: 'plaid' } }]),
    JSON.stringify([{ id: 'a', form: { ...form, hostKind: 'other' } }]),
    JSON.stringify([{ id: 'a', form: { ...form, variables: [null] } }]),
    JSON.stringify([{ id: 'a', form: { ...form, production: 'yes' } }]),
  ])('are none when they read %s', (text) => {
    expect(readKeptDrafts(text)).toEqual([]);
  });

  it('never throw, whatever was kept', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(Array.isArray(readKeptDrafts(text))).toBe(true);
      }),
    );
  });

  it('do without a storage that refuses', () => {
    const refuse = (): never => {
      throw new Error('refused');
    };
    expect(loadKeptDrafts({ getItem: refuse })).toEqual([]);
    expect(() => keepDrafts({ setItem: refuse, removeItem: refuse }, [])).not.toThrow();
  });
});
