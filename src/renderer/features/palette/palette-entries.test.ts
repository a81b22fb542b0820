import { describe, expect, it } from 'vitest';
import type { PaletteEntry } from './palette-entries';
import { rankEntries, rankOf } from './palette-entries';

const entry = (label: string, hint = ''): PaletteEntry => ({
  id: `${hint}/${label}`,
  label,
  hint,
  keys: null,
  icon: {},
  run: () => undefined,
});

describe('the palette', () => {
  it('puts a whole start before a word, a part and letters in order', () => {
    const entries = ['Resend welcome', 'Unwelcomed', 'Welcome', 'Weekly long comedy'].map((label) =>
      entry(label),
    );
    expect(rankEntries(entries, 'welcom').map(({ label }) => label)).toEqual([
      'Welcome',
      'Resend welcome',
      'Unwelcomed',
      'Weekly long comedy',
    ]);
  });

  it('finds by folder too, after those found by name', () => {
    const entries = [entry('Receipt', 'Onboarding'), entry('Onboarding check')];
    expect(rankEntries(entries, 'onboarding').map(({ label }) => label)).toEqual([
      'Onboarding check',
      'Receipt',
    ]);
  });

  it('leaves out what does not fit and keeps the order for an empty question', () => {
    expect(rankOf('Welcome', 'xyz')).toBeNull();
    const entries = [entry('B'), entry('A')];
    expect(rankEntries(entries, ' ')).toEqual(entries);
  });
});
