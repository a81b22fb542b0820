import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dispatch } from '#shared/domain/dispatch';
import { DeskError } from '#shared/errors';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import { rawAnswer } from '../transport/testing/raw-server';
import type { GivenConfirmation } from './gate';
import { deskOnServer } from './testing/desk-on-server';
import { bodyFor, campaignId, sampleRequest } from './testing/sample-request';
import type { DeskSettings } from './testing/sending-desk';

const minute = 60_000;
const guarded = { duplicateGuard: true } as const;
const yes = ({ id }: Pick<Dispatch, 'id'>): GivenConfirmation => ({ kind: 'duplicate', text: id });
const askedAgain = { outcome: 'blocked', failure: 'gate' } as const;
const block = { code: 'confirmation', kind: 'duplicate' } as const;

/** A desk with the guard and a clock that a test sets. */
async function guardedDesk(
  onRequest?: Parameters<typeof deskOnServer>[0],
  settings: DeskSettings = {},
) {
  const clock = { ms: Date.UTC(2026, 10, 22, 10) };
  const desk = await deskOnServer(onRequest, {
    now: () => clock.ms,
    ...settings,
    environment: { ...guarded, ...settings.environment },
  });
  const check = (request: OutgoingRequest = sampleRequest()) =>
    desk.dispatches.check({ environmentId: 'staging', request });
  return { ...desk, clock, check };
}

describe('a repeat', () => {
  it('is asked about before it leaves, and leaves with a yes to just that', async () => {
    const desk = await guardedDesk();
    expect(await desk.check()).toMatchObject({ verdict: 'clear', confirmations: [] });
    const first = await desk.send();
    expect(first.outcome).toBe('accepted');

    const report = await desk.check();
    expect(report.verdict).toBe('needs_confirmation');
    expect(report.confirmations).toEqual([
      {
        kind: 'duplicate',
        phrases: [first.id],
        before: {
          of: 'dispatch',
          id: first.id,
          createdAt: first.createdAt,
          outcome: 'accepted',
          status: 201,
          failure: null,
          dispatchId: '5f0c',
          requestName: 'Welcome',
          onItsWay: false,
        },
      },
    ]);
    expect(await desk.send()).toMatchObject({ ...askedAgain, blocks: [block] });
    expect(desk.seen).toHaveLength(1);

    const second = await desk.send(undefined, [yes(first)]);
    expect(second.outcome).toBe('accepted');
    // That yes was to the first; the second is another question.
    expect(await desk.send(undefined, [yes(first)])).toMatchObject(askedAgain);
    expect(desk.seen).toHaveLength(2);
    expect((await desk.send(undefined, [yes(first), yes(second)])).outcome).toBe('accepted');
    expect(desk.seen).toHaveLength(3);
  });

  it.each<readonly [string, GivenConfirmation[]]>([
    ['nothing', []],
    ['an empty text', [{ kind: 'duplicate', text: '' }]],
    ['another id', [{ kind: 'duplicate', text: '00000000-0000-7000-8000-000000000000' }]],
    ['the dispatch_id', [{ kind: 'duplicate', text: '5f0c' }]],
    ['the name of the environment', [{ kind: 'duplicate', text: 'Staging' }]],
    ['a yes to something else', [{ kind: 'production', text: 'Staging' }]],
  ])('does not leave with %s', async (_name, given) => {
    const desk = await guardedDesk();
    await desk.send();
    expect(await desk.send(undefined, given)).toMatchObject(askedAgain);
    expect(desk.seen).toHaveLength(1);
  });

  it('does not leave with the right id given for another kind', async () => {
    const desk = await guardedDesk();
    const { id } = await desk.send();
    const given = [{ kind: 'blast_radius' as const, text: id }];
    expect(await desk.send(undefined, given)).toMatchObject(askedAgain);
    expect(desk.seen).toHaveLength(1);
  });

  it('is one where only comments, blanks and values of variables are written otherwise', async () => {
    const desk = await guardedDesk();
    await desk.send(sampleRequest(bodyFor('user-1')));
    const other = sampleRequest(
      `// again\n{ "campaign_id" : "{{id}}", /* one */\r\n"recipients": [{"external_user_id":\t"user-1", },], }`,
      { variables: [{ name: 'id', value: campaignId, kind: 'text' }], name: 'Another name' },
    );
    expect(await desk.send(other)).toMatchObject({ blocks: [block] });
    expect(desk.seen).toHaveLength(1);
  });

  it('is none where the body that leaves differs in a single sign', async () => {
    const desk = await guardedDesk();
    const bodies = [
      bodyFor('user-1'),
      bodyFor('user-2'),
      bodyFor('user-1', 'user-1'),
      { recipients: [{ external_user_id: 'user-1' }], campaign_id: campaignId },
      { ...bodyFor('user-1'), trigger_properties: { a: 1 } },
      { ...bodyFor('user-1'), trigger_properties: { a: '1' } },
    ];
    for (const body of bodies) {
      expect((await desk.send(sampleRequest(body))).outcome).toBe('accepted');
    }
    const fresh = sampleRequest({ ...bodyFor('user-1'), trigger_properties: { a: '{{$uuid}}' } });
    await desk.send(fresh);
    expect((await desk.send(fresh)).outcome).toBe('accepted');
    expect(desk.seen).toHaveLength(bodies.length + 2);
  });

  it('is found exactly where two texts come to the same body', async () => {
    const desk = await guardedDesk();
    const space = fc.constantFrom('', ' ', '\n', '\t', '/* x */', ' // y\n');
    const text = fc
      .tuple(space, fc.constantFrom('a', 'b'), space, fc.constantFrom('1', '1.0', '"1"'), space)
      .map(([one, user, two, value, three]) => ({
        body: `{${one}"campaign_id":"${campaignId}",${two}"recipients":[{"external_user_id":"${user}",${three}"trigger_properties":{"n":${value}}}]}`,
        same: `${user} ${value}`,
      }));
    const sent = new Set<string>();
    await fc.assert(
      fc.asyncProperty(text, async ({ body, same }) => {
        const { outcome } = await desk.send(sampleRequest(body));
        expect(outcome).toBe(sent.has(same) ? 'blocked' : 'accepted');
        sent.add(same);
      }),
      { numRuns: 60 },
    );
    expect(desk.seen).toHaveLength(sent.size);
  });
});

