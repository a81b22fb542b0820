import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from './lib/paths.mjs';
import { runCommand } from './lib/run-command.mjs';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dispatch-desk-test-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** @param {string[]} words */
async function runTests(...words) {
  const script = join(projectRoot, 'scripts', 'test.mjs');
  const { code, output } = await runCommand(process.execPath, [script, ...words], {
    cwd: projectRoot,
    output: 'capture',
  });
  return { code, lastLine: output.trimEnd().split('\n').at(-1), output };
}

test('a stage that passes ends with 0 and the count', async () => {
  const file = join(folder, 'tidy.json');
  await writeFile(file, '{ "a": 1 }\n');
  const { code, lastLine } = await runTests('format', file);
  expect({ code, lastLine }).toEqual({ code: 0, lastLine: '0 passed, 0 failed' });
});

test('a stage that fails counts as a failure and ends with 1', async () => {
  const file = join(folder, 'untidy.json');
  await writeFile(file, '{"a":1}');
  const { code, lastLine } = await runTests('format', file);
  expect({ code, lastLine }).toEqual({ code: 1, lastLine: '0 passed, 1 failed' });
});

test('an unknown stage is a mistake of usage, and the known ones are named', async () => {
  const { code, output } = await runTests('e2ee');
  expect(code).toBe(2);
  expect(output).toContain('setup, lint, format, types, unit, build, e2e');
});
