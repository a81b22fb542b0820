// Peak memory of a run over a million rows, and whether it grows with them.
import { readFileSync } from 'node:fs';
import { makeWorkplace, startDesk, summaryOf } from './lib/desk-program.mjs';
import { startPlainServer } from './lib/plain-server.mjs';

/** @param {number} pid */
function residentMiB(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  const now = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  return { peak: Math.round(peak), now: Math.round(now) };
}

/**
 * @param {(line: string) => void} say
 * @param {number} [rows]
 */
export async function measureMemory(say, rows = 1_000_000) {
  if (process.platform !== 'linux') return { skipped: 'reads /proc' };
  const place = makeWorkplace(rows);
  const server = await startPlainServer();
  try {
    const args = ['run', place.request, '--data', place.data, '--url', server.url];
    const running = startDesk([...args, '--format', 'json'], {
      DESK_HOME: place.home,
      DESK_API_KEY: 'bench-key-0123456789',
    });
    /** @type {{ rows: number, peak: number, now: number }[]} */
    const samples = [];
    let last = 0;
    running.child.stdout?.on('data', (text) => {
      const settled = Number(/"accepted":(\d+)/.exec(String(text))?.[1] ?? 0);
      if (settled < last + 25_000 || running.child.pid === undefined) return;
      last = settled;
      samples.push({ rows: settled, ...residentMiB(running.child.pid) });
      if (samples.length % 4 === 0) say(JSON.stringify(samples.at(-1)));
    });
    const summary = summaryOf(await running.ended);
    const at50 = samples.find((one) => one.rows >= 50_000);
    const end = samples.at(-1);
    return {
      rows,
      accepted: summary.accepted,
      elapsedMs: summary.elapsedMs,
      peakMiB: end?.peak ?? null,
      peakAfter50000MiB: at50?.peak ?? null,
      samples: samples.filter((_, index) => index % 4 === 0),
    };
  } finally {
    await server.stop();
    place.remove();
  }
}
