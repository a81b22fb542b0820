// Where things lie. Node built-ins only: this is read before anything is installed.
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout these scripts belong to. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** This checkout's own throw-away files: stamps, types, the runtime it starts. */
export const localCache = join(projectRoot, '.cache');

/** Names the user's cache to what runs in a home that is not the user's. */
export const cacheMark = 'DISPATCH_DESK_CACHE';

/**
 * The user's cache, shared by all checkouts.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function userCache(env = process.env) {
  if (env[cacheMark]) return env[cacheMark];
  const base = env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(base, 'dispatch-desk');
}
