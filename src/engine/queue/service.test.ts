import { describe, expect, it } from 'vitest';
import { createQueueDesk } from './testing/queue-desk';

const environmentId = 'staging';
const body = '{"campaign_id":"5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11"}';

async function scheduled(inMs: number) {
  const desk = createQueueDesk();
  const queue = await desk.start();
  const answer = await queue.schedule({
    environmentId,
    request: desk.request(body),
    dueAt: desk.due(inMs),
    confirmations: [],
  });
  if (!answer.done) throw new Error('not scheduled');
  return { desk, queue, id: answer.entry.id };
}

async function held(seconds: number) {
  const desk = createQueueDesk();
  desk.world.holdSeconds = seconds;
  const queue = await desk.start();
  const attemptId = desk.nextId();
  const sending = queue.send({
    attemptId,
    environmentId,
    request: desk.request(body),
    confirmations: [],
  });
  const ended = sending.then(
    ({ outcome }) => outcome,
    (error: unknown) => (error as { code: string }).code,
  );
  await desk.settle();
  return { desk, queue, attemptId, ended };
}

const minute = 60_000;

describe('a scheduled dispatch', () => {
  it('leaves at its moment, not before, once', async () => {
    const { desk, queue } = await scheduled(10 * minute);
    await desk.pass(10 * minute - 1);
    expect(desk.arrivals).toEqual([]);
    await desk.pass(1);
    expect(desk.arrivals).toHaveLength(1);
    expect(await queue.list()).toEqual([]);
    expect(desk.published.map(({ name }) => name)).toContain('queue.sent');
    await desk.pass(10 * minute);
    expect(desk.arrivals).toHaveLength(1);
  });

  it('is refused a moment that has passed', async () => {
    const desk = createQueueDesk();
    const queue = await desk.start();
    const input = { environmentId, request: desk.request(body), confirmations: [] };
    await expect(queue.schedule({ ...input, dueAt: desk.due(0) })).rejects.toMatchObject({
      code: 'due_past',
    });
  });

  it('survives a restart and leaves in time', async () => {
    const { desk } = await scheduled(10 * minute);
    await desk.start();
    await desk.pass(10 * minute);
    expect(desk.arrivals).toHaveLength(1);
  });

  it.each([
    [60_000, 1, 0],
    [60_001, 0, 1],
  ])('after a restart %i ms late: %i sent, %i ask', async (lateMs, sent, asks) => {
    const { desk, queue } = await scheduled(10 * minute);
    queue.stop();
    desk.clock.wallMs += 10 * minute + lateMs;
    desk.clock.monotonicMs = 5;
    const again = await desk.start();
    await desk.pass(0);
    await desk.settle();
    expect(desk.arrivals).toHaveLength(sent);
    const list = await again.list();
    expect(list.map(({ state, reason }) => [state, reason])).toEqual(
      asks === 1 ? [['asking', 'late']] : [],
    );
    await desk.pass(60 * minute);
    expect(desk.arrivals).toHaveLength(sent);
  });

  it('does not leave early when the clock is set forward, and asks', async () => {
    const { desk, queue } = await scheduled(10 * minute);
    desk.clock.wallMs += 60 * minute;
    await desk.pass(20_000);
    expect(desk.arrivals).toEqual([]);
    expect(await queue.list()).toMatchObject([{ state: 'asking', reason: 'clock' }]);
  });

  it('waits for the other clock when one is a little ahead', async () => {
    const { desk } = await scheduled(10 * minute);
    desk.clock.wallMs += 30_000;
    await desk.pass(10 * minute - 1);
    expect(desk.arrivals).toEqual([]);
    await desk.pass(1);
    expect(desk.arrivals).toHaveLength(1);
  });

  it('does not leave by the other clock when this one is set back, and asks', async () => {
    const { desk, queue } = await scheduled(10 * minute);
    desk.clock.wallMs -= 60 * minute;
    await desk.pass(12 * minute);
    expect(desk.arrivals).toEqual([]);
    expect(await queue.list()).toMatchObject([{ state: 'asking', reason: 'clock' }]);
  });

  it('leaves in time after a sleep that ended before', async () => {
    const { desk, queue } = await scheduled(60 * minute);
    desk.clock.wallMs += 50 * minute;
    queue.wake();
    await desk.pass(10 * minute - 1);
    expect(desk.arrivals).toEqual([]);
    await desk.pass(1);
    expect(desk.arrivals).toHaveLength(1);
  });

  it('asks after a sleep over its moment', async () => {
    const { desk, queue } = await scheduled(10 * minute);
    desk.clock.wallMs += 50 * minute;
    queue.wake();
    await desk.settle();
    expect(desk.arrivals).toEqual([]);
    expect(await queue.list()).toMatchObject([{ state: 'asking', reason: 'late' }]);
  });

  it.each([
    ['production', () => ({ production: true })],
    ['its host', () => ({})],
  ] as const)('asks when the environment has changed: %s', async (what, change) => {
    const { desk, queue, id } = await scheduled(minute);
    if (desk.world.environment === null) throw new Error('no environment');
    desk.world.environment = { ...desk.world.environment, ...change() };
    if (what === 'its host') desk.world.host = 'other.example';
    await desk.pass(minute);
    expect(desk.arrivals).toEqual([]);
    expect(await queue.list()).toMatchObject([{ state: 'asking', reason: 'changed' }]);
    expect(await queue.sendNow({ id, confirmations: null })).toMatchObject({ sent: false });
    const { name } = desk.world.environment;
    const typed = what === 'its host' ? [] : [{ kind: 'production' as const, text: name }];
    expect(await queue.sendNow({ id, confirmations: typed })).toMatchObject({ sent: true });
    expect(desk.arrivals).toHaveLength(1);
  });

  it('wants it typed again when it is to leave before its moment', async () => {
    const desk = createQueueDesk();
    if (desk.world.environment === null) throw new Error('no environment');
    desk.world.environment = { ...desk.world.environment, production: true };
    const queue = await desk.start();
    const confirmations = [{ kind: 'production' as const, text: 'Staging' }];
    const request = desk.request(body);
    const dueAt = desk.due(minute);
    const answer = await queue.schedule({ environmentId, request, dueAt, confirmations });
    if (!answer.done) throw new Error('not scheduled');
    const { id } = answer.entry;
    expect(await queue.sendNow({ id, confirmations: null })).toMatchObject({ sent: false });
    expect(desk.arrivals).toEqual([]);
    await desk.pass(minute);
    expect(desk.arrivals).toHaveLength(1);
  });

  it('asks when the gate or the quota stopped it', async () => {
    const { desk, queue } = await scheduled(minute);
    desk.world.outcome = 'blocked';
    await desk.pass(minute);
    expect(await queue.list()).toMatchObject([{ state: 'asking', reason: 'blocked' }]);
  });

  it('asks when the same was sent since it was queued, and leaves with a yes to that', async () => {
    const { desk, queue, id } = await scheduled(minute);
    desk.world.sentBefore = 'row-1';
    await desk.pass(minute);
    expect(desk.arrivals).toEqual([]);
    expect(await queue.list()).toMatchObject([{ state: 'asking', reason: 'repeated' }]);
    for (const confirmations of [null, [], [{ kind: 'duplicate' as const, text: 'row-0' }]]) {
      expect(await queue.sendNow({ id, confirmations })).toMatchObject({
        sent: false,
        report: { confirmations: [{ kind: 'duplicate', phrases: ['row-1'] }] },
      });
    }
    const confirmations = [{ kind: 'duplicate' as const, text: 'row-1' }];
    expect(await queue.sendNow({ id, confirmations })).toMatchObject({ sent: true });
    expect(desk.arrivals).toHaveLength(1);
  });

  it('is asked about once for what was sent before it was queued', async () => {
    const desk = createQueueDesk();
    const queue = await desk.start();
    desk.world.sentBefore = 'row-1';
    const order = { environmentId, request: desk.request(body), dueAt: desk.due(minute) };
    expect(await queue.schedule({ ...order, confirmations: [] })).toMatchObject({ done: false });
    const confirmations = [{ kind: 'duplicate' as const, text: 'row-1' }];
    expect(await queue.schedule({ ...order, confirmations })).toMatchObject({ done: true });
    await desk.pass(minute);
    expect(desk.arrivals).toHaveLength(1);
  });

  it('asks when the ledger finds the same at the very last moment', async () => {
    const { desk, queue } = await scheduled(minute);
    desk.world.outcome = 'blocked';
    desk.world.blocks = [{ code: 'confirmation', kind: 'duplicate' }];
    await desk.pass(minute);
    expect(await queue.list()).toMatchObject([{ state: 'asking', reason: 'repeated' }]);
  });

  it('comes back from Remove by Undo, with its moment', async () => {
    const { desk, queue, id } = await scheduled(10 * minute);
    const { undoToken } = await queue.remove({ id });
    expect(await queue.list()).toEqual([]);
    await queue.restore({ undoToken });
    await expect(queue.restore({ undoToken })).rejects.toMatchObject({ code: 'queue_unknown' });
    await desk.pass(10 * minute);
    expect(desk.arrivals).toHaveLength(1);
  });

  it('stays when its removal cannot be written, so that nobody thinks it gone', async () => {
    const { desk, queue, id } = await scheduled(10 * minute);
    desk.disk.failing = true;
    await expect(queue.remove({ id })).rejects.toMatchObject({ code: 'disk_full' });
    expect(await queue.list()).toHaveLength(1);
  });

  it('does not leave when it cannot be taken out durably', async () => {
    const { desk } = await scheduled(minute);
    desk.disk.failing = true;
    await desk.pass(minute);
    expect(desk.arrivals).toEqual([]);
  });

  it('leaves at a new moment and not at the old one', async () => {
    const { desk, queue, id } = await scheduled(minute);
    const dueAt = desk.due(5 * minute);
    expect(await queue.reschedule({ id, dueAt, confirmations: null })).toMatchObject({
      done: true,
    });
    await desk.pass(5 * minute - 1);
    expect(desk.arrivals).toEqual([]);
    await desk.pass(1);
    expect(desk.arrivals).toHaveLength(1);
  });

  it.each([
    [2, 'interrupted', 0], // taken out, nothing recorded
    [4, null, 0], // recorded, and no call made: the ledger has it as unknown
    [5, null, 1], // the call was made
  ] as const)('cut off %i steps after it was due asks with %s', async (steps, reason, sent) => {
    const { desk } = await scheduled(minute);
    await desk.pass(minute - 1);
    desk.world.stepsToLive = steps;
    await desk.pass(1);
    expect(desk.arrivals).toHaveLength(sent);
    const again = await desk.start();
    await desk.pass(10 * minute);
    expect((await again.list()).map((entry) => entry.reason)).toEqual(
      reason === null ? [] : [reason],
    );
    expect(desk.arrivals).toHaveLength(sent);
  });

  it('that may have left is only removed while the ledger cannot be read', async () => {
    const { desk, id } = await scheduled(minute);
    await desk.pass(minute - 1);
    desk.world.stepsToLive = 5;
    await desk.pass(1);
    desk.world.ledgerReadable = false;
    const again = await desk.start();
    expect(await again.list()).toMatchObject([{ state: 'asking', reason: 'unclear' }]);
    await expect(again.sendNow({ id, confirmations: null })).rejects.toMatchObject({
      code: 'queue_unknown',
    });
    desk.world.ledgerReadable = true;
    expect(await (await desk.start()).list()).toEqual([]);
    expect(desk.arrivals).toHaveLength(1);
  });
});

