import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueueService } from './queue';
import { latestMs } from './due';
import { createQueueDesk } from './testing/queue-desk';

const environmentId = 'staging';

type Step =
  | { readonly do: 'schedule'; readonly inMs: number }
  | { readonly do: 'send' }
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'jump'; readonly ms: number }
  | { readonly do: 'sleep'; readonly ms: number }
  | { readonly do: 'cut'; readonly steps: number }
  | { readonly do: 'undo' | 'sendNow' | 'move' | 'remove'; readonly which: number }
  | { readonly do: 'restart' | 'restore' | 'host' | 'production' | 'disk' | 'ledger' | 'gate' };

const which = fc.nat(5);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('schedule' as const), inMs: fc.integer({ min: 1, max: 300_000 }) }),
  fc.record({ do: fc.constant('send' as const) }),
  fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 200_000 }) }),
  fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 20_000 }) }),
  fc.record({ do: fc.constant('jump' as const), ms: fc.integer({ min: -4e6, max: 4e6 }) }),
  fc.record({ do: fc.constant('sleep' as const), ms: fc.integer({ min: 1, max: 4e6 }) }),
  fc.record({ do: fc.constant('cut' as const), steps: fc.nat(12) }),
  fc.record({ do: fc.constantFrom('undo', 'sendNow', 'move', 'remove'), which }),
  fc.record({
    do: fc.constantFrom('restart', 'restore', 'host', 'production', 'disk', 'ledger', 'gate'),
  }),
);

/** What a person may get no answer to, because the app ended meanwhile. */
function unheard(work: Promise<unknown>): void {
  void work.catch(() => undefined);
}

async function live(steps: readonly Step[]) {
  const desk = createQueueDesk();
  desk.world.holdSeconds = 10;
  let queue: QueueService = await desk.start();
  const ids: string[] = [];
  const tokens: string[] = [];
  /** Every moment that a body was ever given: of a change that was cut off either may hold. */
  const moments = new Map<string, { kind: 'hold' | 'scheduled'; dueMs: number }[]>();
  const give = (body: string, kind: 'hold' | 'scheduled', dueMs: number): void => {
    moments.set(body, [...(moments.get(body) ?? []), { kind, dueMs }]);
  };
  const askedFor = new Set<string>();
  let count = 0;

  const confirmations = () => [{ kind: 'production' as const, text: 'Staging' }];
  const bodyOf = (id: string): string | undefined => {
    const { entries } = desk.disk.value as {
      entries?: { id: string; request: { bodyText: string } }[];
    };
    return entries?.find((entry) => entry.id === id)?.request.bodyText;
  };
  const input = () => {
    count += 1;
    const body = `{"campaign_id":"${count}"}`;
    return {
      body,
      given: { environmentId, request: desk.request(body), confirmations: confirmations() },
    };
  };

  for (const one of steps) {
    const before = desk.arrivals.length;
    const id = 'which' in one ? (ids[one.which % Math.max(1, ids.length)] ?? '') : '';
    switch (one.do) {
      case 'schedule': {
        const { body, given } = input();
        const dueAt = desk.due(one.inMs);
        give(body, 'scheduled', Date.parse(dueAt));
        unheard(
          queue.schedule({ ...given, dueAt }).then((answer) => {
            if (answer.done) ids.push(answer.entry.id);
          }),
        );
        break;
      }
      case 'send': {
        const { body, given } = input();
        const attemptId = desk.nextId();
        ids.push(attemptId);
        give(body, 'hold', desk.clock.monotonicMs + 10_000);
        unheard(queue.send({ ...given, attemptId }));
        break;
      }
      case 'pass':
        await desk.pass(one.ms);
        break;
      case 'jump':
        desk.clock.wallMs += one.ms;
        break;
      case 'sleep':
        desk.clock.wallMs += one.ms;
        queue.wake();
        break;
      case 'cut':
        desk.world.stepsToLive = one.steps;
        break;
      case 'undo':
        unheard(queue.cancel({ attemptId: id }));
        break;
      case 'sendNow': {
        const body = bodyOf(id);
        if (body !== undefined) askedFor.add(body);
        // Pressed twice.
        unheard(queue.sendNow({ id, confirmations: confirmations() }));
        unheard(queue.sendNow({ id, confirmations: confirmations() }));
        break;
      }
      case 'move': {
        const body = bodyOf(id);
        const dueAt = desk.due(60_000);
        if (body !== undefined) give(body, 'scheduled', Date.parse(dueAt));
        unheard(queue.reschedule({ id, dueAt, confirmations: confirmations() }));
        break;
      }
      case 'remove':
        unheard(queue.remove({ id }).then(({ undoToken }) => tokens.push(undoToken)));
        break;
      case 'restore':
        unheard(queue.restore({ undoToken: tokens.pop() ?? '' }));
        break;
      case 'restart':
        queue.stop();
        queue = await desk.start();
        break;
      case 'host':
        desk.world.host = desk.world.host === 'a.example' ? 'b.example' : 'a.example';
        break;
      case 'production': {
        const { environment } = desk.world;
        if (environment !== null)
          desk.world.environment = { ...environment, production: !environment.production };
        break;
      }
      case 'disk':
        desk.disk.failing = !desk.disk.failing;
        break;
      case 'ledger':
        desk.world.ledgerReadable = !desk.world.ledgerReadable;
        break;
      case 'gate':
        desk.world.outcome = desk.world.outcome === 'blocked' ? 'accepted' : 'blocked';
        break;
    }
    await desk.settle();
    for (const { body, wallMs, monotonicMs } of desk.arrivals.slice(before)) {
      if (askedFor.has(body)) continue;
      const inTime = (moments.get(body) ?? []).some(({ kind, dueMs }) =>
        kind === 'hold' ? monotonicMs >= dueMs : wallMs >= dueMs && wallMs <= dueMs + latestMs,
      );
      expect(inTime).toBe(true);
    }
  }
  return desk;
}

describe('whatever the order of ticks, crashes, restarts and clocks that are set', () => {
  it('nothing leaves twice, and nothing leaves by itself early or late', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const desk = await live(steps);
        const bodies = desk.arrivals.map(({ body }) => body);
        expect(bodies).toHaveLength(new Set(bodies).size);
        const rowIds = desk.arrivals.map(({ rowId }) => rowId);
        expect(rowIds).toHaveLength(new Set(rowIds).size);
        // What arrived has its row.
        for (const rowId of rowIds) expect(desk.rows.has(rowId ?? '')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
