import { describe, expect, it } from 'vitest';
import { differencesOf, expectationOf } from './judge-case';

const actual = { outcome: 'refused', status: 400, texts: ['Invalid campaign', 'R07'] } as const;
const locale = (value: string) => [{ name: 'locale', value, kind: 'text' as const }];

describe('a case', () => {
  it.each([
    [{ outcome: 'refused' }, []],
    [{ outcome: 'refused', status: 400, errorContains: 'INVALID' }, []],
    [{ outcome: 'accepted' }, ['outcome']],
    [{ status: 401 }, ['status']],
    [{ errorContains: 'audience' }, ['errorContains']],
    [
      { outcome: 'queued', status: 202, errorContains: 'x' },
      ['outcome', 'status', 'errorContains'],
    ],
  ] as const)('that expects %o differs in %o', (expected, fields) => {
    expect(differencesOf(expected, actual).map(({ field }) => field)).toEqual(fields);
  });

  it('has no status where nothing came back', () => {
    expect(differencesOf({ status: 200 }, { ...actual, status: null })).toEqual([
      { field: 'status', expected: '200', actual: '' },
    ]);
  });

  it('goes by the last entry that fits it', () => {
    const suite = {
      expect: { outcome: 'accepted' },
      cases: [
        { when: locale('de'), expect: { status: 400 } },
        { when: locale('de'), expect: { status: 401 } },
      ],
    } as const;
    expect(expectationOf(suite, locale('de'))).toEqual({ expect: { status: 401 }, own: true });
    expect(expectationOf(suite, locale('en'))).toEqual({
      expect: { outcome: 'accepted' },
      own: false,
    });
  });
});
