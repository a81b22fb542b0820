// What a call of a run costs beside a bare fetch loop with the same bodies at the same concurrency: one that keeps its
// connections, and one that opens a connection for each call, as a run has to.
import { makeWorkplace, startDesk, summaryOf } from './lib/desk-program.mjs';
import { startPlainServer } from './lib/plain-server.mjs';
import { median } from './statistics.mjs';

const concurrency = 32;
const rounds = 3;
const campaign = '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11';

/**
 * @param {string} url
 * @param {number} calls
 * @param {number} batch
 * @param {boolean} keep
 */
async function bareLoop(url, calls, batch, keep) {
  let next = 0;
  const one = async () => {
    while (next < calls) {
      const first = next * batch;
      next += 1;
      const recipients = Array.from({ length: batch }, (_, at) => ({
        external_user_id: `user-${first + at}`,
        trigger_properties: { code: `CODE-${first + at}`, city: `City ${(first + at) % 997}` },
      }));
      const response = await fetch(`${url}/campaigns/trigger/send`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: 'Bearer bench',
          ...(keep ? {} : { Connection: 'close' }),
        },
        body: JSON.stringify({ campaign_id: campaign, recipients }),
      });
      await response.text();
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: concurrency }, one));
  return performance.now() - began;
}

/**
 * @param {number} calls
 * @param {number} batch
 */
async function measure(calls, batch) {
  const server = await startPlainServer();
  const place = makeWorkplace(calls * batch);
  const run = async () => {
    const args = ['run', place.request, '--data', place.data, '--url', server.url];
    const how = [
      '--batch',
      String(batch),
      '--concurrency',
      String(concurrency),
      '--format',
      'json',
    ];
    const env = { DESK_HOME: place.home, DESK_API_KEY: 'bench-key-0123456789' };
    return summaryOf(await startDesk([...args, ...how], env).ended).elapsedMs;
  };
  try {
    await bareLoop(server.url, calls / 4, batch, true);
    const kept = [];
    const single = [];
    const ours = [];
    // By turns, so that whatever else the machine does is shared by all three.
    for (let round = 0; round < rounds; round += 1) {
      kept.push(await bareLoop(server.url, calls, batch, true));
      ours.push(await run());
      single.push(await bareLoop(server.url, calls, batch, false));
    }
    const keptMs = median(kept) / calls;
    const singleMs = median(single) / calls;
    const ourMs = median(ours) / calls;
    const times = { timesKept: ourMs / keptMs, timesOneConnectionPerCall: ourMs / singleMs };
    return { calls, batch, concurrency, ourMs, keptMs, singleMs, ...times };
  } finally {
    await server.stop();
    place.remove();
  }
}

/** @param {(line: string) => void} say */
export async function measureCost(say) {
  const results = [];
  for (const [calls, batch] of /** @type {const} */ ([
    [2000, 1],
    [1000, 50],
  ])) {
    say(`${calls} calls of ${batch}`);
    results.push(await measure(calls, batch));
  }
  return results;
}
