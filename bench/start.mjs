// From the start of the process to an editor that can be typed in, against a blank Electron window whose
// one field can be, in turn and in the same run, because the machine's own speed drifts. A window that has
// not been painted takes no keys, whatever its scripts say: both times count from what can be seen.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { ensureElectron, sandboxArguments } from '../scripts/lib/electron-runtime.mjs';
import { projectRoot } from '../scripts/lib/paths.mjs';
import { median, spread } from './statistics.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const runs = 7;
/** How long a started page is left alone before it is asked for its marks. */
const undisturbedMs = 1500;

/**
 * A program whose page says when it is ready.
 * @typedef {object} Candidate
 * @property {string} command
 * @property {string[]} args
 * @property {Record<string, string>} env
 * @property {string} title what the page calls itself once it is there
 * @property {() => number | undefined} mark runs in the page; milliseconds since its time origin
 */

/**
 * @param {(line: string) => void} say
 */
export async function measureStart(say) {
  const electron = await ensureElectron();
  const scratch = mkdtempSync(join(tmpdir(), 'dispatch-desk-bench-'));
  try {
    const home = join(scratch, 'home');
    /** @type {Candidate} */
    const app = {
      command: electron.path,
      args: [projectRoot],
      env: { DESK_HOME: home },
      title: 'Dispatch Desk',
      // Set by the page when its editor takes keys.
      mark: () => {
        const editable = performance.getEntriesByName('desk:editor-editable')[0];
        const painted = performance.getEntriesByName('first-contentful-paint')[0];
        return editable && painted && Math.max(editable.startTime, painted.startTime);
      },
    };
    /** @type {Candidate} */
    const blank = {
      command: electron.kind === 'official' ? electron.path : blankRuntime(electron.path, scratch),
      args: [join(here, 'blank-window')],
      env: { BLANK_HOME: join(scratch, 'blank-home') },
      title: 'Blank window',
      mark: () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    };
    // The first start copies the samples and makes the ledger; V8 keeps compiled code from the third on.
    for (let start = 0; start < 3; start += 1) {
      await timeToMark(app);
      await timeToMark(blank);
    }

    /** @type {number[]} */
    const appMs = [];
    /** @type {number[]} */
    const blankMs = [];
    for (let run = 0; run < runs; run += 1) {
      const appTime = await timeToMark(app);
      const blankTime = await timeToMark(blank);
      appMs.push(appTime);
      blankMs.push(blankTime);
      say(`app ${Math.round(appTime)} ms, blank window ${Math.round(blankTime)} ms`);
    }
    return {
      what: 'process start to editable editor, against process start to a painted blank window',
      electron: electron.version,
      runtime: electron.kind,
      runs,
      appMs: spread(appMs),
      blankMs: spread(blankMs),
      ratio: Number((median(appMs) / median(blankMs)).toFixed(2)),
      limit: 2,
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/**
 * The fallback runtime starts only what lies in its own `resources/app`, so the peer gets a copy.
 * @param {string} executable
 * @param {string} scratch
 */
function blankRuntime(executable, scratch) {
  const folder = join(scratch, 'blank-runtime');
  const source = dirname(executable);
  cpSync(source, folder, {
    recursive: true,
    filter: (file) => file !== join(source, 'resources', 'app'),
  });
  symlinkSync(join(here, 'blank-window'), join(folder, 'resources', 'app'));
  return join(folder, 'electron');
}

/**
 * Milliseconds from spawning to the page's own mark; both clocks are the system's.
 * @param {Candidate} candidate
 * @returns {Promise<number>}
 */
async function timeToMark({ command, args, env, title, mark }) {
  const startedAt = Date.now();
  const child = spawn(command, ['--remote-debugging-port=0', ...sandboxArguments(), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const endpoint = await debuggingAddress(child);
    // Attaching while the page comes up slows it down, and may wait for ever. Its marks stay readable.
    await pageIsUp(endpoint, title);
    await new Promise((resolve) => setTimeout(resolve, undisturbedMs));
    const browser = await chromium.connectOverCDP(endpoint);
    const context = browser.contexts()[0];
    if (context === undefined) throw new Error('The browser has no context');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    const handle = await page.waitForFunction(mark, undefined, { polling: 20, timeout: 60_000 });
    const atMs = await handle.jsonValue();
    const origin = await page.evaluate(() => performance.timeOrigin);
    await browser.close();
    if (atMs === undefined) throw new Error('The page set no mark');
    return origin + atMs - startedAt;
  } finally {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(timer);
  }
}

/**
 * Where the program can be asked, as it prints it.
 * @param {import('node:child_process').ChildProcessByStdio<null, null, import('node:stream').Readable>} child
 * @returns {Promise<string>} an http address
 */
function debuggingAddress(child) {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr.on('data', (chunk) => {
      text += chunk;
      const found = /DevTools listening on ws:\/\/([^/]+)/.exec(text);
      if (found?.[1] !== undefined) resolve(`http://${found[1]}`);
    });
    child.once('exit', (code) => {
      reject(new Error(`ended with ${code} before its window: ${text}`));
    });
  });
}

/**
 * @param {string} endpoint
 * @param {string} title
 */
async function pageIsUp(endpoint, title) {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    const response = await fetch(`${endpoint}/json`);
    const targets = /** @type {{ type: string, title: string }[]} */ (await response.json());
    if (targets.some((target) => target.type === 'page' && target.title.includes(title))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${title} did not come up`);
}
