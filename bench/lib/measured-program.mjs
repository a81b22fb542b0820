// Runs a Node program to its end and tells what it took: wall and CPU time and the peak of its memory.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const usageModule = pathToFileURL(join(import.meta.dirname, 'tell-usage.mjs')).href;

/**
 * @typedef {object} Program
 * @property {string} file
 * @property {readonly string[]} args
 * @property {string} cwd
 * @property {Readonly<Record<string, string>>} [env]
 */

/**
 * @typedef {object} Taken
 * @property {number | null} code
 * @property {number} wallMs
 * @property {number} cpuMs user and system, all threads
 * @property {number} peakKiB resident
 * @property {string} tail what it said last, for when it failed
 */

/**
 * @param {Program} program
 * @param {string} folder where its usage may be left
 * @returns {Promise<Taken>}
 */
export async function runMeasured({ file, args, cwd, env = {} }, folder) {
  const usageFile = join(folder, 'usage.json');
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--import', usageModule, file, ...args], {
    cwd,
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      NO_COLOR: '1',
      BENCH_USAGE_FILE: usageFile,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let tail = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      tail = (tail + text).slice(-2000);
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const wallMs = performance.now() - startedAt;
  const usage = JSON.parse(readFileSync(usageFile, 'utf8'));
  return { code, wallMs, cpuMs: usage.cpuMs, peakKiB: usage.peakKiB, tail };
}
