import { describe, expect, it } from 'vitest';
import type { Headers } from '#shared/domain/dispatch';
import { createLimiter } from './limiter';
import type { Permit, Refusal } from './permit';
import { bodyFor, campaignId } from './testing/sample-request';

const hour = Date.UTC(2026, 8, 21, 14);
const named = bodyFor('a');
const broadcast = { campaign_id: campaignId, broadcast: true };

function setUp(concurrency = 100) {
  const clock = { ms: hour + 60_500 };
  const published: unknown[] = [];
  const limiter = createLimiter({
    now: () => clock.ms,
    concurrency,
    publish: (name, payload) => published.push([name, payload]),
  });
  const ask = (
    body: unknown = named,
    over: { environmentId?: string; signal?: AbortSignal; endpoint?: '/sends/id/create' } = {},
  ): Promise<Permit | Refusal> =>
    limiter.acquire({
      environmentId: 'staging',
      endpoint: '/campaigns/trigger/send',
      body,
      signal: new AbortController().signal,
      ...over,
    });
  const permit = async (body?: unknown): Promise<Permit> => {
    const answer = await ask(body);
    if (!answer.granted) throw new Error(answer.reason);
    return answer;
  };
  const pool = () => limiter.get({ environmentId: 'staging' });
  return { clock, published, limiter, ask, permit, pool };
}

function headers(limit: number, remaining: number, resetAtMs: number): Headers {
  return [
    ['x-ratelimit-limit', String(limit)],
    ['X-RateLimit-Remaining', String(remaining)],
    ['X-RateLimit-Reset', String(Math.floor(resetAtMs / 1000))],
  ];
}
const answer = (limit: number, remaining: number, resetAtMs = hour + 3_600_000, status = 201) => ({
  status,
  headers: headers(limit, remaining, resetAtMs),
});

describe('counting here', () => {
  it('starts with the documented figures at the first call and publishes each change', async () => {
    const { permit, pool, published } = setUp();
    expect(await pool()).toBeNull();
    (await permit()).settle(null);
    const view = {
      environmentId: 'staging',
      limit: 250_000,
      remaining: 249_999,
      resetAtMs: hour + 3_600_000,
      source: 'local',
    };
    expect(await pool()).toEqual(view);
    expect(published).toEqual([['quota.changed', view]]);
  });

  it('gives back what never left', async () => {
    const { permit, pool } = setUp();
    (await permit()).refund();
    expect(await pool()).toMatchObject({ remaining: 250_000 });
  });

  it('keeps ten broadcasts a minute to one audience apart from those to others', async () => {
    const { ask, permit, clock, pool } = setUp();
    for (let call = 0; call < 10; call += 1) (await permit(broadcast)).settle(null);
    const minuteEnd = hour + 120_000;
    const refusal = {
      granted: false,
      reason: 'quota',
      quota: 'audience',
      limit: 10,
      resetAtMs: minuteEnd,
    };
    expect(await ask(broadcast)).toEqual(refusal);
    (await permit({ ...broadcast, campaign_id: 'another' })).settle(null);
    (await permit(named)).settle(null);
    // Broadcasts draw nothing from the hourly pool.
    expect(await pool()).toMatchObject({ remaining: 249_999 });
    clock.ms = minuteEnd - 1;
    expect(await ask(broadcast)).toEqual(refusal);
    clock.ms = minuteEnd;
    (await permit(broadcast)).settle(null);
  });

  it('lets 250 broadcasts a minute leave in all', async () => {
    const { ask, permit } = setUp();
    for (let call = 0; call < 250; call += 1) {
      (await permit({ ...broadcast, campaign_id: `c${call}` })).settle(null);
    }
    expect(await ask({ ...broadcast, campaign_id: 'c250' })).toMatchObject({
      quota: 'broadcast',
      limit: 250,
    });
  });

  it('lets a hundred send ids a day be made', async () => {
    const { ask, clock } = setUp();
    for (let call = 0; call < 100; call += 1) {
      const given = await ask({ campaign_id: 'a' }, { endpoint: '/sends/id/create' });
      if (given.granted) given.settle(null);
    }
    const refused = await ask({ campaign_id: 'a' }, { endpoint: '/sends/id/create' });
    expect(refused).toMatchObject({ quota: 'send-id-daily', resetAtMs: Date.UTC(2026, 8, 22) });
    clock.ms = Date.UTC(2026, 8, 22);
    expect(await ask({ campaign_id: 'a' }, { endpoint: '/sends/id/create' })).toMatchObject({
      granted: true,
    });
  });

  it('keeps environments apart', async () => {
    const { ask, permit, limiter } = setUp();
    (await permit()).settle(answer(250_000, 0));
    expect(await ask()).toMatchObject({ granted: false });
    expect(await ask(named, { environmentId: 'other' })).toMatchObject({ granted: true });
    expect(await limiter.get({ environmentId: 'other' })).toMatchObject({ remaining: 249_999 });
  });
});

