import { Worker } from 'node:worker_threads';
import { DeskError } from '#shared/errors';
import type { Ledger, LedgerState } from './ledger';
import type {
  LedgerMessage,
  LedgerOperation,
  LedgerOperations,
  LedgerWorkerData,
} from './messages';

/** What the client needs. */
export interface LedgerClientDeps {
  /** The built worker (`out/main/ledger-worker.js`). */
  readonly worker: URL;
  /** The ledger's usual file; others may take its place, see `candidates.ts`. */
  readonly file: string;
  /** How long to wait for another process that writes. Default 5,000 ms. */
  readonly busyMs?: number;
  /** Told when the file in use, or what is wrong with it, changes. */
  readonly onState?: (state: LedgerState) => void;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * A run hands it thousands of rows that are garbage at once: a small young generation is emptied often instead of
 * growing to what V8 thinks fit. Megabytes; what is kept has its usual room.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 6 };

/** How long a worker may take to end by itself. */
const closingMs = 5000;

/** The ledger on its worker thread, which starts at first use. */
export function createLedgerClient(deps: LedgerClientDeps): Ledger {
  const { worker: url, file, busyMs = 5000, onState } = deps;
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let closed = false;
  let lastId = 0;

  const failAll = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const start = (): Worker => {
    const workerData: LedgerWorkerData = { file, busyMs };
    const started = new Worker(url, { workerData, resourceLimits });
    started.on('message', (message: LedgerMessage) => {
      if (message.id === null) {
        onState?.(message.state);
        return;
      }
      const waiter = waiting.get(message.id);
      waiting.delete(message.id);
      // Only a question that is open keeps the program running.
      if (waiting.size === 0) started.unref();
      if (message.ok) waiter?.resolve(message.value);
      else if (message.error === null) waiter?.reject(new Error(message.bug));
      else waiter?.reject(new DeskError(message.error.code, message.error.params));
    });
    started.on('error', failAll);
    started.on('exit', () => {
      if (worker === started) worker = null;
      failAll(new DeskError('ledger_closed', { file }));
    });
    return started;
  };

  const ask = <K extends LedgerOperation>(
    op: K,
    input: LedgerOperations[K]['input'],
  ): Promise<LedgerOperations[K]['output']> => {
    if (closed) return Promise.reject(new DeskError('ledger_closed', { file }));
    worker ??= start();
    const running = worker;
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, {
        resolve: (value) => resolve(value as LedgerOperations[K]['output']),
        reject,
      });
      running.ref();
      running.postMessage({ id, op, input });
    });
  };

  return {
    begin: (dispatch, guard = null) => ask('begin', { dispatch, guard }),
    complete: async (dispatch) => {
      await ask('complete', dispatch);
    },
    record: async (dispatch) => {
      await ask('record', dispatch);
    },
    recordMany: async (dispatches) => {
      await ask('recordMany', dispatches);
    },
    list: (input) => ask('list', input),
    get: (input) => ask('get', input),
    sentBefore: (query) => ask('sentBefore', query),
    state: () => ask('state', null),
    async close() {
      if (closed) return;
      const running = worker;
      const done = running === null ? null : ask('close', null);
      closed = true;
      if (running === null || done === null) return;
      const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
      await done.catch(() => undefined);
      const timer = setTimeout(() => void running.terminate(), closingMs);
      running.ref();
      await ended;
      clearTimeout(timer);
    },
  };
}
