import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Dispatch } from '#shared/domain/dispatch';
import { DeskError } from '#shared/errors';
import { rawAnswer, startRawServer } from '../transport/testing/raw-server';
import { accepted, deskOnServer } from './testing/desk-on-server';
import { campaignId, sampleRequest } from './testing/sample-request';
import { deskKey } from './testing/sending-desk';

describe('a send', () => {
  it('leaves once, with the body as composed, and is in the ledger with its answer', async () => {
    const desk = await deskOnServer(undefined, {
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
      host: desk.host,
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
    const desk = await deskOnServer((_request, socket) => {
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
    desk.ledger.begin = async (dispatch, guard) => {
      begun.push(dispatch);
      expect(desk.seen).toEqual([]);
      return await begin(dispatch, guard);
    };
    await desk.send();
    expect(begun).toMatchObject([{ outcome: 'unknown', failure: 'crash', status: null }]);
    // What is on its way is left out of this process's own list.
    expect(rows).toEqual([undefined]);
  });

  it.each(['ledger_locked', 'disk_full'] as const)(
    'is refused when its row cannot be written: %s',
    async (code) => {
      const desk = await deskOnServer(undefined, {
        ledger: (real) => ({ ...real, begin: () => Promise.reject(new DeskError(code)) }),
      });
      await expect(desk.send()).rejects.toMatchObject({ code });
      expect(desk.seen).toEqual([]);
      expect(await desk.limiter.get({ environmentId: 'staging' })).toMatchObject({
        remaining: 250_000,
      });
    },
  );

  it('gives its result when only the second writing fails, says so, and writes it later', async () => {
    let fails = true;
    const desk = await deskOnServer(undefined, {
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
    const desk = await deskOnServer();
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
    const { dispatches } = await deskOnServer();
    const input = { environmentId: 'gone', request: sampleRequest() };
    await expect(
      dispatches.send({ ...input, attemptId: crypto.randomUUID(), confirmations: [] }),
    ).rejects.toMatchObject({ code: 'environment_unknown' });
    await expect(dispatches.check(input)).rejects.toMatchObject({ code: 'environment_unknown' });
  });

  it('of a look-up asks with the body as query', async () => {
    const desk = await deskOnServer((_request, socket) =>
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
    const desk = await deskOnServer((_request, socket) => act(socket));
    const dispatch = await desk.send();
    expect(dispatch).toMatchObject(expected);
    expect(desk.seen).toHaveLength(1);
    expect(desk.rows()).toEqual([dispatch]);
  });

  it('nobody listens: failed, and the call is given back', async () => {
    const gone = await startRawServer(() => undefined);
    await gone.close();
    const desk = await deskOnServer(undefined, { url: gone.url });
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
    const desk = await deskOnServer(() => undefined, { environment: { timeoutMs: 100 } });
    expect(await desk.send()).toMatchObject({ outcome: 'unknown', failure: 'timeout' });
  });
});

describe('cancelling', () => {
  it('on its way: unknown, as it may have arrived', async () => {
    const attemptId = crypto.randomUUID();
    const desk = await deskOnServer(() => void desk.dispatches.cancel({ attemptId }));
    expect(await desk.send(undefined, [], attemptId)).toMatchObject({
      outcome: 'unknown',
      failure: 'cancelled',
    });
    expect(await desk.dispatches.cancel({ attemptId })).toBeNull();
  });

  it('while waiting for its turn: it never leaves', async () => {
    const open: Socket[] = [];
    const desk = await deskOnServer((_request, socket) => void open.push(socket), {
      concurrency: 1,
    });
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
    const desk = await deskOnServer(undefined, {
      ledger: (real) => ({
        ...real,
        begin: async (dispatch, guard) => {
          const before = await real.begin(dispatch, guard);
          await desk.dispatches.cancel({ attemptId });
          return before;
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
    const { dispatches } = await deskOnServer();
    await expect(dispatches.cancel({ attemptId: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'attempt_unknown',
    });
  });

  it('at the end of the program all that is on its way is written down', async () => {
    const desk = await deskOnServer(() => undefined);
    const sending = desk.send();
    await expect.poll(() => desk.seen.length).toBe(1);
    await desk.dispatches.shutdown();
    expect(desk.rows()).toMatchObject([{ outcome: 'unknown', failure: 'cancelled' }]);
    await sending;
  });
});