describe('the chosen time', () => {
  it.each([
    ['a moment later', 0, 1],
    ['exactly at its end', 10 * minute, 1],
    ['a millisecond after its end', 10 * minute + 1, 2],
    ['after the clock was set back an hour', -60 * minute, 1],
    ['after the clock was set back a year', -365 * 24 * 60 * minute, 1],
  ])('%s', async (_name, laterMs, arrived) => {
    const desk = await guardedDesk();
    await desk.send();
    desk.clock.ms += laterMs;
    await desk.send();
    expect(desk.seen).toHaveLength(arrived);
  });

  it('of 0 asks never, and a new one holds at once', async () => {
    let minutes = 0;
    const desk = await guardedDesk(undefined, { duplicateMinutes: () => minutes });
    await desk.send();
    await desk.send();
    expect(desk.seen).toHaveLength(2);
    minutes = 60;
    desk.clock.ms += 59 * minute;
    await desk.send();
    expect(desk.seen).toHaveLength(2);
  });
});

describe('what became of the first', () => {
  it('without an answer counts: it may have arrived', async () => {
    const desk = await guardedDesk((_request, socket) => socket.destroy());
    expect((await desk.send()).outcome).toBe('unknown');
    expect(await desk.send()).toMatchObject({ blocks: [block] });
    expect(desk.seen).toHaveLength(1);
  });

  it('that timed out counts', async () => {
    const desk = await guardedDesk(() => undefined, { environment: { timeoutMs: 100 } });
    expect(await desk.send()).toMatchObject({ outcome: 'unknown', failure: 'timeout' });
    expect(await desk.send()).toMatchObject({ blocks: [block] });
    expect(desk.seen).toHaveLength(1);
  });

  it.each([
    [400, '{"message":"bad"}', false],
    [401, '{"message":"no"}', false],
    [429, '{"message":"slow down"}', false],
    [500, '{"message":"broken"}', true],
    [502, '<html>', true],
    [202, '{"message":"queued"}', true],
    [201, '{"message":"success","errors":["one is unknown"]}', true],
  ])('as answered with %i %s counts: %s', async (status, answer, counts) => {
    const desk = await guardedDesk((_request, socket) => {
      socket.write(rawAnswer(status, answer));
    });
    await desk.send();
    expect((await desk.check()).confirmations).toHaveLength(counts ? 1 : 0);
  });

  it('that never left does not count', async () => {
    const desk = await guardedDesk();
    const broken = { ...sampleRequest(), bodyText: '{' };
    await desk.send(broken);
    await desk.send(sampleRequest({ campaign_id: campaignId, broadcast: true }));
    expect(desk.seen).toHaveLength(0);
    expect(desk.rows().map(({ outcome }) => outcome)).toEqual(['blocked', 'blocked']);
    expect((await desk.check(sampleRequest())).confirmations).toEqual([]);
  });
});

