import { parentPort, workerData } from 'node:worker_threads';
import { createSandbox } from '#sandbox/create-sandbox';
import { DeskError } from '#shared/errors';
import type { SandboxAnswer, SandboxOrder, SandboxThreadData } from './services/sandbox-messages';

// The thread that the built-in server lives in, so that a large answer or a slow one is no concern of
// the window's process. It starts at once, answers one message, and then one for each order.

function failure(error: unknown): SandboxAnswer {
  return {
    ok: false,
    error: error instanceof DeskError ? error.toJSON() : { code: 'internal', params: {} },
  };
}

const port = parentPort;
if (port === null) throw new Error('This is a thread of the app and no program');
const { apiKey, scenario } = workerData as SandboxThreadData;
try {
  const sandbox = await createSandbox({ apiKey, scenario, now: () => Date.now() });
  port.on('message', (order: SandboxOrder) => {
    void (async () => {
      try {
        if (order.kind === 'stop') await sandbox.stop();
        else sandbox.setScenario(order.scenario);
        port.postMessage({ ok: true, url: sandbox.url } satisfies SandboxAnswer);
      } catch (error) {
        port.postMessage(failure(error));
      }
      if (order.kind === 'stop') port.close();
    })();
  });
  port.postMessage({ ok: true, url: sandbox.url } satisfies SandboxAnswer);
} catch (error) {
  port.postMessage(failure(error));
  port.close();
}
