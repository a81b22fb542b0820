import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Dispatch } from '#shared/domain/dispatch';
import { DeskError, type ErrorCode } from '#shared/errors';
import type { OutgoingRequest } from '#shared/ipc/contract';
import type { SecretStore } from '../secrets/secret-store';
import {
  type RawServer,
  type SeenRequest,
  rawAnswer,
  startRawServer,
} from '../transport/testing/raw-server';
import { bodyFor, campaignId, sampleRequest } from './testing/sample-request';
import { type DeskSettings, createSendingDesk, deskKey } from './testing/sending-desk';

let server: RawServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const accepted = rawAnswer(201, '{"dispatch_id":"5f0c","message":"success"}');

async function deskWith(
  onRequest: (request: SeenRequest, socket: Socket) => void = (_request, socket) =>
    socket.write(accepted),
  settings: DeskSettings = {},
) {
  server = await startRawServer(onRequest);
  const { seen } = server;
  const desk = createSendingDesk({ url: server.url, ...settings });
  const send = (
    request: OutgoingRequest = sampleRequest(),
    confirmations: { kind: 'blast_radius' | 'production'; text: string }[] = [],
    attemptId: string = crypto.randomUUID(),
  ): Promise<Dispatch> =>
    desk.dispatches.send({ attemptId, environmentId: 'staging', request, confirmations });
  return { ...desk, seen, send };
}

describe('a send', () => {
  it('leaves once, with the body as composed, and is in the ledger with its answer', async () => {
    const desk = await deskWith(undefined, {
      environment: { variables: [{ name: 'user', value: 'kim', kind: 'text' }] },
    });
    const text = `{
      // who
      "campaign_id": "${campaignId}",
      "recipients": [{ "external_user_id": "{{user}}", "trigger_properties": { "n": 1234567890123456789012 } },],
    }`;
    const dispatch = await desk.send(sampleRequest(text));
    const body = `{"campaign_id":"${campaignId}","recipients":[{"external_user_id":"kim","trigger_properties":{"n":1234567890123456789012}}]}`;
    expect(desk.seen).toHaveLength(1);
    expect(desk.seen[0]).toMatchObject({ path: '/campaigns/trigger/send', body });
    expect(desk.seen[0]?.head).toContain(`Bearer ${deskKey}`);
    expect(dispatch).toMatchObject({
      outcome: 'accepted',
      status: 201,
      dispatchId: '5f0c',
      message: 'success',
      failure: null,
      host: new URL(server?.url ?? '').host,
      sentBody: body,
      targetId: campaignId,
      blastRadius: { kind: 'recipients', count: 1 },
      requestName: 'Welcome',
    });
    expect(dispatch.timeline.map(({ step }) => step)).toEqual([
      'checked',
      'waited',
      'recorded',
      'sent',
      'headers',
      'answered',
    ]);
    expect(dispatch.elapsedMs).toBeGreaterThan(0);
    expect(desk.rows()).toEqual([dispatch]);
    expect(desk.published.map(({ name }) => name)).toContain('history.appended');
  });

  it('has its row, saying unknown, before the request arrives', async () => {
    const rows: unknown[] = [];
    const desk = await deskWith((_request, socket) => {
      const [row] = desk.repository.list({
        query: '',
        environmentId: null,
        outcomes: [],
        before: null,
        limit: 9,
      }).items;
      rows.push(row);
      socket.write(accepted);
    });
    const begun: Dispatch[] = [];
    const { begin } = desk.ledger;
    desk.ledger.begin = async (dispatch) => {
      begun.push(dispatch);
      expect(desk.seen).toEqual([]);
      await begin(dispatch);
    };
    await desk.send();
    expect(begun).toMatchObject([{ outcome: 'unknown', failure: 'crash', status: null }]);
    // What is on its way is left out of this process's own list.
    expect(rows).toEqual([undefined]);
  });

  it.each([
    ['ledger_locked', 'ledger_locked'],
    ['disk_full', 'disk_full'],
  ] as const)('is refused when its row cannot be written: %s', async (code: ErrorCode) => {
    const desk = await deskWith(undefined, {
      ledger: (real) => ({ ...real, begin: () => Promise.reject(new DeskError(code)) }),
    });
    await expect(desk.send()).rejects.toMatchObject({ code });
    expect(desk.seen).toEqual([]);
    expect(await desk.limiter.get({ environmentId: 'staging' })).toMatchObject({
      remaining: 250_000,
    });
  });

  it('gives its result when only the second writing fails, says so, and writes it later', async () => {
    let fails = true;
    const desk = await deskWith(undefined, {
      ledger: (real) => ({
        ...real,
        complete: (dispatch) =>
          fails
            ? Promise.reject(new DeskError('disk_full', { file: 'x' }))
            : real.complete(dispatch),
      }),
    });
    const first = await desk.send();
    expect(first.outcome).toBe('accepted');
    expect([...desk.problems.values()]).toMatchObject([{ area: 'ledger', code: 'disk_full' }]);
    expect(desk.repository.get(first.id)).toMatchObject({ outcome: 'unknown', failure: 'crash' });
    fails = false;
    const second = await desk.send();
    expect(desk.rows()).toEqual([second, first]);
    expect(desk.problems.size).toBe(0);
  });

  it('with an attempt id that was used is refused', async () => {
    const desk = await deskWith();
    const id = crypto.randomUUID();
    const [one, two] = await Promise.allSettled([
      desk.send(undefined, [], id),
      desk.send(undefined, [], id),
    ]);
    expect([one.status, two.status]).toEqual(['fulfilled', 'rejected']);
    await expect(desk.send(undefined, [], id)).rejects.toMatchObject({ code: 'attempt_repeated' });
    expect(desk.seen).toHaveLength(1);
  });

  it('for an environment that is not there is refused', async () => {
    const { dispatches } = await deskWith();
    const input = { environmentId: 'gone', request: sampleRequest() };
    await expect(
      dispatches.send({ ...input, attemptId: crypto.randomUUID(), confirmations: [] }),
    ).rejects.toMatchObject({ code: 'environment_unknown' });
    await expect(dispatches.check(input)).rejects.toMatchObject({ code: 'environment_unknown' });
  });

  it('of a look-up asks with the body as query', async () => {
    const desk = await deskWith((_request, socket) =>
      socket.write(rawAnswer(200, '{"message":"success"}')),
    );
    const request = sampleRequest(
      { campaign_id: campaignId, post_launch_draft_version: true },
      { endpoint: '/campaigns/details' },
    );
    await desk.send(request);
    expect(desk.seen[0]?.head).toMatch(/^GET /);
    expect(desk.seen[0]?.path).toBe(
      `/campaigns/details?campaign_id=${campaignId}&post_launch_draft_version=true`,
    );
  });
});

