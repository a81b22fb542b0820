import type { Dispatch } from '#shared/domain/dispatch';
import type { Environment } from '#shared/domain/environment';
import type { Confirmation, GateReport } from '#shared/domain/gate';
import type { SentBefore } from '#shared/domain/sent-before';
import { DeskError } from '#shared/errors';
import type { DataFile, JsonObject } from '../../files/data-file';
import { silentLog } from '../../log/log';
import type { DispatchService } from '../../sending/dispatch-service';
import { sampleEnvironment, sampleRequest } from '../../sending/testing/sample-request';
import type { QueueService } from '../queue';
import { createQueue } from '../service';

/** One call that reached the server. */
export interface Arrival {
  readonly body: string;
  readonly rowId: string | null;
  readonly wallMs: number;
  readonly monotonicMs: number;
}

const sampleBefore: SentBefore & { of: 'dispatch' } = {
  of: 'dispatch',
  id: '',
  createdAt: '2026-05-04T07:59:00.000Z',
  outcome: 'accepted',
  status: 201,
  failure: null,
  dispatchId: '5f0c',
  requestName: 'Welcome',
  onItsWay: false,
};

const never = new Promise<never>(() => undefined);

/**
 * The queue with clocks, disk, ledger and server that a test drives. `start` begins a new life of the app
 * on the same disk; a life that was ended does nothing more, whatever it was in the middle of.
 */
