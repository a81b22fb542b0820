// The built app, driven by Playwright.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { ensureElectron, sandboxArguments } from './electron-runtime.mjs';
import { projectRoot } from './paths.mjs';

/** How often a start is tried whose window Playwright does not get hold of. */
const attempts = 4;

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
  for (let attempt = 1; ; attempt += 1) {
    /** @type {import('playwright').ElectronApplication | undefined} */
    let electron;
    try {
      electron = await _electron.launch({
        executablePath: path,
        args: [projectRoot, ...sandboxArguments(), ...args],
        cwd: projectRoot,
        env: { ...definedOnly(env), DESK_HOME: home },
        timeout: 20_000,
      });
      const { stdout, stderr } = electron.process();
      for (const stream of [stdout, stderr]) {
        stream?.on('data', (text) => heard?.(String(text)));
      }
      const page = await electron.firstWindow({ timeout: 15_000 });
      // The window is there before what stands behind it; the page shows itself when that has answered.
      await page.locator('#app > *').first().waitFor({ state: 'attached', timeout: 15_000 });
      return { electron, page };
    } catch (error) {
      if (electron !== undefined) await endNow(electron);
      if (attempt === attempts) throw error;
      heard?.(`start ${attempt} was not got hold of\n`);
      if (isFirst) {
        for (const entry of readdirSync(home)) {
          rmSync(join(home, entry), { recursive: true, force: true, maxRetries: 5 });
        }
      }
    }
  }
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