describe('what the server says', () => {
  it.each([
    ['less', 1000],
    ['more', 249_999],
  ])('counts when it is %s', async (_name, remaining) => {
    const { permit, pool } = setUp();
    for (let call = 0; call < 5; call += 1) (await permit()).settle(null);
    (await permit()).settle(answer(250_000, remaining));
    expect(await pool()).toEqual({
      environmentId: 'staging',
      limit: 250_000,
      remaining,
      resetAtMs: hour + 3_600_000,
      source: 'server',
    });
  });

  it('takes another limit over, for the next window too', async () => {
    const { permit, pool, clock } = setUp();
    (await permit()).settle(answer(500_000, 499_000));
    expect(await pool()).toMatchObject({ limit: 500_000, remaining: 499_000 });
    clock.ms = hour + 3_600_000;
    expect(await pool()).toMatchObject({ limit: 500_000, remaining: 500_000, source: 'local' });
  });

  it('does not forget calls that are still on their way', async () => {
    const { permit, pool } = setUp();
    const [first, second, third] = [await permit(), await permit(), await permit()];
    first.settle(answer(250_000, 100));
    expect(await pool()).toMatchObject({ remaining: 98 });
    third.settle(answer(250_000, 97));
    expect(await pool()).toMatchObject({ remaining: 96 });
    // An answer that was overtaken says nothing new, but its call is in the count of the other.
    second.settle(answer(250_000, 99));
    expect(await pool()).toMatchObject({ remaining: 97 });
  });

  it('of a broadcast is put to the allowance its limit names', async () => {
    const { ask, permit, pool } = setUp();
    (await permit()).settle(null);
    (await permit(broadcast)).settle(answer(250, 0, hour + 120_000));
    expect(await pool()).toMatchObject({ remaining: 249_999 });
    expect(await ask({ ...broadcast, campaign_id: 'another' })).toMatchObject({
      granted: false,
      quota: 'broadcast',
    });
    expect(await ask()).toMatchObject({ granted: true });
  });

  it('with 429 stops until the reset, whatever remained', async () => {
    const { ask, permit, clock } = setUp();
    (await permit()).settle(answer(250_000, 5, hour + 600_000, 429));
    expect(await ask()).toMatchObject({ granted: false, resetAtMs: hour + 600_000 });
    clock.ms = hour + 600_000;
    expect(await ask()).toMatchObject({ granted: true });
  });

  it('with 429 and nothing else stops for a minute', async () => {
    const { ask, permit, clock } = setUp();
    const since = clock.ms;
    (await permit()).settle({ status: 429, headers: [] });
    expect(await ask()).toMatchObject({ granted: false, resetAtMs: since + 60_000 });
    clock.ms = since + 60_000;
    expect(await ask()).toMatchObject({ granted: true });
  });

  it.each([
    ['nothing', []],
    [
      'nonsense',
      [
        ['X-RateLimit-Remaining', 'many'],
        ['X-RateLimit-Limit', '-1'],
      ],
    ],
    ['a reset in the past', headers(250_000, 249_999, hour - 1000)],
  ] as const)('that is %s does no harm', async (_name, given) => {
    const { permit, pool } = setUp();
    (await permit()).settle({ status: 201, headers: given });
    expect(await pool()).toMatchObject({
      limit: 250_000,
      remaining: 249_999,
      resetAtMs: hour + 3_600_000,
    });
  });

  it('for an audience nobody writes to any more is forgotten', async () => {
    const { permit, clock, ask, pool } = setUp();
    for (let call = 0; call < 9; call += 1) (await permit(broadcast)).settle(null);
    await pool();
    clock.ms += 60_000;
    (await permit({ ...broadcast, campaign_id: 'another' })).settle(null);
    for (let call = 0; call < 10; call += 1)
      expect(await ask(broadcast)).toMatchObject({ granted: true });
  });
});

describe('turns', () => {
  it('are held until the call is over, and then go to the next', async () => {
    const { ask, permit } = setUp(2);
    const first = await permit();
    await permit();
    const order: string[] = [];
    const third = ask().then((given) => order.push(`third ${String(given.granted)}`));
    const stop = new AbortController();
    const fourth = ask(named, { signal: stop.signal });
    stop.abort();
    expect(await fourth).toEqual({ granted: false, reason: 'cancelled' });
    expect(order).toEqual([]);
    first.settle(null);
    await third;
    expect(order).toEqual(['third true']);
  });

  it('of a cancelled call are not lost', async () => {
    const { ask, permit, pool } = setUp(1);
    const first = await permit();
    const stop = new AbortController();
    const waiting = Array.from({ length: 5 }, () => ask(named, { signal: stop.signal }));
    const last = ask();
    stop.abort();
    await Promise.all(waiting);
    first.settle(null);
    expect(await last).toMatchObject({ granted: true });
    expect(await pool()).toMatchObject({ remaining: 249_998 });
    expect(await ask(named, { signal: AbortSignal.abort() })).toMatchObject({
      reason: 'cancelled',
    });
  });

  it('are not held by a refusal', async () => {
    const { ask, permit } = setUp(1);
    (await permit()).settle(answer(250_000, 0));
    for (let call = 0; call < 3; call += 1) expect(await ask()).toMatchObject({ reason: 'quota' });
  });
});