describe('two at once', () => {
  it('of the same: one leaves, and the other is told so', async () => {
    const desk = await guardedDesk();
    const sent = await Promise.all(Array.from({ length: 8 }, () => desk.send()));
    const outcomes = sent.map(({ outcome }) => outcome).sort();
    expect(outcomes).toEqual(['accepted', ...Array.from({ length: 7 }, () => 'blocked')]);
    expect(desk.seen).toHaveLength(1);
  });

  it('from another program, between the look and the row: nothing leaves', async () => {
    const desk = await guardedDesk(undefined, {
      // Nothing is found when the gate looks.
      ledger: (real) => ({ ...real, sentBefore: () => Promise.resolve(null) }),
    });
    await desk.send();
    expect(await desk.send()).toMatchObject({ ...askedAgain, blocks: [block] });
    expect(desk.seen).toHaveLength(1);
    expect(desk.rows()).toHaveLength(2);
  });
});

describe('the guard', () => {
  it('is off where the environment says so', async () => {
    const desk = await guardedDesk(undefined, { environment: { duplicateGuard: false } });
    await desk.send();
    await desk.send();
    expect(desk.seen).toHaveLength(2);
  });

  it('keeps quiet about what reaches nobody', async () => {
    const desk = await guardedDesk();
    const id = sampleRequest({ campaign_id: campaignId }, { endpoint: '/sends/id/create' });
    const list = sampleRequest({ page: 0 }, { endpoint: '/campaigns/list' });
    for (const request of [id, list, id, list]) await desk.send(request);
    expect(desk.seen).toHaveLength(4);
  });

  it('asks together with whatever else has to be confirmed', async () => {
    const desk = await guardedDesk(undefined, { environment: { production: true } });
    const wide = sampleRequest({ campaign_id: campaignId, broadcast: true });
    const typed: GivenConfirmation[] = [
      { kind: 'blast_radius', text: campaignId },
      { kind: 'production', text: 'Staging' },
    ];
    const first = await desk.send(wide, typed);
    expect(first.outcome).toBe('accepted');
    const { confirmations } = await desk.check(wide);
    expect(confirmations.map(({ kind }) => kind)).toEqual([
      'blast_radius',
      'production',
      'duplicate',
    ]);
    expect(await desk.send(wide, typed)).toMatchObject({ blocks: [block] });
    expect(await desk.send(wide, [yes(first)])).toMatchObject({
      blocks: [
        { code: 'confirmation', kind: 'blast_radius' },
        { code: 'confirmation', kind: 'production' },
      ],
    });
    expect(desk.seen).toHaveLength(1);
    expect((await desk.send(wide, [...typed, yes(first)])).outcome).toBe('accepted');
  });

  it('compares the host, but not the port of the sandbox', async () => {
    const desk = await guardedDesk();
    const first = await desk.send();
    expect(desk.repository.get(first.id).host).toBe(desk.host);
    const elsewhere = { ...first, id: '01998877-0000-7000-8000-000000000000', host: 'elsewhere' };
    desk.clock.ms += 11 * minute;
    desk.repository.record({ ...elsewhere, createdAt: new Date(desk.clock.ms).toISOString() });
    expect(await desk.check()).toMatchObject({ confirmations: [{ phrases: [elsewhere.id] }] });
    const custom = await guardedDesk(undefined, {
      environment: { host: { kind: 'custom', url: 'http://127.0.0.1:1' } },
    });
    custom.repository.record({ ...elsewhere, createdAt: new Date(custom.clock.ms).toISOString() });
    expect((await custom.check()).confirmations).toEqual([]);
  });

  it('lets nothing out where the history cannot be read, and still says what the gate says', async () => {
    const locked = (): Promise<never> => Promise.reject(new DeskError('ledger_locked'));
    const desk = await guardedDesk(undefined, {
      ledger: (real) => ({ ...real, sentBefore: locked, begin: locked }),
    });
    expect(await desk.check()).toMatchObject({ verdict: 'clear' });
    await expect(desk.send()).rejects.toMatchObject({ code: 'ledger_locked' });
    expect(desk.seen).toEqual([]);
  });
});
