import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ensureElectron, findElectron, sandboxArguments } from './electron-runtime.mjs';
import { projectRoot } from './paths.mjs';
import { runCommand } from './run-command.mjs';

test('the runtime is the Electron that it says it is', async () => {
  const { path, version } = await ensureElectron();
  const { output } = await runCommand(path, ['--print', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    output: 'capture',
  });
  expect(output.trim().split('\n').at(-1)).toBe(version);
});

test('what has been made is found without making it again', async () => {
  const made = await ensureElectron();
  expect(findElectron()).toEqual(made);
});

test('the stand-in starts this checkout and no other', async () => {
  const { path, kind } = await ensureElectron();
  const app = join(dirname(path), 'resources', 'app');
  // The official runtime is told what to start and has no app of its own.
  expect(existsSync(app) ? realpathSync(app) : projectRoot).toBe(realpathSync(projectRoot));
  expect(existsSync(app)).toBe(kind === 'fallback');
});

test('only root goes without the sandbox', () => {
  const isRoot = process.getuid?.() === 0;
  expect(sandboxArguments()).toEqual(isRoot ? ['--no-sandbox'] : []);
});
