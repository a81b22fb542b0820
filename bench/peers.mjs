// desk run against newman, Bruno's command line and a bare fetch loop: the same rows, the same server, in turn
// and in the same run, because the machine's own speed drifts.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../scripts/lib/paths.mjs';
import { runCommand } from '../scripts/lib/run-command.mjs';
import { startCountingServer } from './lib/counting-server-process.mjs';
import { runMeasured } from './lib/measured-program.mjs';
import { makePeerWorkplace } from './lib/peer-workplace.mjs';
import { median } from './statistics.mjs';

const peersFolder = join(import.meta.dirname, 'peers');
const concurrency = 32;
const rounds = 3;

/**
 * @typedef {ReturnType<typeof makePeerWorkplace>} Workplace
 * @typedef {Awaited<ReturnType<typeof startCountingServer>>} Server
 * @typedef {import('./lib/measured-program.mjs').Program} Program
 * @typedef {(place: Workplace, url: string, rows: number) => Program} Tool
 * @typedef {Awaited<ReturnType<typeof measureOnce>>} Measured
 */

/** @type {Record<string, Tool>} */
const tools = {
  'desk run': desk([]),
  'desk run --batch 1': desk(['--batch', '1']),
  'fetch loop': fetchLoop(['keep-alive']),
  // As desk run uses connections: one for each call.
  'fetch loop, connection: close': fetchLoop(['close']),
  newman: ({ folder, postman, data }, url, rows) => ({
    file: join(peersFolder, 'node_modules', 'newman', 'bin', 'newman.js'),
    args: [
      ...['run', postman, '--silent', '--iteration-data', data(rows)],
      ...['--env-var', `base=${url}`, '--env-var', 'key=bench-key'],
    ],
    cwd: folder,
  }),
  bru: bruno([]),
  'bru --parallel': bruno(['--parallel']),
};

/**
 * @param {readonly string[]} more
 * @returns {Tool}
 */
function desk(more) {
  return ({ folder, request, data }, url, rows) => ({
    file: join(projectRoot, 'out', 'main', 'desk.js'),
    args: [
      ...['run', request, '--data', data(rows), '--url', url],
      ...['--map', 'code=trigger_properties.code', '--map', 'city=trigger_properties.city'],
      ...['--reserve', '0', '--concurrency', String(concurrency), '--format', 'json', ...more],
    ],
    cwd: folder,
    env: { DESK_HOME: join(folder, 'home'), DESK_API_KEY: 'bench-key' },
  });
}

/**
 * @param {readonly string[]} more
 * @returns {Tool}
 */
function fetchLoop(more) {
  return ({ folder }, url, rows) => ({
    file: join(import.meta.dirname, 'lib', 'fetch-loop.mjs'),
    args: [url, String(rows), String(concurrency), ...more],
    cwd: folder,
  });
}

/**
 * @param {readonly string[]} more
 * @returns {Tool}
 */
function bruno(more) {
  return ({ bruno: cwd, data }, url, rows) => ({
    file: join(peersFolder, 'node_modules', '@usebruno', 'cli', 'bin', 'bru.js'),
    args: [
      ...['run', 'send.bru', '--csv-file-path', data(rows), ...more],
      ...['--env-var', `base=${url}`, '--env-var', 'key=bench-key'],
    ],
    cwd,
  });
}

/** @param {(line: string) => void} say */
async function installPeers(say) {
  if (existsSync(join(peersFolder, 'node_modules', '.package-lock.json'))) return;
  say('installing newman and @usebruno/cli into bench/peers');
  const { code, output } = await runCommand('npm', ['ci', '--ignore-scripts'], {
    cwd: peersFolder,
    output: 'capture',
  });
  if (code !== 0) throw new Error(`npm ci in bench/peers ended with ${code}: ${output}`);
}

/** @param {string} name */
function versionOf(name) {
  const file = join(peersFolder, 'node_modules', name, 'package.json');
  return String(JSON.parse(readFileSync(file, 'utf8')).version);
}

/**
 * @param {string} name
 * @param {Workplace} place
 * @param {Server} server
 * @param {number} rows
 */
async function measureOnce(name, place, server, rows) {
  const tool = tools[name];
  if (tool === undefined) throw new Error(`No tool ${name}`);
  await server.take();
  const taken = await runMeasured(tool(place, server.url, rows), place.folder);
  const counted = await server.take();
  const complete = taken.code === 0 && counted.recipients === rows && counted.unfilled === 0;
  const sendingMs = counted.lastAt - counted.firstAt;
  return {
    calls: counted.calls,
    rows: counted.recipients,
    wallMs: Math.round(taken.wallMs),
    /** From the first call's arrival to the last answer. */
    sendingMs: Math.round(sendingMs),
    callsPerSecond: perSecond(counted.calls, sendingMs),
    rowsPerSecond: perSecond(counted.recipients, sendingMs),
    /** With the start of the program and its end. */
    rowsPerSecondOfWall: perSecond(counted.recipients, taken.wallMs),
    cpuMs: Math.round(taken.cpuMs),
    peakMiB: Math.round(taken.peakKiB / 1024),
    peakInFlight: counted.peakInFlight,
    peakConnections: counted.peakConnections,
    connectionsOpened: counted.connectionsOpened,
    ...(complete ? {} : { exitCode: taken.code, said: taken.tail.slice(-400) }),
  };
}

