import { join, resolve } from 'node:path';

/**
 * The folder that holds all user data: `DESK_HOME` when it is set, else the system's usual place. The
 * app and the command line both obey it.
 */
export function defaultHome(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  homedir: string,
): string {
  const chosen = env.DESK_HOME?.trim();
  if (chosen) return resolve(chosen);
  const name = 'dispatch-desk';
  if (platform === 'darwin') return join(homedir, 'Library', 'Application Support', name);
  if (platform === 'win32') return join(env.APPDATA || join(homedir, 'AppData', 'Roaming'), name);
  return join(env.XDG_CONFIG_HOME || join(homedir, '.config'), name);
}

/** The files and folders of a home. */
export interface HomePaths {
  readonly settings: string;
  readonly environments: string;
  readonly ledger: string;
  /** What all processes together have used of the quotas. */
  readonly quota: string;
  readonly drafts: string;
  readonly queue: string;
  readonly trash: string;
  readonly collections: string;
  readonly lookups: string;
  /** A folder for each run. */
  readonly runs: string;
  /** The latest result of each test matrix. */
  readonly suites: string;
  readonly log: string;
}

export function homePaths(home: string): HomePaths {
  return {
    settings: join(home, 'settings.json'),
    environments: join(home, 'environments.json'),
    ledger: join(home, 'ledger.sqlite'),
    quota: join(home, 'quota.sqlite'),
    drafts: join(home, 'drafts'),
    queue: join(home, 'queue.json'),
    trash: join(home, 'trash'),
    collections: join(home, 'collections'),
    lookups: join(home, 'lookups'),
    runs: join(home, 'runs'),
    suites: join(home, 'suites'),
    log: join(home, 'logs', 'desk.ndjson'),
  };
}
