// npm run package [-- electron-builder's options]. A release is made of the official Electron only.
// With --unreleased the stand-in may be packaged too, into a folder of its own, so that the
// packaging itself can be tested where the official one cannot be downloaded.
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { sharedFallbackFolder } from './lib/electron-fallback.mjs';
import { declaredElectronVersion } from './lib/electron-official.mjs';
import { describeElectron } from './lib/electron-runtime.mjs';
import { projectRoot } from './lib/paths.mjs';
import { runCommand } from './lib/run-command.mjs';
import { say, warn } from './lib/say.mjs';
import { setUp } from './lib/setup.mjs';

const words = process.argv.slice(2);
const unreleased = words.includes('--unreleased');
const options = words.filter((word) => word !== '--unreleased');

try {
  process.exitCode = await makePackage();
} catch (error) {
  warn(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function makePackage() {
  const runtime = await setUp({ virtual: false, say });
  say(describeElectron(runtime));
  if (runtime.kind === 'fallback' && !unreleased) {
    warn(
      `This is not the Electron we ship (${declaredElectronVersion()}), so no release can be made of it. ` +
        'To try out the packaging alone: npm run package -- --linux dir --unreleased',
    );
    return 1;
  }
  await build();
  const builder = join(projectRoot, 'node_modules/electron-builder/cli.js');
  const { code } = await runCommand(
    process.execPath,
    [builder, ...options, '--publish', 'never', ...(unreleased ? unreleasedSettings(runtime) : [])],
    { cwd: projectRoot },
  );
  return code;
}

/** @param {import('./lib/electron-runtime.mjs').ElectronRuntime} runtime */
function unreleasedSettings({ kind, version }) {
  const settings = {
    'directories.output': 'dist/unreleased',
    'extraMetadata.description': 'A trial of the packaging. Not a release.',
    ...(kind === 'fallback'
      ? { electronDist: sharedFallbackFolder(), electronVersion: version }
      : {}),
  };
  return Object.entries(settings).map(([name, value]) => `--config.${name}=${value}`);
}
