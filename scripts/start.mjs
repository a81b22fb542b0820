// npm start: from a fresh clone to the open app. Where there is no display, the app's main job is
// done on a virtual one instead, and what came of it is printed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildIfChanged } from './lib/build.mjs';
import { projectRoot } from './lib/paths.mjs';
import { say, seconds, warn } from './lib/say.mjs';
import { setUp } from './lib/setup.mjs';
import { hasDisplay, runOnVirtualDesktop } from './lib/virtual-desktop.mjs';

try {
  process.exitCode = await start();
} catch (error) {
  warn(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function start() {
  const began = performance.now();
  const virtual = !hasDisplay();
  const runtime = await setUp({ virtual, say });
  await buildIfChanged(say);
  const { describeElectron, sandboxArguments } = await import('./lib/electron-runtime.mjs');
  say(describeElectron(runtime));
  say(`Ready after ${seconds(performance.now() - began)}`);

  if (virtual) {
    say('There is no display: sending the sample request on a virtual one');
    return runOnVirtualDesktop(process.execPath, [join(projectRoot, 'scripts', 'main-job.mjs')]);
  }
  return openApp(runtime.path, [projectRoot, ...sandboxArguments(), ...process.argv.slice(2)]);
}

/**
 * @param {string} executable
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function openApp(executable, args) {
  // Some editors set this in their terminals, and Electron would then be plain Node.
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env;
  return new Promise((done, fail) => {
    const app = spawn(executable, args, { env, stdio: 'inherit' });
    // The app decides how it ends, and we end with it. Ctrl+C in a terminal reaches it by itself; a
    // second signal would cut its ending short.
    process.on('SIGINT', () => process.stdin.isTTY || app.kill('SIGINT'));
    process.on('SIGTERM', () => app.kill('SIGTERM'));
    app.on('error', fail);
    app.on('close', (code) => done(code ?? 1));
  });
}
