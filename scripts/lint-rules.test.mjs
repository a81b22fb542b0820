// Every rule of the house is broken once on purpose, and lint must say where the right door is.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { projectRoot } from './lib/paths.mjs';

// The snippets lie in files that do not exist, so they have no types to be checked with.
const untyped = [tseslint.configs.disableTypeChecked].flat().map((config) => ({
  ...config,
  languageOptions: { parserOptions: { projectService: false, program: null } },
}));
const eslint = new ESLint({ cwd: projectRoot, overrideConfig: untyped });

/**
 * @param {string} filePath
 * @param {string} code
 */
async function lint(filePath, code) {
  const [result] = await eslint.lintText(code, { filePath: join(projectRoot, filePath) });
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId ?? 'fatal'}: ${message}`);
}

/**
 * Some real module of a folder, for an import has to lead somewhere to be judged.
 * @param {string} folder
 * @param {(file: string) => boolean} [wanted]
 */
function moduleIn(folder, wanted = () => true) {
  const files = readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' });
  const found = files.sort().find((file) => /(?<!\.test|\.d)\.ts$/.test(file) && wanted(file));
  if (found === undefined) throw new Error(`${folder} has no module to import`);
  return join(folder, found).replaceAll('\\', '/');
}

/**
 * @param {string} from
 * @param {string} to
 */
function pathFrom(from, to) {
  const path = relative(dirname(from), to).replaceAll('\\', '/').replace(/\.ts$/, '');
  return path.startsWith('.') ? path : `./${path}`;
}

/** @param {string} module */
function alias(module) {
  return module.replace(/^src\//, '#').replace(/\.ts$/, '');
}

describe('rooms', () => {
  test.each([
    ['src/shared/lib/probe.ts', 'src/engine', /shared is imported by all rooms/],
    ['src/shared/lib/probe.ts', 'src/sandbox', /shared is imported by all rooms/],
    ['src/engine/sending/probe.ts', 'src/sandbox', /engine imports shared only/],
    ['src/sandbox/probe.ts', 'src/engine', /sandbox imports shared only/],
    ['src/preload/probe.ts', 'src/engine', /preload imports names and types/],
    ['src/renderer/stores/probe.ts', 'src/engine', /ask main through src\/renderer\/api/],
    ['src/renderer/views/probe.ts', 'src/sandbox', /ask main through src\/renderer\/api/],
    ['e2e/probe.ts', 'src/engine', /use the built program/],
    ['e2e/probe.ts', 'src/shared', /import it as a type/],
    ['scripts/probe.mjs', 'src/shared', /import nothing from src/],
  ])('%s may not import %s', async (from, folder, message) => {
    const code = `import * as it from '${alias(moduleIn(folder))}';\nvoid it;\n`;
    expect(await lint(from, code)).toContainEqual(expect.stringMatching(message));
  });

  test.each([
    ['src/engine/sending/probe.ts', 'src/main', /engine imports shared only/],
    ['src/cli/probe.ts', 'src/main', /cli imports shared, engine and sandbox/],
    ['src/main/window/probe.ts', 'src/renderer', /main imports shared, engine and sandbox/],
    ['src/renderer/lib/probe.ts', 'src/main', /ask main through src\/renderer\/api/],
    ['src/main/window/probe.ts', 'src/cli', /main imports shared, engine and sandbox/],
    ['bench/probe.mjs', 'src/engine', /use the built program/],
  ])('%s may not reach into %s by a path', async (from, folder, message) => {
    const code = `import * as it from '${pathFrom(from, moduleIn(folder))}';\nvoid it;\n`;
    expect(await lint(from, code)).toContainEqual(expect.stringMatching(message));
  });

  test('an allowed room is entered by its alias, not by a path', async () => {
    const target = moduleIn('src/shared');
    const from = 'src/engine/sending/probe.ts';
    const byPath = `import * as it from '${pathFrom(from, target)}';\nvoid it;\n`;
    const byAlias = `import * as it from '${alias(target)}';\nvoid it;\n`;
    expect(await lint(from, byPath)).toContainEqual(expect.stringMatching(/by their alias/));
    expect(await lint(from, byAlias)).toEqual([]);
  });

  test('re-exports and dynamic imports are imports too', async () => {
    const target = alias(moduleIn('src/engine'));
    for (const code of [`export * from '${target}';\n`, `void import('${target}');\n`]) {
      expect(await lint('src/shared/lib/probe.ts', code)).toContainEqual(
        expect.stringMatching(/shared is imported by all rooms/),
      );
    }
  });

  test('a test may start a server of another room', async () => {
    const code = `import * as it from '${alias(moduleIn('src/sandbox'))}';\nvoid it;\n`;
    expect(await lint('src/engine/transport/probe.test.ts', code)).toEqual([]);
  });

  test('the preload runs the route names of shared and nothing else of it', async () => {
    const other = alias(moduleIn('src/shared', (file) => !file.endsWith('names.ts')));
    const value = `import * as it from '${other}';\nvoid it;\n`;
    const names = `import * as it from '#shared/ipc/names';\nvoid it;\n`;
    expect(await lint('src/preload/probe.ts', value)).toContainEqual(
      expect.stringMatching(/import everything else as a type/),
    );
    expect(await lint('src/preload/probe.ts', names)).toEqual([]);
  });
});

describe('floors', () => {
  test.each([
    ['src/main/window/probe.ts', 'src/main/ipc', /take `publish` as a parameter/],
    ['src/renderer/components/probe.ts', 'src/renderer/stores', /props and events only/],
    ['src/renderer/components/probe.ts', 'src/renderer/api', /props and events only/],
    ['src/renderer/api/probe.ts', 'src/renderer/stores', /lowest floor/],
  ])('%s may not import %s', async (from, folder, message) => {
    const code = `import * as it from '${pathFrom(from, moduleIn(folder))}';\nvoid it;\n`;
    expect(await lint(from, code)).toContainEqual(expect.stringMatching(message));
  });

  test.each(['src/main/boot.ts', 'src/main/index.ts', 'src/main/boot/probe.ts'])(
    '%s wires the bridge',
    async (from) => {
      const code = `import * as it from '${pathFrom(from, moduleIn('src/main/ipc'))}';\nvoid it;\n`;
      expect(await lint(from, code)).toEqual([]);
    },
  );
});

describe('packages', () => {
  test.each([
    ['src/shared/lib/probe.ts', 'node:fs', /shared is pure/],
    ['src/shared/lib/probe.ts', 'node:fs/promises', /shared is pure/],
    ['src/shared/lib/probe.ts', 'electron', /shared is pure/],
    ['src/shared/lib/probe.ts', 'vue', /shared is pure/],
    ['src/engine/log/probe.ts', 'electron', /runs on plain Node/],
    ['src/cli/probe.ts', 'electron', /runs on plain Node/],
    ['src/sandbox/probe.ts', 'electron', /plain server/],
    ['src/main/window/probe.ts', 'vue', /main shows nothing itself/],
    ['src/preload/probe.ts', 'node:path', /sandboxed and small/],
    ['src/preload/probe.ts', 'zod', /sandboxed and small/],
    ['src/renderer/lib/probe.ts', 'node:fs', /no Node, no Electron/],
    ['src/renderer/lib/probe.ts', 'electron', /no Node, no Electron/],
    ['src/renderer/lib/probe.ts', 'ky', /src\/engine\/transport|no network/],
    ['src/renderer/lib/probe.ts', 'zod', /no schemas/],
    ['src/renderer/features/probe.ts', 'monaco-editor', /Only src\/renderer\/monaco/],
    ['src/engine/secrets/other-store.ts', 'keytar', /Only src\/engine\/secrets\/keytar-store/],
    ['src/main/window/probe.ts', 'keytar', /Only src\/engine\/secrets\/keytar-store/],
    ['src/engine/runs/probe.ts', 'ky', /Only src\/engine\/transport/],
    ['src/cli/probe.ts', 'ky', /Only src\/engine\/transport/],
  ])('%s may not name %s', async (from, name, message) => {
    for (const code of [
      `import * as it from '${name}';\nvoid it;\n`,
      `void import('${name}');\n`,
    ]) {
      expect(await lint(from, code)).toContainEqual(expect.stringMatching(message));
    }
  });

  test.each([
    ['src/shared/domain/probe.ts', 'zod'],
    ['src/engine/secrets/keytar-store.ts', 'keytar'],
    ['src/engine/transport/probe.ts', 'ky'],
    ['src/renderer/monaco/probe.ts', 'monaco-editor'],
    ['src/engine/files/probe.ts', 'node:fs/promises'],
    ['src/shared/lib/probe.test.ts', 'node:fs'],
  ])('%s may name %s', async (from, name) => {
    expect(await lint(from, `import * as it from '${name}';\nvoid it;\n`)).toEqual([]);
  });
});

describe('doors', () => {
  const ipcMain = "import { ipcMain } from 'electron';\nvoid ipcMain;\n";
  const send =
    "declare const it: { webContents: { send(a: string): void } };\nit.webContents.send('a');\n";
  const open = "import { shell } from 'electron';\nvoid shell.openExternal('https://a.example');\n";
  const bridge = 'declare const window: { desk: unknown };\nvoid window.desk;\n';
  const log = "console.log('a');\n";

  test.each([
    ['ipcMain', ipcMain, 'src/main/window/probe.ts', 'src/main/ipc/gate.ts', /gate\.ts/],
    ['send', send, 'src/main/window/probe.ts', 'src/main/ipc/publish.ts', /publish\.ts/],
    [
      'openExternal',
      open,
      'src/main/menu.ts',
      'src/main/security/external-links.ts',
      /external-links\.ts/,
    ],
    [
      'window.desk',
      bridge,
      'src/renderer/stores/probe.ts',
      'src/renderer/api/desk.ts',
      /src\/renderer\/api/,
    ],
    ['console', log, 'src/cli/probe.ts', 'src/cli/print.ts', /console/],
    ['console', log, 'src/engine/log/probe.ts', 'src/engine/log/sink-console.ts', /console/],
  ])('%s has one door', async (_name, code, elsewhere, door, message) => {
    expect(await lint(elsewhere, code)).toContainEqual(expect.stringMatching(message));
    expect(await lint(door, code)).toEqual([]);
  });

  test('electron is imported by name, so that no door can be hidden', async () => {
    const code = "import * as electron from 'electron';\nvoid electron;\n";
    expect(await lint('src/main/window/probe.ts', code)).toContainEqual(
      expect.stringMatching(/by name/),
    );
  });
});

describe('habits', () => {
  test.each([
    ['a default export', 'src/shared/lib/probe.ts', 'export default 1;\n', /no-restricted-exports/],
    ['the clock in shared', 'src/shared/lib/probe.ts', 'void Date.now();\n', /take the time/],
    ['the date in shared', 'src/shared/lib/probe.ts', 'void new Date();\n', /take the time/],
    ['chance in shared', 'src/shared/lib/probe.ts', 'void Math.random();\n', /random number/],
    ['any', 'src/engine/probe.ts', 'export const a: any = 1;\n', /no-explicit-any/],
    ['ts-ignore', 'src/engine/probe.ts', '// @ts-ignore\nvoid 0;\n', /ban-ts-comment/],
    ['a long file', 'src/engine/probe.ts', 'void 0;\n'.repeat(501), /max-lines/],
    [
      'work left for later',
      'src/engine/probe.ts',
      `// ${'TO'}${'DO'} later\nvoid 0;\n`,
      /no-warning-comments/,
    ],
    [
      'a lint rule switched off in the code',
      'src/engine/probe.ts',
      `// eslint-${'disable'}-next-line no-console\nconsole.log(1);\n`,
      /no-console/,
    ],
    ['a lonely test', 'src/engine/probe.test.ts', 'test.only();\n', /Every test runs/],
    ['a skipped test', 'src/engine/probe.test.ts', 'it.skip();\n', /Every test runs/],
    ['a skipped group', 'e2e/probe.spec.ts', 'test.describe.skip();\n', /Every test runs/],
    ['a skipped table', 'src/engine/probe.test.ts', 'test.skip.each([])();\n', /Every test runs/],
    ['waiting for time', 'e2e/probe.spec.ts', 'void page.waitForTimeout(9);\n', /Wait for a state/],
    [
      'sleeping',
      'src/engine/probe.test.ts',
      'await new Promise((done) => setTimeout(done, 9));\n',
      /Wait for a state/,
    ],
  ])('%s is refused', async (_name, file, code, message) => {
    expect(await lint(file, code)).toContainEqual(expect.stringMatching(message));
  });

  test('a component without a name for its icon button is refused', async () => {
    const code =
      '<script setup lang="ts"></script>\n\n<template>\n  <img src="a.png" />\n</template>\n';
    expect(await lint('src/renderer/components/ProbeImage.vue', code)).toContainEqual(
      expect.stringMatching(/vuejs-accessibility/),
    );
  });
});

test('the rooms that the rules speak of exist', () => {
  for (const folder of ['shared', 'engine', 'sandbox', 'main', 'preload', 'renderer', 'cli']) {
    expect(existsSync(join(projectRoot, 'src', folder)), folder).toBe(true);
  }
});
