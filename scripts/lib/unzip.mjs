// Unpacks a zip as a stream, keeping file modes and symbolic links.
import { createWriteStream } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

const typeMask = 0o170000;
const symlinkType = 0o120000;

/**
 * @param {string} archive
 * @param {string} folder made if missing
 * @param {(name: string) => string | undefined} place where an entry goes inside the folder;
 *   `undefined` leaves it out
 */
export async function unzip(archive, folder, place) {
  const root = resolve(folder);
  const zip = await openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.endsWith('/') ? undefined : place(entry.fileName);
    if (name === undefined) continue;
    const target = resolve(root, name);
    if (!target.startsWith(root + sep)) {
      throw new Error(`The archive would write outside its folder: ${entry.fileName}`);
    }
    const mode = entry.externalFileAttributes >>> 16;
    await mkdir(dirname(target), { recursive: true });
    const content = await zip.openReadStreamPromise(entry);
    if ((mode & typeMask) === symlinkType) {
      await symlink(await text(content), target);
    } else {
      await pipeline(content, createWriteStream(target, { mode: mode & 0o777 || 0o644 }));
    }
  }
}