export function createQueueDesk() {
  const clock = { wallMs: Date.UTC(2026, 4, 4, 8), monotonicMs: 1_000 };
  const disk: { value: JsonObject; failing: boolean } = { value: {}, failing: false };
  const rows = new Map<string, Dispatch['outcome']>();
  const arrivals: Arrival[] = [];
  const published: { readonly name: string; readonly payload: unknown }[] = [];
  const world = {
    environment: sampleEnvironment() as Environment | null,
    host: 'rest.example',
    holdSeconds: 0,
    outcome: 'accepted' as 'accepted' | 'blocked',
    /** The id of the same that was sent a short while ago, as the gate finds it. */
    sentBefore: null as string | null,
    blocks: [] as Dispatch['blocks'],
    ledgerReadable: true,
    /** The life ends after so many more steps to disk, ledger or server. */
    stepsToLive: Infinity,
  };
  let ids = 0;
  const nextId = (): string => {
    ids += 1;
    return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
  };
  let life = { dead: true, timers: new Map<number, { at: number; run: () => void }>() };
  let queue: QueueService | null = null;

  function reportOf(environment: Environment, bodyText: string): GateReport {
    const { sentBefore: id } = world;
    const typed: Confirmation[] = environment.production
      ? [{ kind: 'production', phrases: [environment.name] }]
      : [];
    const repeats: Confirmation[] =
      id === null ? [] : [{ kind: 'duplicate', phrases: [id], before: { ...sampleBefore, id } }];
    const confirmations = [...typed, ...repeats];
    return {
      verdict: confirmations.length > 0 ? 'needs_confirmation' : 'clear',
      blocks: [],
      confirmations,
      blastRadius: { kind: 'recipients', count: 1 },
      targetId: null,
      diagnostics: [],
      wireBody: bodyText,
      wireBytes: bodyText.length,
      host: world.host,
    };
  }

  async function start(): Promise<QueueService> {
    life.dead = true;
    const mine = { dead: false, timers: new Map<number, { at: number; run: () => void }>() };
    life = mine;
    world.stepsToLive = Infinity;
    /** A place at which the life may end. */
    const step = async (): Promise<void> => {
      if (mine.dead) await never;
      world.stepsToLive -= 1;
      if (world.stepsToLive < 0) {
        mine.dead = true;
        await never;
      }
    };
    const file: DataFile = {
      read: async () => {
        await step();
        return { value: structuredClone(disk.value), problem: null };
      },
      update: async (change) => {
        await step();
        if (disk.failing) throw new DeskError('disk_full', { file: 'queue.json' });
        disk.value = structuredClone(change(disk.value));
        await step();
        return { value: disk.value, problem: null };
      },
    };
    const attempts = new Set<string>();
    const dispatch: Pick<DispatchService, 'check' | 'send' | 'cancel'> = {
      async check({ environmentId, request }) {
        await step();
        if (world.environment === null)
          throw new DeskError('environment_unknown', { environmentId });
        return reportOf(world.environment, request.bodyText);
      },
      async send({ attemptId, environmentId, request }, terms) {
        if (attempts.has(attemptId)) throw new DeskError('attempt_repeated', { attemptId });
        attempts.add(attemptId);
        await step();
        const { environment } = world;
        if (environment === null) throw new DeskError('environment_unknown', { environmentId });
        terms?.check(environment, reportOf(environment, request.bodyText));
        const id = terms?.rowId ?? nextId();
        if (rows.has(id)) throw new Error('two rows with one id');
        if (world.outcome === 'blocked') {
          rows.set(id, 'blocked');
          await step();
          return { id, outcome: 'blocked', blocks: world.blocks } as Dispatch;
        }
        rows.set(id, 'unknown');
        await step();
        arrivals.push({ body: request.bodyText, rowId: terms?.rowId ?? null, ...clock });
        await step();
        rows.set(id, 'accepted');
        await step();
        return { id, outcome: 'accepted' } as Dispatch;
      },
      cancel: ({ attemptId }) =>
        attempts.has(attemptId)
          ? Promise.resolve(null)
          : Promise.reject(new DeskError('attempt_unknown', { attemptId })),
    };
    let timers = 0;
    queue = createQueue({
      file,
      environments: { find: () => world.environment },
      dispatch,
      ledger: {
        get: async ({ id }) => {
          await step();
          if (!world.ledgerReadable) throw new DeskError('ledger_locked', { file: 'ledger' });
          const outcome = rows.get(id);
          if (outcome === undefined) throw new DeskError('not_found', { id });
          return { id, outcome } as Dispatch;
        },
      },
      holdSeconds: () => Promise.resolve(world.holdSeconds),
      ready: () => Promise.resolve(),
      publish: (name, payload) => {
        if (!mine.dead) published.push({ name, payload });
      },
      problems: { replace: () => undefined },
      log: silentLog,
      now: () => clock.wallMs,
      monotonicMs: () => clock.monotonicMs,
      uuid: nextId,
      newId: nextId,
      after: (ms, run) => {
        timers += 1;
        const id = timers;
        mine.timers.set(id, { at: clock.monotonicMs + ms, run });
        return () => mine.timers.delete(id);
      },
    });
    await Promise.race([queue.open(), settle()]);
    return queue;
  }

  /** Until nothing more happens by itself. */
  async function settle(): Promise<void> {
    for (let turn = 0; turn < 8; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  return {
    clock,
    disk,
    rows,
    arrivals,
    published,
    world,
    start,
    settle,
    /** Ends the life as a power cut does. */
    crash: () => {
      life.dead = true;
    },
    /** Lets time pass on both clocks, timer by timer. */
    async pass(ms: number): Promise<void> {
      const end = clock.monotonicMs + ms;
      for (;;) {
        const due = [...life.timers].filter(([, { at }]) => at <= end);
        const [next] = due.sort(([, one], [, other]) => one.at - other.at);
        const until = Math.max(clock.monotonicMs, next === undefined ? end : next[1].at);
        clock.wallMs += until - clock.monotonicMs;
        clock.monotonicMs = until;
        if (next === undefined) return;
        life.timers.delete(next[0]);
        if (!life.dead) next[1].run();
        await settle();
      }
    },
    request: (body: string) => sampleRequest(body),
    nextId,
    due: (inMs: number) => new Date(clock.wallMs + inMs).toISOString(),
  };
}
