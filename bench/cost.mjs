// What one more call of a run costs beside one more call of a bare fetch loop with the same bodies at the same
// concurrency. Both are processes of their own, and both are measured with few and with many calls: the difference
// leaves out what only a start costs. The loop once keeps its connections and once opens one for each call, as a run
// has to (docs/adr/0006).
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeWorkplace, startDesk, summaryOf } from './lib/desk-program.mjs';
import { startPlainServer } from './lib/plain-server.mjs';
import { median, spread } from './statistics.mjs';

const concurrency = 32;
const rounds = 5;
const few = 1000;
const loop = join(import.meta.dirname, 'lib', 'fetch-loop.mjs');
const run = promisify(execFile);

/**
 * @param {number} calls how many more calls than `few` are made
 * @param {number} batch recipients in a call
 */
async function measure(calls, batch) {
  const server = await startPlainServer();
  const places = {
    few: makeWorkplace(few * batch),
    many: makeWorkplace((few + calls) * batch),
  };
  /** @param {'few' | 'many'} size */
  const ours = async (size) => {
    const { request, data, home } = places[size];
    const args = ['run', request, '--data', data, '--url', server.url];
    const how = ['--batch', batch, '--concurrency', concurrency, '--format', 'json'].map(String);
    const env = { DESK_HOME: home, DESK_API_KEY: 'bench-key-0123456789' };
    return summaryOf(await startDesk([...args, ...how], env).ended).elapsedMs;
  };
  /** @param {'keep-alive' | 'close'} connection */
  const bare = (connection) => async (/** @type {'few' | 'many'} */ size) => {
    const made = size === 'few' ? few : few + calls;
    const args = [loop, server.url, made, concurrency, connection, batch].map(String);
    const { stdout } = await run(process.execPath, args);
    return JSON.parse(stdout).elapsedMs;
  };
  const candidates = { ours, kept: bare('keep-alive'), single: bare('close') };
  /** @type {Record<keyof typeof candidates, number[]>} microseconds of one more call */
  const more = { ours: [], kept: [], single: [] };
  try {
    // By turns, so that whatever else the machine does is shared by all three.
    for (let round = 0; round < rounds; round += 1) {
      for (const name of /** @type {(keyof typeof candidates)[]} */ (Object.keys(candidates))) {
        const small = await candidates[name]('few');
        more[name].push((((await candidates[name]('many')) - small) * 1000) / calls);
      }
    }
  } finally {
    await server.stop();
    places.few.remove();
    places.many.remove();
  }
  return {
    calls,
    batch,
    concurrency,
    oursUs: spread(more.ours),
    keptUs: spread(more.kept),
    singleUs: spread(more.single),
    timesKept: median(more.ours) / median(more.kept),
    timesOneConnectionPerCall: median(more.ours) / median(more.single),
    limit: 1.5,
  };
}

/** @param {(line: string) => void} say */
export async function measureCost(say) {
  const results = [];
  for (const [calls, batch] of /** @type {const} */ ([
    [4000, 1],
    [1000, 50],
  ])) {
    say(`${few} and ${few + calls} calls of ${batch}`);
    results.push(await measure(calls, batch));
  }
  return results;
}
