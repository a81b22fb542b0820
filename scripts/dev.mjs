// npm run dev: the app with hot reload, on whichever Electron this checkout has.
import { join } from 'node:path';
import { describeElectron, sandboxArguments } from './lib/electron-runtime.mjs';
import { projectRoot } from './lib/paths.mjs';
import { runCommand } from './lib/run-command.mjs';
import { say, warn } from './lib/say.mjs';
import { setUp } from './lib/setup.mjs';
import { hasDisplay } from './lib/virtual-desktop.mjs';

try {
  const runtime = await setUp({ virtual: !hasDisplay(), say });
  say(describeElectron(runtime));
  const tool = join(projectRoot, 'node_modules/electron-vite/bin/electron-vite.js');
  const { code } = await runCommand(process.execPath, [tool, 'dev', ...process.argv.slice(2)], {
    cwd: projectRoot,
    env: {
      ...process.env,
      ELECTRON_EXEC_PATH: runtime.path,
      ...(sandboxArguments().length > 0 ? { NO_SANDBOX: '1' } : {}),
    },
  });
  process.exitCode = code;
} catch (error) {
  warn(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
