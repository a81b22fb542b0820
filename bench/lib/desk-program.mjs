// The built command line, started as a process of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const built = process.env.DESK_PROGRAM ?? join(import.meta.dirname, '../../out/main/desk.js');
const campaign = '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11';

/**
 * @typedef {{ code: number | null, signal: string | null, stdout: string, stderr: string }} Finished
 * @typedef {{ child: import('node:child_process').ChildProcess, ended: Promise<Finished> }} Running
 */

/**
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} env
 * @param {readonly string[]} [nodeArgs]
 * @returns {Running}
 */
export function startDesk(args, env, nodeArgs = []) {
  const child = spawn(process.execPath, [...nodeArgs, built, ...args], {
    env: { PATH: process.env.PATH, HOME: env['DESK_HOME'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout = (stdout + text).slice(-200_000)));
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { child, ended };
}

/**
 * Starts `desk sandbox` and waits for its address.
 * @param {readonly string[]} args
 * @returns {Promise<{ url: string, apiKey: string, stop(): Promise<void> }>}
 */
export async function startSandbox(args) {
  const { child, ended } = startDesk(['sandbox', ...args], { DESK_HOME: tmpdir() });
  const line = await new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (part) => {
      text += String(part);
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
    });
    void ended.then(({ stderr }) => reject(new Error(stderr)));
  });
  const { url, apiKey } = JSON.parse(line);
  return {
    url,
    apiKey,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/**
 * A folder with a request, a data file and a home for one measurement.
 * @param {number} rows
 */
export function makeWorkplace(rows) {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  const request = join(folder, 'request.json');
  const data = join(folder, 'data.csv');
  const body = { campaign_id: campaign };
  writeFileSync(request, JSON.stringify({ endpoint: '/campaigns/trigger/send', body }));
  writeFileSync(data, 'external_user_id,trigger_properties.code,trigger_properties.city\n');
  for (let row = 0; row < rows; row += 10_000) {
    const lines = [];
    for (let one = row; one < Math.min(rows, row + 10_000); one += 1) {
      lines.push(`user-${one},CODE-${one},City ${one % 997}\n`);
    }
    writeFileSync(data, lines.join(''), { flag: 'a' });
  }
  return {
    folder,
    request,
    data,
    home: join(folder, 'home'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * The last line of a run's events.
 * @param {Finished} finished
 */
export function summaryOf({ stdout, stderr }) {
  const line = stdout.trimEnd().split('\n').at(-1) ?? '';
  const value = line.startsWith('{') ? JSON.parse(line) : null;
  if (value?.type !== 'summary') throw new Error(`The run has no summary: ${stderr}`);
  return value;
}
