// Runs a script that drives the built app: node scripts/with-app.mjs FILE…
// Sets up and builds first, and gives it a virtual desktop where there is no display. What it says
// itself goes to standard error, so that standard output is the script's alone.
import { join } from 'node:path';
import { buildIfChanged } from './lib/build.mjs';
import { projectRoot } from './lib/paths.mjs';
import { runCommand } from './lib/run-command.mjs';
import { warn } from './lib/say.mjs';
import { setUp } from './lib/setup.mjs';
import { hasDisplay, runOnVirtualDesktop } from './lib/virtual-desktop.mjs';

const [file, ...args] = process.argv.slice(2);

try {
  if (file === undefined) throw new Error('Usage: node scripts/with-app.mjs FILE…');
  const virtual = !hasDisplay();
  await setUp({ virtual, say: warn });
  await buildIfChanged(warn);
  const command = [join(projectRoot, file), ...args];
  process.exitCode = virtual
    ? await runOnVirtualDesktop(process.execPath, command)
    : (await runCommand(process.execPath, command)).code;
} catch (error) {
  warn(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
