// The packages in node_modules: installed as the lock file says, and only when it has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { projectRoot } from './paths.mjs';
import { runCommand, tail } from './run-command.mjs';

const modules = join(projectRoot, 'node_modules');
const lockFile = join(projectRoot, 'package-lock.json');
const stampFile = join(modules, '.cache', 'installed');
const keytarBinary = join(modules, 'keytar', 'build', 'Release', 'keytar.node');
const keytarFailure = join(modules, '.cache', 'keytar-failure');

/**
 * Installs the packages if need be. Throws when npm fails.
 * @param {(line: string) => void} say
 */
export async function ensureDependencies(say) {
  const stamp = lockStamp();
  if (readIfThere(stampFile) === stamp) return;
  if (!installedMatchesLock()) {
    say('Installing packages');
    const result = await runCommand('npm', ['ci', '--no-fund', '--no-audit'], {
      cwd: projectRoot,
      output: 'capture',
    });
    if (result.code !== 0) throw new Error(`npm ci failed:\n${complaint(result.output)}`);
  }
  write(stampFile, stamp);
}

/**
 * Compiles keytar, the one package that needs it. Without it the app runs, but has no keychain.
 * @param {(line: string) => void} say
 */
export async function ensureKeychainModule(say) {
  if (existsSync(keytarBinary)) return;
  let failure = readIfThere(keytarFailure);
  if (failure === undefined) {
    say('Compiling the keychain module');
    const result = await runCommand('npm', ['rebuild', 'keytar', '--ignore-scripts=false'], {
      cwd: projectRoot,
      env: { ...process.env, ...(await headersOfNode()) },
      output: 'capture',
    });
    if (existsSync(keytarBinary)) return;
    failure = lastError(result.output);
    write(keytarFailure, failure);
  }
  say(`The keychain is unavailable, because keytar could not be compiled: ${failure}`);
}

/**
 * What npm complains of, without its warnings and the usage that it appends.
 * @param {string} output
 */
function complaint(output) {
  const lines = output.split('\n').filter((line) => !line.startsWith('npm warn'));
  const usage = lines.findIndex((line) => /^npm error (Usage:|A complete log)/.test(line));
  return tail(lines.slice(0, usage < 0 ? undefined : usage).join('\n'), 30);
}

function lockStamp() {
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  return `${hash} ${process.platform} ${process.arch} node ${process.versions.modules}`;
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockEntry
 */

/**
 * Whether npm's own record of what it installed agrees with the lock file, as it does after an
 * `npm install`: then there is no reason to install everything anew.
 */
function installedMatchesLock() {
  const record = readIfThere(join(modules, '.package-lock.json'));
  if (record === undefined) return false;
  const installed = packagesOf(record);
  const locked = packagesOf(readFileSync(lockFile, 'utf8'));
  for (const [path, entry] of Object.entries(locked)) {
    if (path === '' || entry.link) continue;
    const found = installed[path];
    // Optional packages for other systems are locked but not installed.
    if (!found && !entry.optional) return false;
    if (found && (found.version !== entry.version || found.integrity !== entry.integrity))
      return false;
  }
  return Object.keys(installed).every((path) => path in locked);
}

/**
 * @param {string} lock
 * @returns {Record<string, LockEntry>}
 */
function packagesOf(lock) {
  return JSON.parse(lock).packages ?? {};
}

/**
 * node-gyp downloads Node's headers unless it is told where they are. Node's installers put them
 * beside the program, Debian's below /usr.
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function headersOfNode() {
  const set = await runCommand('npm', ['config', 'get', 'nodedir'], {
    cwd: projectRoot,
    output: 'capture',
  });
  const configured = set.output.trim().split('\n').at(-1) ?? '';
  if (!['', 'undefined', 'null'].includes(configured)) return {};
  const prefixes = [resolve(dirname(process.execPath), '..'), '/usr'];
  const prefix = prefixes.find((folder) => existsSync(join(folder, 'include/node/node_api.h')));
  return prefix === undefined ? {} : { npm_config_nodedir: prefix };
}

/** @param {string} output */
function lastError(output) {
  const lines = output.split('\n').map((line) => line.trim());
  const telling = lines.findLast((line) => /not found|No package|Error:|error:/i.test(line));
  return telling ?? lines.findLast((line) => line !== '') ?? 'no reason given';
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * @param {string} file
 * @param {string} content
 */
function write(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
