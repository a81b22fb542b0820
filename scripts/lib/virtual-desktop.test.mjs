import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from './paths.mjs';
import { runCommand } from './run-command.mjs';

const script = join(projectRoot, 'scripts', 'virtual-desktop.mjs');

/** @param {string} code a module that runs on the desktop */
function onDesktop(code) {
  const command = [process.execPath, '--input-type=module', '--eval', code];
  return runCommand(process.execPath, [script, '--', ...command], {
    cwd: projectRoot,
    output: 'capture',
  });
}

test('the exit code of the command is the exit code', async () => {
  expect((await onDesktop('process.exit(7)')).code).toBe(7);
  expect((await onDesktop('process.exit(0)')).code).toBe(0);
});

test('standard output and standard error both arrive', async () => {
  const { output } = await onDesktop("console.log('to out'); console.error('to err');");
  expect(output).toContain('to out');
  expect(output).toContain('to err');
});

test('a command that does not exist is a failure', async () => {
  const { code } = await runCommand(process.execPath, [script, '--', 'no-such-command-anywhere'], {
    output: 'capture',
  });
  expect(code).toBe(127);
});

test('without a command it says how it is used', async () => {
  const { code, output } = await runCommand(process.execPath, [script], { output: 'capture' });
  expect(code).toBe(2);
  expect(output).toContain('Usage');
});

// Elsewhere the command runs on the desktop that is there.
describe.each(process.platform === 'linux' ? ['linux'] : [])('on %s', () => {
  test('there is a display, and a home that is gone afterwards', async () => {
    const { output } = await onDesktop(
      'const { DISPLAY, HOME, XDG_CONFIG_HOME } = process.env;' +
        'console.log(JSON.stringify({ DISPLAY, HOME, XDG_CONFIG_HOME }));',
    );
    const { DISPLAY, HOME, XDG_CONFIG_HOME } = JSON.parse(output);
    expect(DISPLAY).toMatch(/^:\d+$/);
    expect(HOME).not.toBe(process.env['HOME']);
    expect(XDG_CONFIG_HOME.startsWith(HOME)).toBe(true);
    expect(existsSync(HOME)).toBe(false);
  });

  test('the keychain is open', async () => {
    const { output } = await onDesktop(
      "const { default: keytar } = await import('keytar');" +
        "await keytar.setPassword('desktop-test', 'someone', 'läuft');" +
        "console.log('read back', await keytar.getPassword('desktop-test', 'someone'));",
    );
    expect(output).toContain('read back läuft');
  });
});
