import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { DeskError } from '#shared/errors';
import { createLedgerHost } from './ledger-host';
import type { LedgerMessage, LedgerRequest, LedgerWorkerData } from './messages';
import { allMigrations } from './migrations/all-migrations';

// A program of its own: SQLite waits for the disk and for other processes, and the app must not.
const port = parentPort;
if (port === null) throw new Error('the ledger runs on a worker thread');
const { file, busyMs } = workerData as LedgerWorkerData;
const say = (message: LedgerMessage): void => port.postMessage(message);

const host = createLedgerHost({
  file,
  migrations: allMigrations,
  busyMs,
  owner: randomUUID(),
  onState: (state) => say({ id: null, state }),
});

port.on('message', (request: LedgerRequest) => {
  const { id } = request;
  try {
    say({ id, ok: true, value: answer(request) });
  } catch (error) {
    const known = error instanceof DeskError ? error.toJSON() : null;
    const bug = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say({ id, ok: false, error: known, bug: known === null ? bug : '' });
  }
  if (request.op === 'close') port.close();
});

function answer(request: LedgerRequest): unknown {
  switch (request.op) {
    case 'begin':
      return host.use((repository) =>
        repository.begin(request.input.dispatch, request.input.guard),
      );
    case 'complete':
      return host.use((repository) => (repository.complete(request.input), null));
    case 'record':
      return host.use((repository) => (repository.record(request.input), null));
    case 'recordMany':
      return host.use((repository) => (repository.recordMany(request.input), null));
    case 'list':
      return host.use((repository) => repository.list(request.input));
    case 'get':
      return host.use((repository) => repository.get(request.input.id));
    case 'sentBefore':
      return host.use((repository) => repository.sentBefore(request.input));
    case 'state':
      return host.state();
    case 'close':
      return (host.close(), null);
  }
}
