// Where things lie. Node built-ins only: this is read before anything is installed.
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout these scripts belong to. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** This checkout's own throw-away files: stamps, types, the runtime it starts. */
export const localCache = join(projectRoot, '.cache');

/**
 * The user's cache, shared by all checkouts.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function userCache(env = process.env) {
  const base = env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(base, 'dispatch-desk');
}
