import { pathToFileURL } from 'node:url';
import { DeskError } from '#shared/errors';
import { createLedgerClient } from '../ledger-client';
import { answeredDispatch, begunDispatch } from './sample-dispatch';

// A process of its own that writes to a ledger: WORKER FILE FIRST COUNT. With a count of 0 it begins one
// dispatch, says so, and never completes it. Prints `begun`, `done` or the code of what went wrong.
const [worker = '', file = '', first = '0', count = '0'] = process.argv.slice(2);
const ledger = createLedgerClient({ worker: pathToFileURL(worker), file });
const start = Number(first);

if (Number(count) === 0) {
  await ledger.begin(begunDispatch(start)).then(
    () => {
      process.stdout.write('begun\n');
      // Only a timer keeps it running; the test ends it.
      setInterval(() => undefined, 60_000);
    },
    (error: unknown) =>
      process.stdout.write(error instanceof DeskError ? error.code : String(error)),
  );
} else {
  for (let number = start; number < start + Number(count); number += 1) {
    await ledger.begin(begunDispatch(number));
    await ledger.complete(answeredDispatch(number));
  }
  await ledger.close();
  process.stdout.write('done\n');
}
