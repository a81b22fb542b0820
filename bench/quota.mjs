// How much of an allowance that only the server's headers tell of a run gets, and how often it is told 429.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeWorkplace, startDesk, startSandbox, summaryOf } from './lib/desk-program.mjs';

const limit = 500;
const seconds = 10;
const latencyMs = 150;

/**
 * @param {number} calls
 * @param {number} othersPercent
 */
async function measure(calls, othersPercent) {
  const place = makeWorkplace(calls);
  const journal = join(place.folder, 'journal.ndjson');
  const sandbox = await startSandbox([
    ...['--latency', String(latencyMs), '--quota-window', `${limit}/${seconds}`],
    ...['--quota-others', String(othersPercent), '--journal', journal],
  ]);
  try {
    const args = ['run', place.request, '--data', place.data, '--url', sandbox.url];
    const how = ['--batch', '1', '--reserve', '0', '--concurrency', '64', '--format', 'json'];
    const began = performance.now();
    const finished = await startDesk([...args, ...how], {
      DESK_HOME: place.home,
      DESK_API_KEY: sandbox.apiKey,
    }).ended;
    const wallMs = performance.now() - began;
    const summary = summaryOf(finished);
    const lines = readFileSync(journal, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    /** @type {Map<number, number>} */
    const windows = new Map();
    let limited = 0;
    for (const { at, status } of lines) {
      if (status === 429) limited += 1;
      const window = Math.floor(Date.parse(at) / (seconds * 1000));
      windows.set(window, (windows.get(window) ?? 0) + (status === 429 ? 0 : 1));
    }
    const counts = [...windows.values()];
    const allowed = Math.floor((limit * (100 - othersPercent)) / 100);
    // The run began and ended within a window; the others it had to itself.
    const whole = counts.slice(1, -1);
    const used = whole.reduce((sum, one) => sum + one, 0) / (whole.length * allowed);
    return {
      calls,
      othersPercent,
      accepted: summary.accepted,
      answered429: limited,
      shareOfAllowed: Number(used.toFixed(4)),
      perWindow: counts,
      utilisationAsReported: summary.quotaUtilisation,
      elapsedMs: summary.elapsedMs,
      wallMs: Math.round(wallMs),
    };
  } finally {
    await sandbox.stop();
    place.remove();
  }
}

/** @param {(line: string) => void} say */
export async function measureQuota(say) {
  const results = [];
  for (const others of [0, 50]) {
    say(`2000 calls, ${others} % of the allowance taken by others`);
    results.push(await measure(2000, others));
  }
  return { limit, seconds, latencyMs, results };
}
