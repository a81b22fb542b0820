import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blastRadiusOf, targetIdOf } from './blast-radius';
import { ENDPOINT_PATHS, reachesUsers } from './endpoints';
import { legalAudience } from './testing/legal-body';

const SEND = '/campaigns/trigger/send';
const MESSAGES = '/messages/send';
const audience = { AND: [{ a: {} }, { OR: [{ b: {} }, { c: {} }] }] };
const two = [{ external_user_id: 'a' }, { external_user_id: 'b' }];

describe('blast radius of a trigger', () => {
  it.each([
    [{ recipients: two }, { kind: 'recipients', count: 2 }],
    [
      { recipients: two, broadcast: false },
      { kind: 'recipients', count: 2 },
    ],
    [
      { recipients: two, audience },
      { kind: 'audience', conditions: 3, recipients: 2, broadcast: false },
    ],
    [{ audience }, { kind: 'audience', conditions: 3, recipients: null, broadcast: false }],
    [
      { audience, broadcast: true },
      { kind: 'audience', conditions: 3, recipients: null, broadcast: true },
    ],
    [{ broadcast: true }, { kind: 'segment' }],
    [{ broadcast: true, recipients: two }, { kind: 'segment' }],
    [{ broadcast: true, audience: { AND: [] } }, { kind: 'segment' }],
    [{ broadcast: true, audience: 'everyone' }, { kind: 'segment' }],
    [{ broadcast: 'false', recipients: two }, { kind: 'segment' }],
    [{ broadcast: null, recipients: two }, { kind: 'segment' }],
    [{ broadcast: 0 }, { kind: 'segment' }],
    [{ recipients: { external_user_id: 'a' } }, { kind: 'segment' }],
    [{ recipients: 'all' }, { kind: 'segment' }],
    [{ segment_id: 's' }, { kind: 'segment' }],
    [
      { segment_id: 's', recipients: two },
      { kind: 'recipients', count: 2 },
    ],
    [{ external_user_ids: ['a'] }, { kind: 'recipients', count: 1 }],
    [{}, { kind: 'none' }],
    [{ recipients: [] }, { kind: 'none' }],
    [{ recipients: null, broadcast: false }, { kind: 'none' }],
    [[], { kind: 'none' }],
    [null, { kind: 'none' }],
    ['broadcast', { kind: 'none' }],
  ])('%j', (body, radius) => {
    expect(blastRadiusOf(SEND, body)).toEqual(radius);
    expect(blastRadiusOf('/canvas/trigger/send', body)).toEqual(radius);
    expect(blastRadiusOf('/campaigns/trigger/schedule/create', body)).toEqual(radius);
  });

  it('does not look at inherited fields', () => {
    expect(blastRadiusOf(SEND, Object.create({ broadcast: true }))).toEqual({ kind: 'none' });
    expect(blastRadiusOf(SEND, JSON.parse('{"__proto__":{"broadcast":true}}'))).toEqual({
      kind: 'none',
    });
  });
});

describe('blast radius of a message', () => {
  it.each([
    [
      { external_user_ids: ['a', 'b'], user_aliases: [{}] },
      { kind: 'recipients', count: 3 },
    ],
    [
      { external_user_ids: ['a'], segment_id: 's' },
      { kind: 'recipients', count: 1 },
    ],
    [{ segment_id: 's' }, { kind: 'segment' }],
    [{ segment_id: 's', broadcast: true }, { kind: 'segment' }],
    [{ external_user_ids: 'a' }, { kind: 'segment' }],
    [
      { audience, broadcast: true },
      { kind: 'audience', conditions: 3, recipients: null, broadcast: true },
    ],
    [{ recipients: two }, { kind: 'none' }],
  ])('%j', (body, radius) => {
    expect(blastRadiusOf(MESSAGES, body)).toEqual(radius);
  });
});

describe('blast radius of anything', () => {
  it('is none where a call sends nothing', () => {
    for (const path of ENDPOINT_PATHS.filter((candidate) => !reachesUsers(candidate))) {
      expect(blastRadiusOf(path, { broadcast: true, recipients: two })).toEqual({ kind: 'none' });
    }
  });

  it('is never smaller than a broadcast that might be one', () => {
    const notOff = fc.jsonValue().filter((value) => value !== false);
    fc.assert(
      fc.property(
        fc.constantFrom(...ENDPOINT_PATHS.filter(reachesUsers)),
        notOff,
        fc.jsonValue(),
        fc.jsonValue(),
        (path, broadcast, recipients, filters) => {
          const { kind } = blastRadiusOf(path, { broadcast, recipients, audience: filters });
          expect(['segment', 'audience']).toContain(kind);
        },
      ),
    );
  });

  it('counts at least one condition in a legal audience', () => {
    fc.assert(
      fc.property(legalAudience, (filters) => {
        const radius = blastRadiusOf(SEND, { audience: filters });
        expect(radius).toMatchObject({ kind: 'audience', broadcast: false });
        if (radius.kind === 'audience') expect(radius.conditions).toBeGreaterThan(0);
      }),
    );
  });
});

describe('target', () => {
  it.each([
    [SEND, { campaign_id: 'c', canvas_id: 'v' }, 'c'],
    ['/canvas/trigger/send', { campaign_id: 'c', canvas_id: 'v' }, 'v'],
    [SEND, { campaign_id: 7 }, null],
    [SEND, { campaign_id: '' }, null],
    [SEND, null, null],
  ] as const)('of %s %j is %s', (path, body, id) => {
    expect(targetIdOf(path, body)).toBe(id);
  });
});
