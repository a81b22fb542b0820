// The built app, driven by a script.
import { _electron } from 'playwright';
import { ensureElectron, sandboxArguments } from './electron-runtime.mjs';
import { projectRoot } from './paths.mjs';

/**
 * Starts the real app on a folder of user data.
 * @param {string} home
 * @param {readonly string[]} [args] more switches
 * @returns {Promise<import('playwright').ElectronApplication>}
 */
export async function launchApp(home, args = []) {
  const { path } = await ensureElectron();
  return _electron.launch({
    executablePath: path,
    args: [projectRoot, ...sandboxArguments(), ...args],
    cwd: projectRoot,
    env: { ...definedOnly(process.env), DESK_HOME: home },
  });
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
