// The built app, driven by Playwright.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { ensureElectron, sandboxArguments } from './electron-runtime.mjs';
import { projectRoot } from './paths.mjs';

/**
 * How long each try waits for its window, in milliseconds. A sound start takes two seconds or so: one that Playwright did not
 * get hold of is given up early, and a machine that is merely slow gets its time in the end.
 */
const patience = [8_000, 12_000, 20_000, 30_000];

/**
 * The app and its window.
 * @typedef {object} LaunchedApp
 * @property {import('playwright').ElectronApplication} electron
 * @property {import('playwright').Page} page
 */

/**
 * Starts the real app on a folder of user data and waits for its window.
 *
 * Now and then Playwright attaches at the very moment in which the page is made and then waits for ever;
 * the app itself goes on. Such a start is ended and made again, a first one on an empty folder again.
 * @param {string} home
 * @param {{ args?: readonly string[], env?: NodeJS.ProcessEnv, heard?: (text: string) => void }} [options]
 * @returns {Promise<LaunchedApp>}
 */
export async function launchApp(home, { args = [], env = process.env, heard } = {}) {
  const { path } = await ensureElectron();
  const isFirst = readdirSync(home).length === 0;
  for (const [attempt, timeout] of patience.entries()) {
    /** @type {import('playwright').ElectronApplication | undefined} */
    let electron;
    try {
      electron = await _electron.launch({
        executablePath: path,
        args: [projectRoot, ...sandboxArguments(), ...args],
        cwd: projectRoot,
        env: { ...definedOnly(env), DESK_HOME: home },
        timeout,
      });
      const { stdout, stderr } = electron.process();
      for (const stream of [stdout, stderr]) {
        stream?.on('data', (text) => heard?.(String(text)));
      }
      const page = await electron.firstWindow({ timeout });
      // The window is there before what stands behind it; the page shows itself when that has answered.
      await page.locator('#app > *').first().waitFor({ state: 'attached', timeout });
      return { electron, page };
    } catch (error) {
      if (electron !== undefined) await endNow(electron);
      if (attempt === patience.length - 1) throw error;
      heard?.(`start ${attempt + 1} was not got hold of\n`);
      if (isFirst) {
        for (const entry of readdirSync(home)) {
          rmSync(join(home, entry), { recursive: true, force: true, maxRetries: 5 });
        }
      }
    }
  }
  throw new Error('No start was tried');
}

/** @param {import('playwright').ElectronApplication} electron */
async function endNow(electron) {
  const child = electron.process();
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, string>}
 */
function definedOnly(env) {
  /** @type {Record<string, string>} */
  const defined = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && name !== 'ELECTRON_RUN_AS_NODE') defined[name] = value;
  }
  return defined;
}
