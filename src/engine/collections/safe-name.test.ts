import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeName, nameKey, safeName } from './safe-name';

describe('safeName', () => {
  it.each([
    ['Welcome', 'Welcome'],
    ['환영 메시지', '환영 메시지'],
    ['한글'.normalize('NFD'), '한글'],
    ['Grüße 😀 👩‍👩‍👧', 'Grüße 😀 👩‍👩‍👧'],
    ['a/b\\c', 'a-b-c'],
    ['a:b*c?"d<e>f|g', 'a-b-c--d-e-f-g'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['  spaced   out  ', 'spaced out'],
    ['tab\tand\nline', 'tab and line'],
    ['ends.with.dots...', 'ends.with.dots'],
    ['ends with. . .', 'ends with'],
    ['.hidden', 'hidden'],
    ['CON', '_CON'],
    ['con.jsonc', '_con.jsonc'],
    ['Lpt9', '_Lpt9'],
    ['COM¹', '_COM¹'],
    ['CONIN$', '_CONIN$'],
    ['console', 'console'],
    ['com10', 'com10'],
    ['Node_Modules', '_Node_Modules'],
    ['invoice\u202Egnp', 'invoicegnp'],
    ['half \ud83d pair', 'half pair'],
  ])('makes %j into %j', (typed, name) => {
    expect(safeName(typed)).toBe(name);
  });

  it.each(['', ' ', '.', '...', '/', '\\\\', '\u202e', '\0', ' . '])('refuses %j', (typed) => {
    expect(() => safeName(typed)).toThrow(expect.objectContaining({ code: 'name_invalid' }));
  });

  it('cuts a long name between characters', () => {
    expect(safeName('한'.repeat(200))).toBe('한'.repeat(66));
    expect(safeName('👩‍👩‍👧'.repeat(50))).toBe('👩‍👩‍👧'.repeat(11));
  });

  it('is always storable everywhere, and does not change when it is made safe again', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            '.',
            ' ',
            '/',
            '-',
            'con',
            'nul',
            '한',
            '\u0301',
            '👩',
            '\u200d',
            ':',
            'a',
          ),
          { maxLength: 90 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        let name: string;
        try {
          name = safeName(typed);
        } catch {
          return;
        }
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Surrogate}]|^[. ]|[. ]$/u);
        expect(name.normalize('NFC')).toBe(name);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(201);
        expect(name).not.toBe('');
        expect(safeName(name)).toBe(name);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('freeName', () => {
  const taken = (...names: string[]): Set<string> => new Set(names.map(nameKey));

  it.each([
    ['Welcome', [], 'Welcome.jsonc'],
    ['Welcome', ['welcome.JSONC'], 'Welcome 2.jsonc'],
    ['Welcome', ['Welcome.jsonc', 'Welcome 2.jsonc'], 'Welcome 3.jsonc'],
    ['Welcome 2', ['Welcome 2.jsonc'], 'Welcome 3.jsonc'],
    ['2', ['2.jsonc'], '2 2.jsonc'],
    ['한글', ['한글.jsonc'.normalize('NFD')], '한글 2.jsonc'],
    ['Straße', ['STRASSE.jsonc'], 'Straße 2.jsonc'],
    ['Welcome', ['Welcome.json'], 'Welcome.jsonc'],
  ])('finds a place for %j beside %j', (name, names, free) => {
    expect(freeName(name, '.jsonc', taken(...names))).toBe(free);
  });
});