describe('outcomes', () => {
  it.each<readonly [string, (socket: Socket) => void, Partial<Dispatch>]>([
    [
      '202',
      (s) => s.write(rawAnswer(202, '{"message":"queued"}')),
      { outcome: 'queued', status: 202 },
    ],
    [
      'errors',
      (s) => s.write(rawAnswer(201, '{"message":"success","errors":["a",{"b":1}]}')),
      { outcome: 'accepted_with_errors', errors: ['a', '{"b":1}'], errorCount: 2 },
    ],
    [
      'a notice',
      (s) => s.write(rawAnswer(201, '{"notice":"paused"}')),
      { outcome: 'accepted_with_errors', notice: 'paused' },
    ],
    [
      '400',
      (s) => s.write(rawAnswer(400, '{"message":"No Recipients"}')),
      { outcome: 'refused', message: 'No Recipients' },
    ],
    ['429', (s) => s.write(rawAnswer(429)), { outcome: 'rate_limited' }],
    [
      '503',
      (s) => s.write(rawAnswer(503, '<html>')),
      { outcome: 'failed', answerProblem: 'not_json', failure: null },
    ],
    [
      'an empty 200',
      (s) => s.write(rawAnswer(200, '')),
      { outcome: 'accepted', answerProblem: 'empty' },
    ],
    [
      'a list',
      (s) => s.write(rawAnswer(200, '[]')),
      { outcome: 'accepted', answerProblem: 'not_object' },
    ],
    [
      'a cut answer',
      (s) => s.end('HTTP/1.1 201 X\r\nContent-Length: 90\r\n\r\n{"a'),
      { outcome: 'accepted', answerProblem: 'cut', failure: null },
    ],
    ['no answer', (s) => s.end(), { outcome: 'unknown', failure: 'dropped', status: null }],
    ['a reset', (s) => s.resetAndDestroy(), { outcome: 'unknown', failure: 'dropped' }],
    [
      'a redirect',
      (s) => s.write(rawAnswer(302, '', ['Location: /x'])),
      { outcome: 'unknown', failure: 'redirect' },
    ],
  ])('%s', async (_name, act, expected) => {
    const desk = await deskWith((_request, socket) => act(socket));
    const dispatch = await desk.send();
    expect(dispatch).toMatchObject(expected);
    expect(desk.seen).toHaveLength(1);
    expect(desk.rows()).toEqual([dispatch]);
  });

  it('nobody listens: failed, and the call is given back', async () => {
    const gone = await startRawServer(() => undefined);
    await gone.close();
    const desk = await deskWith(undefined, { url: gone.url });
    expect(await desk.send()).toMatchObject({
      outcome: 'failed',
      failure: 'refused_connection',
      elapsedMs: null,
    });
    expect(await desk.limiter.get({ environmentId: 'staging' })).toMatchObject({
      remaining: 250_000,
    });
  });

  it('time is up: unknown', async () => {
    const desk = await deskWith(() => undefined, { environment: { timeoutMs: 100 } });
    expect(await desk.send()).toMatchObject({ outcome: 'unknown', failure: 'timeout' });
  });
});