describe('a hold', () => {
  it('sends after its time, with the attempt that began it', async () => {
    const { desk, ended } = await held(10);
    await desk.pass(9_999);
    expect(desk.arrivals).toEqual([]);
    await desk.pass(1);
    expect(await ended).toBe('accepted');
    expect(desk.arrivals).toHaveLength(1);
  });

  it('of no time sends at once and writes no file', async () => {
    const { desk, ended } = await held(0);
    expect(await ended).toBe('accepted');
    expect(desk.disk.value).toEqual({});
  });

  it('undone sends nothing, ever', async () => {
    const { desk, queue, attemptId, ended } = await held(10);
    await queue.cancel({ attemptId });
    expect(await ended).toBe('send_undone');
    await desk.pass(minute);
    expect(desk.arrivals).toEqual([]);
    expect(desk.rows.size).toBe(0);
    expect(await queue.list()).toEqual([]);
    await desk.start();
    await desk.pass(minute);
    expect(desk.arrivals).toEqual([]);
  });

  it('undone before it is in the queue sends nothing', async () => {
    const desk = createQueueDesk();
    desk.world.holdSeconds = 5;
    const queue = await desk.start();
    const attemptId = desk.nextId();
    const input = { attemptId, environmentId, request: desk.request(body), confirmations: [] };
    const sending = queue.send(input);
    await Promise.resolve();
    await queue.cancel({ attemptId });
    await expect(sending).rejects.toMatchObject({ code: 'send_undone' });
    await desk.pass(minute);
    expect(desk.arrivals).toEqual([]);
    await expect(queue.send(input)).rejects.toMatchObject({ code: 'attempt_repeated' });
  });

  it('sent now leaves once, and answers the one who waits', async () => {
    const { desk, queue, attemptId, ended } = await held(30);
    expect(await queue.sendNow({ id: attemptId, confirmations: null })).toMatchObject({
      sent: true,
    });
    expect(await ended).toBe('accepted');
    await desk.pass(minute);
    expect(desk.arrivals).toHaveLength(1);
  });

  it('is not ended early or late by a clock that is set', async () => {
    const { desk } = await held(10);
    desk.clock.wallMs -= 30_000;
    await desk.pass(9_999);
    expect(desk.arrivals).toEqual([]);
    await desk.pass(1);
    expect(desk.arrivals).toHaveLength(1);
  });

  it.each(['quit', 'crash'] as const)('cut short by a %s asks after the restart', async (how) => {
    const { desk, queue, attemptId, ended } = await held(30);
    if (how === 'quit') {
      queue.stop();
      expect(await ended).toBe('send_held');
    } else {
      desk.crash();
    }
    const again = await desk.start();
    await desk.pass(10 * minute);
    expect(desk.arrivals).toEqual([]);
    expect(await again.list()).toMatchObject([
      { id: attemptId, kind: 'hold', state: 'asking', reason: 'held' },
    ]);
    await again.sendNow({ id: attemptId, confirmations: null });
    expect(desk.arrivals).toHaveLength(1);
  });

  it('asks when the environment changes meanwhile', async () => {
    const { desk, queue, ended } = await held(10);
    desk.world.host = 'other.example';
    await desk.pass(10_000);
    expect(await ended).toBe('send_changed');
    expect(desk.arrivals).toEqual([]);
    expect(await queue.list()).toMatchObject([{ state: 'asking', reason: 'changed' }]);
  });

  it('asks when the same was sent from elsewhere meanwhile', async () => {
    const { desk, queue, ended } = await held(10);
    desk.world.sentBefore = 'row-1';
    await desk.pass(10_000);
    expect(await ended).toBe('send_held');
    expect(desk.arrivals).toEqual([]);
    expect(await queue.list()).toMatchObject([{ state: 'asking', reason: 'repeated' }]);
  });

  it('keeps the body as it was sent and no variables', async () => {
    const { desk } = await held(10);
    expect(desk.disk.value).toMatchObject({
      entries: [{ request: { bodyText: body, variables: [] } }],
    });
  });
});
