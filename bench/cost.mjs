// What one more call of a run costs beside one more call of
// - a bare fetch loop that makes its bodies up: once it keeps its connections, once it opens one for each call, as a run
//   has to (docs/adr/0006);
// - a script that reads the same file with a CSV library and keeps its connections.
// All have the same bodies and the same concurrency and are processes of their own. Each is measured with few and with
// many calls: the difference leaves out what only a start costs.
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
const script = join(import.meta.dirname, 'lib', 'file-script.mjs');
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
  const deskRun = async (size) => {
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
  const fileScript = async (/** @type {'few' | 'many'} */ size) => {
    const args = [script, server.url, places[size].data, concurrency, batch].map(String);
    const { stdout } = await run(process.execPath, args);
    return JSON.parse(stdout).elapsedMs;
  };
  const candidates = {
    deskRun,
    loopKeptConnections: bare('keep-alive'),
    loopOneConnectionPerCall: bare('close'),
    fileScript,
  };
  /** @typedef {keyof typeof candidates} Name */
  /** @type {Record<Name, number[]>} microseconds of one more call */
  const more = {
    deskRun: [],
    loopKeptConnections: [],
    loopOneConnectionPerCall: [],
    fileScript: [],
  };
  try {
    // By turns, so that whatever else the machine does is shared by all.
    for (let round = 0; round < rounds; round += 1) {
      for (const name of /** @type {Name[]} */ (Object.keys(candidates))) {
        const small = await candidates[name]('few');
        more[name].push((((await candidates[name]('many')) - small) * 1000) / calls);
      }
    }
  } finally {
    await server.stop();
    places.few.remove();
    places.many.remove();
  }
  const times = (/** @type {Name} */ name) => median(more.deskRun) / median(more[name]);
  return {
    calls,
    batch,
    concurrency,
    deskRunUs: spread(more.deskRun),
    loopKeptConnectionsUs: spread(more.loopKeptConnections),
    loopOneConnectionPerCallUs: spread(more.loopOneConnectionPerCall),
    fileScriptUs: spread(more.fileScript),
    timesLoopKeptConnections: times('loopKeptConnections'),
    timesLoopOneConnectionPerCall: times('loopOneConnectionPerCall'),
    timesFileScript: times('fileScript'),
    limit: 1.5,
  };
}

/** @param {(line: string) => void} say */
export async function measureCost(say) {
  const results = [];
  for (const [calls, batch] of /** @type {const} */ ([
    [4000, 1],
    [3000, 50],
  ])) {
    say(`${few} and ${few + calls} calls of ${batch}`);
    results.push(await measure(calls, batch));
  }
  return results;
}
