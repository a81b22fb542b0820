// Kills a run at random moments, lets it go on, and compares with what the server received.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeWorkplace, startDesk, startSandbox, summaryOf } from './lib/desk-program.mjs';

/**
 * @param {string} file
 * @returns {Map<string, number>} how often a call that named a user arrived
 */
function arrivalsIn(file) {
  /** @type {Map<string, number>} */
  const arrivals = new Map();
  for (const line of readFileSync(file, 'utf8').trimEnd().split('\n')) {
    for (const { external_user_id: user } of JSON.parse(line).body?.recipients ?? []) {
      arrivals.set(user, (arrivals.get(user) ?? 0) + 1);
    }
  }
  return arrivals;
}

/** @typedef {{ index: number, outcome: string }} Row */

/**
 * What became of each row, by a run's journal alone: a call without an outcome is unknown.
 * @param {string} file
 * @returns {Row[]}
 */
function outcomesIn(file) {
  /** @type {Map<number, [number, number][]>} */
  const calls = new Map();
  /** @type {Map<number, string>} */
  const rows = new Map();
  for (const line of readFileSync(file, 'utf8').trimEnd().split('\n')) {
    const [json = ''] = line.slice(9).split('\t');
    const record = JSON.parse(json);
    if (record.t === 'call') calls.set(record.n, record.r);
    if (record.t !== 'call' && record.t !== 'done') continue;
    const outcome = record.t === 'call' ? 'unknown' : record.again === true ? 'waiting' : record.o;
    for (const [first, last] of calls.get(record.n) ?? []) {
      for (let row = first; row <= last; row += 1) rows.set(row, outcome);
    }
  }
  return [...rows].map(([index, outcome]) => ({ index, outcome }));
}

/**
 * @param {(line: string) => void} say
 * @param {number} [kills]
 */
export async function measureKills(say, kills = 200) {
  let done = 0;
  let rowsInAll = 0;
  let unknownInAll = 0;
  let lost = 0;
  let twice = 0;
  let runs = 0;
  while (done < kills) {
    const rows = 8000;
    const place = makeWorkplace(rows);
    const journal = join(place.folder, 'server.ndjson');
    const sandbox = await startSandbox(['--latency', '5', '--journal', journal]);
    const env = { DESK_HOME: place.home, DESK_API_KEY: sandbox.apiKey };
    const report = join(place.folder, 'report.json');
    try {
      const first = ['run', place.request, '--data', place.data, '--url', sandbox.url];
      const how = ['--batch', String(1 + Math.floor(Math.random() * 5)), '--format', 'json'];
      let args = [...first, ...how];
      let finished = null;
      while (finished === null) {
        const running = startDesk(args, env);
        let runId = '';
        const killed =
          done < kills &&
          (await new Promise((resolve) => {
            running.child.stdout?.on('data', (text) => {
              const id = /"runId":"([0-9a-f-]{36})"/.exec(String(text))?.[1];
              if (id === undefined || runId !== '') return;
              runId = id;
              setTimeout(() => resolve(running.child.kill('SIGKILL')), Math.random() * 400);
            });
            void running.ended.then(() => resolve(false));
          }));
        const end = await running.ended;
        if (killed && end.signal === 'SIGKILL') {
          done += 1;
          args = ['run', '--resume', runId, '--format', 'json', '--report', `json=${report}`];
          rmSync(report, { force: true });
        } else finished = end;
        if (finished !== null && !args.includes('--resume')) {
          // It ended before it could be killed: nothing to learn from it.
          summaryOf(finished);
        }
      }
      if (!args.includes('--resume')) continue;
      runs += 1;
      const arrivals = arrivalsIn(journal);
      // Where the last kill came after the run's end there is no report: its journal says the same.
      const late = /is finished/.test(finished.stderr);
      if (!late) summaryOf(finished);
      const outcomes = late
        ? outcomesIn(join(place.home, 'runs', String(args[2]), 'journal.ndjson'))
        : JSON.parse(readFileSync(report, 'utf8')).rows;
      unknownInAll += outcomes.filter(
        (/** @type {Row} */ { outcome }) => outcome === 'unknown',
      ).length;
      rowsInAll += rows;
      if (outcomes.length !== rows) lost += rows - outcomes.length;
      for (const { index, outcome } of outcomes) {
        const count = arrivals.get(`user-${index}`) ?? 0;
        if (count > 1) twice += 1;
        if (outcome !== 'unknown' && count === 0) lost += 1;
      }
      say(`${done} kills, ${runs} runs: lost ${lost}, twice ${twice}, unknown ${unknownInAll}`);
    } finally {
      await sandbox.stop();
      place.remove();
    }
  }
  return { kills: done, runs, rows: rowsInAll, lost, twice, unknown: unknownInAll };
}
