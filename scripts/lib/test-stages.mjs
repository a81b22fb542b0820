// The stages of `npm test`, in the order in which they run. Each says whether it passed and, if it
// ran tests, how many of them did.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, buildIfChanged } from './build.mjs';
import { localCache, projectRoot } from './paths.mjs';
import { runCommand } from './run-command.mjs';
import { say } from './say.mjs';
import { setUp } from './setup.mjs';
import { insideVirtualDesktop, missingPrograms, runOnVirtualDesktop } from './virtual-desktop.mjs';

/**
 * @typedef {object} StageResult
 * @property {boolean} ok
 * @property {number} [passed]
 * @property {number} [failed]
 * @property {number} [skipped]
 */

/** Tests never touch the real desktop and its keychain where a virtual one can be had. */
const virtual = process.platform === 'linux' && !insideVirtualDesktop();

/** @type {Record<string, (args: readonly string[]) => Promise<StageResult>>} */
export const stages = {
  async setup() {
    const runtime = await setUp({ virtual, say });
    const { describeElectron } = await import('./electron-runtime.mjs');
    say(describeElectron(runtime));
    return { ok: true };
  },

  lint: (args) => {
    const cache = ['--cache', '--cache-location', join(localCache, 'eslint', '/')];
    const what = args.length > 0 ? args : ['.'];
    return tool('eslint/bin/eslint.js', ['--max-warnings', '0', ...cache, ...what]);
  },

  format: (args) => {
    const cache = ['--cache', '--cache-location', join(localCache, 'prettier')];
    return tool('prettier/bin/prettier.cjs', [
      '--check',
      ...cache,
      ...(args.length > 0 ? args : ['.']),
    ]);
  },

  types: (args) => tool('vue-tsc/bin/vue-tsc.js', ['--build', ...args]),

  async unit(args) {
    const report = freshReport('unit.json');
    const result = await tool('vitest/vitest.mjs', ['run', ...args]);
    return { ...result, ...unitCounts(report) };
  },

  async build() {
    await build();
    return { ok: true };
  },

  async e2e(args) {
    await buildIfChanged(say);
    const report = freshReport('e2e.json');
    const command = [join(projectRoot, 'node_modules/@playwright/test/cli.js'), 'test', ...args];
    const onVirtual = virtual && (missingPrograms().length === 0 || !process.env['DISPLAY']);
    const code = onVirtual
      ? await runOnVirtualDesktop(process.execPath, command, { cwd: projectRoot })
      : (await runCommand(process.execPath, command, { cwd: projectRoot })).code;
    return { ok: code === 0, ...endToEndCounts(report) };
  },
};

/**
 * @param {string} file below node_modules
 * @param {readonly string[]} args
 */
async function tool(file, args) {
  const { code } = await runCommand(
    process.execPath,
    [join(projectRoot, 'node_modules', file), ...args],
    {
      cwd: projectRoot,
    },
  );
  return { ok: code === 0 };
}

/**
 * The report's path, with no report there: a run that dies must not be counted by the last one's.
 * @param {string} name
 */
function freshReport(name) {
  const file = join(localCache, 'reports', name);
  rmSync(file, { force: true });
  return file;
}

/** @param {string} file */
function unitCounts(file) {
  const report = readReport(file);
  return {
    passed: Number(report?.numPassedTests ?? 0),
    failed: Number(report?.numFailedTests ?? 0),
    skipped: Number(report?.numPendingTests ?? 0) + Number(report?.numTodoTests ?? 0),
  };
}

/** @param {string} file */
function endToEndCounts(file) {
  const stats = readReport(file)?.stats;
  return {
    passed: Number(stats?.expected ?? 0),
    failed: Number(stats?.unexpected ?? 0) + Number(stats?.flaky ?? 0),
    skipped: Number(stats?.skipped ?? 0),
  };
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
