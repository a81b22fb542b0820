import { describe, expect, it } from 'vitest';
import { createQuotaRules } from './quota-rules';

const named = { campaign_id: 'a', recipients: [{ external_user_id: 'qa-1' }] };
const broadcast = { campaign_id: 'a', broadcast: true };

describe('createQuotaRules', () => {
  it('has the documented figures by default', () => {
    const rules = createQuotaRules({});
    expect(rules.rulesFor('/campaigns/trigger/send', named)).toEqual([
      { name: 'pool', limit: 250_000, lengthMs: 3_600_000 },
    ]);
    expect(rules.rulesFor('/campaigns/trigger/send', broadcast)).toMatchObject([
      { name: 'broadcast', limit: 250, lengthMs: 60_000 },
      { limit: 10, lengthMs: 60_000 },
    ]);
    expect(rules.rulesFor('/sends/id/create', {})).toMatchObject([
      { limit: 100, lengthMs: 86_400_000 },
    ]);
  });

  it('takes the given figures, zero included', () => {
    const rules = createQuotaRules({
      quotaHour: 500,
      quotaWindowMs: 10_000,
      quotaBroadcast: 0,
      quotaAudience: 3,
    });
    expect(rules.pool).toEqual([{ name: 'pool', limit: 500, lengthMs: 10_000 }]);
    const limits = rules.rulesFor('/canvas/trigger/send', broadcast).map(({ limit }) => limit);
    expect(limits).toEqual([0, 3]);
  });

  it('tells audiences apart by what they say, not by the order of their keys', () => {
    const rules = createQuotaRules({});
    const nameOf = (audience: unknown): string | undefined =>
      rules
        .rulesFor('/campaigns/trigger/send', { campaign_id: 'a', broadcast: true, audience })
        .map(({ name }) => name)
        .find((name) => name.startsWith('audience:'));
    const one = { last_used_app: { comparison: 'after', value: '2030-01-01T00:00:00Z' } };
    const same = { last_used_app: { value: '2030-01-01T00:00:00Z', comparison: 'after' } };
    const other = { last_used_app: { comparison: 'before', value: '2030-01-01T00:00:00Z' } };
    expect(nameOf(one)).toBe(nameOf(same));
    expect(nameOf(one)).not.toBe(nameOf(other));
  });
});