/**
 * @param {number} count
 * @param {number} ms
 */
function perSecond(count, ms) {
  return ms <= 0 ? null : Number((count / (ms / 1000)).toFixed(1));
}

/**
 * Each tool in turn, as many rounds as asked for; every figure's median.
 * @param {{ latencyMs: number, rounds: number, rows: Readonly<Record<string, number>> }} plan
 * @param {(line: string) => void} say
 */
export async function measurePart(plan, say) {
  await installPeers(say);
  const place = makePeerWorkplace();
  const server = await startCountingServer(plan.latencyMs);
  /** @type {Record<string, Measured[]>} */
  const measured = {};
  try {
    for (let round = 0; round < plan.rounds; round += 1) {
      for (const [name, rows] of Object.entries(plan.rows)) {
        const one = await measureOnce(name, place, server, rows);
        (measured[name] ??= []).push(one);
        say(
          `${plan.latencyMs} ms, ${rows} rows, ${name}: ${one.callsPerSecond} calls/s, ` +
            `${one.rowsPerSecond} rows/s, ${one.wallMs} ms, CPU ${one.cpuMs} ms, ` +
            `${one.peakMiB} MiB, ${one.peakInFlight} at once, ${one.connectionsOpened} connections` +
            ('said' in one ? `, ended with ${one.exitCode} after ${one.rows} rows` : ''),
        );
      }
    }
  } finally {
    server.stop();
    place.remove();
  }
  return Object.fromEntries(Object.entries(measured).map(([name, all]) => [name, middle(all)]));
}

/** @param {readonly Measured[]} all */
function middle(all) {
  const failed = all.find((one) => 'said' in one);
  /** @param {(one: Measured) => number | null} read */
  const of = (read) => median(all.map((one) => read(one) ?? Number.NaN));
  return {
    rounds: all.length,
    calls: of((one) => one.calls),
    rows: of((one) => one.rows),
    wallMs: of((one) => one.wallMs),
    sendingMs: of((one) => one.sendingMs),
    callsPerSecond: of((one) => one.callsPerSecond),
    rowsPerSecond: of((one) => one.rowsPerSecond),
    rowsPerSecondOfWall: of((one) => one.rowsPerSecondOfWall),
    cpuMs: of((one) => one.cpuMs),
    peakMiB: of((one) => one.peakMiB),
    peakInFlight: of((one) => one.peakInFlight),
    peakConnections: of((one) => one.peakConnections),
    connectionsOpened: of((one) => one.connectionsOpened),
    ...(failed === undefined ? {} : { failed }),
  };
}

/** The parts, each of its own worth: `measurePart` measures one. */
export const parts = {
  /** What a call costs, and memory at 1,000 iterations. */
  'at 0 ms': {
    latencyMs: 0,
    rounds,
    rows: {
      'desk run': 1000,
      'desk run --batch 1': 1000,
      'fetch loop': 1000,
      'fetch loop, connection: close': 1000,
      newman: 1000,
      bru: 1000,
      'bru --parallel': 1000,
    },
  },
  /** One call after the other takes 150 ms each here, so those tools get fewer rows. */
  'at 150 ms': {
    latencyMs: 150,
    rounds,
    rows: {
      'desk run': 10_000,
      'desk run --batch 1': 1000,
      'fetch loop': 1000,
      'fetch loop, connection: close': 1000,
      newman: 50,
      bru: 50,
      'bru --parallel': 1000,
    },
  },
  '10,000 rows of desk': {
    latencyMs: 0,
    rounds,
    rows: {
      'desk run': 10_000,
      'desk run --batch 1': 10_000,
      'fetch loop': 10_000,
      'fetch loop, connection: close': 10_000,
    },
  },
  '10,000 rows of newman': { latencyMs: 0, rounds: 1, rows: { newman: 10_000 } },
  '10,000 rows of bru': { latencyMs: 0, rounds: 1, rows: { bru: 10_000 } },
  '10,000 rows of bru --parallel': { latencyMs: 0, rounds: 1, rows: { 'bru --parallel': 10_000 } },
};

/** @param {(line: string) => void} say */
export async function measurePeers(say) {
  await installPeers(say);
  /** @type {Record<string, Awaited<ReturnType<typeof measurePart>>>} */
  const results = {};
  for (const [name, part] of Object.entries(parts)) results[name] = await measurePart(part, say);
  return {
    what: 'desk run against newman, bru and a bare fetch loop, one server for all',
    versions: { newman: versionOf('newman'), bru: versionOf('@usebruno/cli') },
    concurrency,
    ownCost: ownCost(results),
    results,
  };
}

/**
 * What a call takes at 10,000 calls beyond those of 1,000, so that a program's start does not count.
 * @param {Record<string, Awaited<ReturnType<typeof measurePart>>>} results
 */
export function ownCost(results) {
  const short = results['at 0 ms'] ?? {};
  const long = Object.assign({}, ...Object.values(results).slice(2));
  return Object.fromEntries(
    Object.entries(long).flatMap(([name, many]) => {
      const few = short[name];
      if (few === undefined) return [];
      const calls = many.calls - few.calls;
      return [
        [
          name,
          {
            cpuMsPerCall: Number(((many.cpuMs - few.cpuMs) / calls).toFixed(3)),
            wallMsPerCall: Number(((many.wallMs - few.wallMs) / calls).toFixed(3)),
          },
        ],
      ];
    }),
  );
}