describe('cancelling', () => {
  it('on its way: unknown, as it may have arrived', async () => {
    const attemptId = crypto.randomUUID();
    const desk = await deskWith(() => void desk.dispatches.cancel({ attemptId }));
    expect(await desk.send(undefined, [], attemptId)).toMatchObject({
      outcome: 'unknown',
      failure: 'cancelled',
    });
    expect(await desk.dispatches.cancel({ attemptId })).toBeNull();
  });

  it('while waiting for its turn: it never leaves', async () => {
    const open: Socket[] = [];
    const desk = await deskWith((_request, socket) => void open.push(socket), { concurrency: 1 });
    const first = desk.send();
    await expect.poll(() => desk.seen.length).toBe(1);
    const attemptId = crypto.randomUUID();
    const second = desk.send(undefined, [], attemptId);
    await expect
      .poll(() => desk.published.filter(({ name }) => name === 'dispatch.progressed').length)
      .toBeGreaterThan(2);
    await desk.dispatches.cancel({ attemptId });
    expect(await second).toMatchObject({
      outcome: 'blocked',
      failure: 'cancelled_before',
      sentHeaders: [],
    });
    open[0]?.write(accepted);
    expect(await first).toMatchObject({ outcome: 'accepted' });
    expect(desk.seen).toHaveLength(1);
    expect(desk.rows()).toHaveLength(2);
  });

  it('between its row and its leaving: it never leaves', async () => {
    const attemptId = crypto.randomUUID();
    const desk = await deskWith(undefined, {
      ledger: (real) => ({
        ...real,
        begin: async (dispatch) => {
          await real.begin(dispatch);
          await desk.dispatches.cancel({ attemptId });
        },
      }),
    });
    expect(await desk.send(undefined, [], attemptId)).toMatchObject({
      outcome: 'blocked',
      failure: 'cancelled_before',
    });
    expect(desk.seen).toEqual([]);
  });

  it('an attempt nobody knows is named', async () => {
    const { dispatches } = await deskWith();
    await expect(dispatches.cancel({ attemptId: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'attempt_unknown',
    });
  });

  it('at the end of the program all that is on its way is written down', async () => {
    const desk = await deskWith(() => undefined);
    const sending = desk.send();
    await expect.poll(() => desk.seen.length).toBe(1);
    await desk.dispatches.shutdown();
    expect(desk.rows()).toMatchObject([{ outcome: 'unknown', failure: 'cancelled' }]);
    await sending;
  });
});

describe('the gate in a send', () => {
  it.each<readonly [string, OutgoingRequest, object]>([
    ['broken JSON', sampleRequest('{"a":'), { code: 'broken_json' }],
    [
      'an illegal body',
      sampleRequest({ campaign_id: campaignId }),
      { code: 'illegal_body', rules: ['R09'] },
    ],
    [
      'an unknown endpoint',
      sampleRequest({}, { endpoint: '/users/track' }),
      { code: 'illegal_body', rules: ['endpoint'] },
    ],
    [
      'an endpoint with a slash',
      sampleRequest(bodyFor('a'), { endpoint: '/campaigns/trigger/send/' }),
      { code: 'illegal_body', rules: ['endpoint'] },
    ],
    [
      'an unresolved variable',
      sampleRequest(bodyFor('{{who}}')),
      { code: 'unresolved_variables', names: ['who'] },
    ],
    [
      'a broadcast',
      sampleRequest({ campaign_id: campaignId, broadcast: true }),
      { code: 'confirmation', kind: 'blast_radius' },
    ],
    [
      'a field twice',
      sampleRequest(
        `{"campaign_id":"${campaignId}","broadcast":false,"recipients":[{"external_user_id":"a"}],"recipients":[{"external_user_id":"b"}]}`,
      ),
      { code: 'illegal_body', rules: ['JSON'] },
    ],
  ])('stops %s; it is written down and nothing leaves', async (_name, request, block) => {
    const desk = await deskWith();
    const dispatch = await desk.send(request);
    expect(dispatch).toMatchObject({
      outcome: 'blocked',
      failure: 'gate',
      sentHeaders: [],
      elapsedMs: null,
    });
    expect(dispatch.blocks).toContainEqual(expect.objectContaining(block));
    expect(desk.seen).toEqual([]);
    expect(desk.rows()).toEqual([dispatch]);
  });

  it.each([
    ['broadcast', { broadcast: true }, false, ['blast_radius'] as const],
    ['production', { recipients: [{ external_user_id: 'a' }] }, true, ['production'] as const],
    ['broadcast in production', { broadcast: true }, true, ['blast_radius', 'production'] as const],
  ])(
    'lets %s pass with what was typed, and only with that',
    async (_name, body, production, kinds) => {
      const desk = await deskWith(undefined, { environment: { production, name: 'Live shop' } });
      const request = sampleRequest({ campaign_id: campaignId, ...body });
      const right = { blast_radius: campaignId, production: 'Live shop' };
      const full = kinds.map((kind) => ({ kind, text: ` ${right[kind]} ` }));
      for (const kind of kinds) {
        const wrong = [
          full.filter((one) => one.kind !== kind),
          full.map((one) =>
            one.kind === kind
              ? { ...one, text: one.text.toUpperCase().replace('LIVE', 'LIVe') }
              : one,
          ),
          full.map((one) => (one.kind === kind ? { ...one, text: '' } : one)),
          full.map((one) => (one.kind === kind ? { ...one, text: one.text.slice(0, -3) } : one)),
        ];
        for (const confirmations of wrong) {
          const { blocks } = await desk.send(request, confirmations);
          expect(blocks).toEqual([{ code: 'confirmation', kind }]);
        }
      }
      expect(desk.seen).toEqual([]);
      expect(await desk.send(request, full)).toMatchObject({ outcome: 'accepted' });
      expect(desk.seen).toHaveLength(1);
    },
  );

  it('stops a send to a sandbox that is not running', async () => {
    const desk = await deskWith(undefined, { url: null });
    expect((await desk.send()).blocks).toEqual([{ code: 'host_invalid', host: 'sandbox' }]);
  });

  it.each([
    ['secret_missing', 'missing'],
    ['keychain_locked', 'locked'],
    ['keychain_unavailable', 'unavailable'],
    ['keychain_refused', 'unavailable'],
  ] as const)('stops a send without a key: %s', async (code, state) => {
    const none: SecretStore['get'] = () =>
      code === 'secret_missing'
        ? Promise.resolve(null)
        : Promise.reject(new DeskError(code, { detail: 'x' }));
    const keychain: SecretStore = {
      get: none,
      set: () => Promise.resolve(),
      clear: () => Promise.resolve(),
      status: () => Promise.resolve({ state: 'ready', detail: null }),
    };
    const desk = await deskWith(undefined, { keychain });
    expect((await desk.send()).blocks).toEqual([{ code: 'secret', state }]);
    const report = await desk.dispatches.check({
      environmentId: 'staging',
      request: sampleRequest(),
    });
    expect(report.blocks).toEqual([{ code: 'secret', state }]);
    expect(desk.seen).toEqual([]);
  });
});

describe('the quota', () => {
  const spent = rawAnswer(201, '{}', [
    'X-RateLimit-Limit: 250000',
    'X-RateLimit-Remaining: 0',
    'X-RateLimit-Reset: 1790003600',
  ]);

  it('when nothing is left stops a send and says until when', async () => {
    let nowMs = 1_790_000_100_000;
    const desk = await deskWith((_request, socket) => socket.write(spent), { now: () => nowMs });
    expect(await desk.send()).toMatchObject({ outcome: 'accepted' });
    const stopped = await desk.send();
    expect(stopped).toMatchObject({
      outcome: 'blocked',
      failure: 'quota',
      failureDetail: `pool 250000, ${new Date(1_790_003_600_000).toISOString()}`,
    });
    expect(desk.seen).toHaveLength(1);
    expect(desk.rows()).toHaveLength(2);
    nowMs = 1_790_003_600_001;
    expect(await desk.send()).toMatchObject({ outcome: 'accepted' });
  });
});

describe('the key', () => {
  const spellings = [
    deskKey,
    deskKey.toUpperCase(),
    `Bearer ${deskKey}`,
    encodeURIComponent(deskKey).replaceAll('-', '%2D'),
    Buffer.from(deskKey).toString('base64'),
  ];
  const hasKey = (text: string): boolean =>
    spellings.some((spelling) => text.toLowerCase().includes(spelling.toLowerCase()));

  it('echoed by the server in headers and body is in no result, row, event or log', async () => {
    const echo = JSON.stringify({
      message: `Invalid key: ${deskKey}`,
      errors: spellings,
      [deskKey]: 1,
    });
    const desk = await deskWith((_request, socket) =>
      socket.write(rawAnswer(401, echo, [`X-Echo: Bearer ${deskKey}`, `X-${deskKey}: 1`])),
    );
    const dispatch = await desk.send();
    expect(dispatch).toMatchObject({ outcome: 'refused', message: 'Invalid key: [key removed]' });
    expect(dispatch.sentHeaders).toContainEqual(['Authorization', 'Bearer [key removed]']);
    expect(dispatch.answerBody).toContain('[key removed]');
    for (const place of [dispatch, desk.rows(), desk.published]) {
      expect(hasKey(JSON.stringify(place))).toBe(false);
    }
  });

  it('across the end of what is kept of an answer leaves no part of itself', async () => {
    const filler = `"${deskKey}",`.repeat(40_000);
    const desk = await deskWith((_request, socket) =>
      socket.write(rawAnswer(200, `[${filler}"end"]`)),
    );
    const dispatch = await desk.send();
    expect(dispatch.answerProblem).toBe('too_large');
    const entry = '"[key removed]",';
    const rest = dispatch.answerBody?.slice(1).replaceAll(entry, '') ?? '';
    expect(entry.startsWith(rest)).toBe(true);
    expect(dispatch.answerBody?.length).toBeGreaterThan(100_000);
  });

  it('in the body stops the send, and is nowhere to be read afterwards', async () => {
    const desk = await deskWith();
    for (const spelling of spellings) {
      const body = { ...bodyFor('a'), trigger_properties: { note: `use ${spelling}` } };
      const dispatch = await desk.send(sampleRequest(body));
      expect(dispatch.blocks).toEqual([{ code: 'key_in_body' }]);
      expect(hasKey(JSON.stringify(dispatch))).toBe(false);
      const report = await desk.dispatches.check({
        environmentId: 'staging',
        request: sampleRequest(body),
      });
      expect(report.blocks).toEqual([{ code: 'key_in_body' }]);
      expect(hasKey(JSON.stringify(report))).toBe(false);
    }
    expect(desk.seen).toEqual([]);
    expect(hasKey(JSON.stringify([desk.rows(), desk.published]))).toBe(false);
  });

  it('in the words of a failed connection is removed', async () => {
    const desk = await deskWith(undefined, {
      fetch: () => Promise.reject(new Error(`bad header Bearer ${deskKey}`)),
    });
    expect(await desk.send()).toMatchObject({
      outcome: 'unknown',
      failure: 'other',
      failureDetail: 'bad header Bearer [key removed]',
    });
  });
});
