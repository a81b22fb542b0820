import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOfParameters, parametersOf } from './lookup-parameters';

describe('a look-up', () => {
  it('says in its address what its body says', () => {
    const body = { page: 2, include_archived: false, 'last_edit.time[gt]': '2026-08-01T00:00:00' };
    expect(parametersOf('/campaigns/list', body)).toEqual([
      ['page', '2'],
      ['include_archived', 'false'],
      ['last_edit.time[gt]', '2026-08-01T00:00:00'],
    ]);
    expect(parametersOf('/campaigns/list', { page: null, tags: ['a'], more: {} })).toEqual([]);
    expect(parametersOf('/campaigns/list', null)).toEqual([]);
  });

  it('is not what takes a body', () => {
    expect(parametersOf('/campaigns/trigger/send', { campaign_id: 'x' })).toBeNull();
  });

  it('is read from an address, with the types of its fields', () => {
    const parameters = new URLSearchParams(
      'page=3&include_archived=true&sort_direction=desc&page=4&x=1&last_edit.time%5Bgt%5D=a',
    );
    expect(bodyOfParameters('/campaigns/list', parameters)).toBe(
      '{"page":4,"include_archived":true,"sort_direction":"desc","x":"1","last_edit.time[gt]":"a"}',
    );
  });

  it('comes back as it was, whatever its parameters are', () => {
    const odd = fc.constantFrom('page', 'include_archived', '__proto__', 'x', '');
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('0', '01', 'true', '1e3', '-1', '99999999999999999999'),
    );
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(odd, value), { selector: ([name]) => name }), (given) => {
        const json = bodyOfParameters('/campaigns/list', given);
        expect(parametersOf('/campaigns/list', JSON.parse(json))).toEqual(given);
      }),
    );
  });
});
