import { realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { DeskError } from '#shared/errors';
import { systemCode, toFileError } from './file-error';

/**
 * The place on disk that a path inside a folder names. `path` has `/` between its parts; '' is the
 * folder itself. Throws `outside_folder` for whatever would leave it (`..`, an absolute path, a
 * backslash, a drive or stream colon on Windows, a symbolic link that leads out) and
 * `folder_missing` when the folder is not there. The place itself need not exist yet.
 */
export async function resolveInside(
  folder: string,
  path: string,
  platform: NodeJS.Platform = process.platform,
): Promise<string> {
  const parts = splitInside(path, platform);
  const top = await realpath(folder).catch((error: unknown) => {
    const gone = ['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '');
    throw gone ? new DeskError('folder_missing', { path: folder }) : toFileError(error, folder);
  });
  const place = join(folder, ...parts);
  const real = await realpathOfNearest(place);
  if (real !== top && !real.startsWith(top.endsWith(sep) ? top : top + sep)) {
    throw new DeskError('outside_folder', { path });
  }
  return place;
}

/** The parts of a path inside a folder; throws `outside_folder` unless each is a plain name. */
export function splitInside(path: string, platform: NodeJS.Platform = process.platform): string[] {
  if (path === '') return [];
  const parts = path.split('/');
  const forbidden = platform === 'win32' ? /[\\\0:]/ : /[\\\0]/;
  if (parts.some((part) => part === '' || part === '.' || part === '..' || forbidden.test(part))) {
    throw new DeskError('outside_folder', { path });
  }
  return parts;
}

/** Follows links as far as the path exists; what does not exist yet is added as it is written. */
async function realpathOfNearest(place: string): Promise<string> {
  const missing: string[] = [];
  for (let at = place; ; at = dirname(at)) {
    try {
      return join(await realpath(at), ...missing);
    } catch (error) {
      if (systemCode(error) !== 'ENOENT' || dirname(at) === at) throw toFileError(error, place);
      missing.unshift(basename(at));
    }
  }
}
