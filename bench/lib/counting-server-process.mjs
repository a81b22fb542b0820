import { fork } from 'node:child_process';
import { join } from 'node:path';

/**
 * @typedef {object} Counted what came in since it was last asked for
 * @property {number} calls
 * @property {number} others requests that were not trigger sends
 * @property {number} recipients
 * @property {number} unfilled calls with a placeholder left in them
 * @property {number} peakInFlight
 * @property {number} peakConnections
 * @property {number} connectionsOpened
 * @property {number} firstAt when the first call came; milliseconds on the server's clock
 * @property {number} lastAt when the last answer was out
 */

/**
 * Starts a server that accepts every trigger send after so many milliseconds.
 * @param {number} latencyMs
 */
export async function startCountingServer(latencyMs) {
  const child = fork(join(import.meta.dirname, 'counting-server.mjs'), [String(latencyMs)]);
  const ended = new Promise((_, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
  });
  // Told to whoever waits for a message; nobody may be.
  ended.catch(() => undefined);
  /** @returns {Promise<{ port: number, counted: Counted }>} */
  const message = () =>
    Promise.race([ended, new Promise((resolve) => child.once('message', resolve))]);
  const { port } = await message();
  return {
    url: `http://127.0.0.1:${port}`,
    /** What was counted; begins anew. */
    take: async () => {
      const answered = message();
      child.send('take');
      return (await answered).counted;
    },
    stop: () => {
      child.disconnect();
    },
  };
}
