import { describe, expect, it } from 'vitest';
import {
  namedUsersOf,
  QUOTA_POLICIES,
  quotaClassesOf,
  uniqueAudienceKey,
  windowStartOf,
} from './quota';

const SEND = '/campaigns/trigger/send';
const recipients = [{ external_user_id: 'a' }];
const audience = { AND: [{ a: { x: 1, y: 2 } }] };

describe('quota', () => {
  it('has the documented figures', () => {
    expect(QUOTA_POLICIES).toEqual({
      pool: { limit: 250_000, windowMs: 3_600_000 },
      broadcast: { limit: 250, windowMs: 60_000 },
      audience: { limit: 10, windowMs: 60_000 },
      'send-id-daily': { limit: 100, windowMs: 86_400_000 },
    });
  });

  it('starts again on the clock hour', () => {
    const now = Date.UTC(2026, 10, 21, 14, 59, 59, 999);
    expect(windowStartOf('pool', now)).toBe(Date.UTC(2026, 10, 21, 14));
    expect(windowStartOf('pool', now + 1)).toBe(Date.UTC(2026, 10, 21, 15));
    expect(windowStartOf('send-id-daily', now)).toBe(Date.UTC(2026, 10, 21));
  });

  it.each([
    [SEND, { recipients }, ['pool']],
    [SEND, { recipients, audience }, ['pool', 'broadcast', 'audience']],
    [SEND, { audience }, ['broadcast', 'audience']],
    [SEND, { broadcast: true }, ['broadcast', 'audience']],
    [SEND, {}, ['pool']],
    ['/messages/send', { segment_id: 's', broadcast: true }, ['broadcast', 'audience']],
    ['/campaigns/trigger/schedule/create', { broadcast: true }, ['broadcast', 'audience']],
    ['/campaigns/trigger/schedule/delete', { broadcast: true }, ['pool']],
    ['/sends/id/create', {}, ['send-id-daily']],
    ['/campaigns/list', {}, ['pool']],
  ] as const)('%s %j draws from %j', (path, body, classes) => {
    expect(quotaClassesOf(path, body)).toEqual(classes);
    expect(uniqueAudienceKey(path, body) !== null).toBe(
      (classes as readonly string[]).includes('audience'),
    );
  });

  it('tells audiences apart by campaign, segment and filters, not by key order', () => {
    const key = (body: object) =>
      uniqueAudienceKey(SEND, { broadcast: true, campaign_id: 'c', ...body });
    expect(key({ audience: { AND: [{ a: { y: 2, x: 1 } }] } })).toBe(key({ audience }));
    const different = [
      {},
      { audience },
      { campaign_id: 'd' },
      { segment_id: 's' },
      { audience: { OR: audience.AND } },
    ];
    expect(new Set(different.map(key)).size).toBe(different.length);
    expect(key({ trigger_properties: { a: 1 } })).toBe(key({}));
  });

  it('makes a key of an audience of any depth', () => {
    let deep: unknown = { a: {} };
    for (let level = 0; level < 20_000; level += 1) deep = { AND: [deep] };
    expect(uniqueAudienceKey(SEND, { audience: deep })).toContain('"AND"');
  });

  it('counts the users a body names', () => {
    expect(namedUsersOf(SEND, { recipients })).toBe(1);
    expect(
      namedUsersOf('/messages/send', {
        external_user_ids: ['a', 'b'],
        user_aliases: [{}],
        recipients,
      }),
    ).toBe(3);
    expect(namedUsersOf(SEND, 'x')).toBe(0);
  });
});
