import { exitCodes } from './exit-codes';
import { listenForInterruption } from './interruption';
import { ownVersion } from './own-version';
import { createPrint } from './print';
import { runProgram } from './program';

const keys = [process.env.DESK_API_KEY ?? ''].filter((key) => key !== '');
const print = createPrint(keys);

const interruption = listenForInterruption(process, () => process.exit(exitCodes.interrupted));

process.exitCode = await runProgram(process.argv.slice(2), {
  print,
  interruption,
  readInput: () => process.stdin,
  env: process.env,
  ledgerWorker: new URL('./ledger-worker.js', import.meta.url),
  version: ownVersion(import.meta.url),
  now: () => Date.now(),
}).catch((error: unknown) => {
  print.note(
    `The program made a mistake: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return exitCodes.failed;
});

await print.flush();
// Whatever still holds the process, such as a keychain that never answers, gets no more time.
setTimeout(() => process.exit(), 2000).unref();
