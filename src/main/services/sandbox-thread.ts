import { Worker } from 'node:worker_threads';
import { DeskError } from '#shared/errors';
import type { SandboxAnswer, SandboxOrder, SandboxThreadData } from './sandbox-messages';

/** A sandbox that runs in a thread of its own. */
export interface SandboxThread {
  readonly url: string;
  /** @throws DeskError `invalid_input`; `sandbox_stopped` when the thread has ended. */
  setScenario(scenario: string): Promise<void>;
  /** Never rejects. */
  stop(): Promise<void>;
}

/**
 * Starts a sandbox in a new thread. `file` is the thread's built program; `onEnded` is called when it ends
 * without having been stopped.
 * @throws DeskError `port_taken`, `no_access`, `sandbox_stopped` (it ended while starting), `internal`.
 */
export async function startSandboxThread(
  file: URL,
  data: SandboxThreadData,
  onEnded: () => void,
): Promise<SandboxThread> {
  const worker = new Worker(file, { workerData: data });
  const waiting: { resolve(url: string): void; reject(error: unknown): void }[] = [];
  let state: 'starting' | 'running' | 'stopping' | 'ended' = 'starting';

  function nextAnswer(): Promise<string> {
    if (state === 'ended') return Promise.reject(new DeskError('sandbox_stopped'));
    return new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
    });
  }
  function order(message: SandboxOrder): Promise<string> {
    const answer = nextAnswer();
    if (state !== 'ended') worker.postMessage(message);
    return answer;
  }

  worker.on('message', (answer: SandboxAnswer) => {
    const next = waiting.shift();
    if (answer.ok) next?.resolve(answer.url);
    else next?.reject(new DeskError(answer.error.code, answer.error.params));
  });
  // What goes wrong inside ends the thread; the exit below is what counts.
  worker.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      const unexpected = state === 'running';
      state = 'ended';
      for (const { reject } of waiting.splice(0)) reject(new DeskError('sandbox_stopped'));
      if (unexpected) onEnded();
      resolve();
    });
  });

  const url = await nextAnswer();
  state = 'running';
  return {
    url,
    async setScenario(scenario) {
      await order({ kind: 'setScenario', scenario });
    },
    async stop() {
      if (state === 'running') {
        state = 'stopping';
        await order({ kind: 'stop' }).catch(() => worker.terminate());
      }
      await ended;
    },
  };
}
