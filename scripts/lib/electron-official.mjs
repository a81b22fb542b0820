// Electron as its makers publish it: the version that package.json names.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './paths.mjs';
import { runCommand, tail } from './run-command.mjs';

const packageFolder = join(projectRoot, 'node_modules', 'electron');

/** A download that has not grown for this long is given up. */
const stallLimit = 45_000;

/**
 * The installed official runtime, if there is one.
 * @returns {{ path: string, version: string } | undefined}
 */
export function findOfficialElectron() {
  try {
    const version = readFileSync(join(packageFolder, 'dist', 'version'), 'utf8');
    const executable = readFileSync(join(packageFolder, 'path.txt'), 'utf8');
    const path = join(packageFolder, 'dist', executable);
    return existsSync(path) ? { path, version: version.trim().replace(/^v/, '') } : undefined;
  } catch {
    return undefined;
  }
}

/** The version that package.json asks for. */
export function declaredElectronVersion() {
  return String(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version);
}

/** @param {string} folder */
function sizeOf(folder) {
  let size = 0;
  try {
    for (const entry of readdirSync(folder, { recursive: true })) {
      size += statSync(join(folder, String(entry))).size;
    }
  } catch {
    // A file that vanished while being measured: the download moved it, which is progress too.
    size += 1;
  }
  return size;
}

/**
 * Runs Electron's own installer, which checks what it downloads.
 * @returns {Promise<{ ok: boolean, reason: string }>}
 */
export async function downloadOfficialElectron() {
  // The installer downloads below the temporary folder: one of our own lets us watch it grow.
  const folder = await mkdtemp(join(tmpdir(), 'dispatch-desk-electron-'));
  const giveUp = new AbortController();
  let lastSize = 0;
  let lastGrowth = Date.now();
  const watch = setInterval(() => {
    const size = sizeOf(folder);
    if (size !== lastSize) [lastSize, lastGrowth] = [size, Date.now()];
    // Once all is here it is unpacked next door, which may take long on a slow disk.
    const limit = existsSync(join(packageFolder, 'dist')) ? 4 * stallLimit : stallLimit;
    if (Date.now() - lastGrowth > limit) giveUp.abort();
  }, 500);
  try {
    const { output } = await runCommand(process.execPath, [join(packageFolder, 'install.js')], {
      cwd: projectRoot,
      env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
      output: 'capture',
      signal: giveUp.signal,
    });
    if (findOfficialElectron()) return { ok: true, reason: '' };
    const reason = giveUp.signal.aborted ? 'the download made no progress' : firstLine(output);
    return { ok: false, reason };
  } finally {
    clearInterval(watch);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} output */
function firstLine(output) {
  return tail(output, 20).split('\n')[0]?.trim() || 'the installer gave no reason';
}
