import type { AppInfo } from '#shared/ipc/contract';

/**
 * Which runtime this is: `official` when its version is the one that the project declares. The stand-in of
 * closed networks is another version, and so is anything else that has not been tested with this release.
 */
export function runtimeKind(running: string, declared: string): AppInfo['runtime'] {
  return running === declared ? 'official' : 'fallback';
}
