// A desktop without a screen: a display, a message bus and an unlocked keychain, all of them thrown
// away afterwards. For Linux machines that have none, and for tests that must not touch the real one.
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { cacheMark, userCache } from './paths.mjs';

const programs = ['Xvfb', 'dbus-run-session', 'gnome-keyring-daemon'];

/** Set for what runs inside, so that it does not make a desktop within the desktop. */
const insideMark = 'DISPATCH_DESK_VIRTUAL_DESKTOP';

/** Unlocks a new keychain (its password must not be empty), then becomes the command. */
const session = `
printf 'throw-away\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
exec "$@" 2>&3 3>&-
`;

/** Whether windows can be shown: always, but on a Linux without a desktop. */
export function hasDisplay() {
  return (
    process.platform !== 'linux' || !!(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
  );
}

export function insideVirtualDesktop() {
  return process.env[insideMark] === '1';
}

/** The programs a virtual desktop needs and this machine lacks. */
export function missingPrograms() {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return programs.filter(
    (program) => !folders.some((folder) => isExecutable(join(folder, program))),
  );
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs a command on a virtual desktop of its own and clears everything away afterwards, also when
 * interrupted.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string }} [options]
 * @returns {Promise<number>} the command's exit code
 */
export async function runOnVirtualDesktop(command, args, options = {}) {
  const missing = missingPrograms();
  if (missing.length > 0) {
    throw new Error(
      `Without a display ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} needed. ` +
        'On Debian: apt-get install xvfb dbus gnome-keyring',
    );
  }
  const home = mkdtempSync(join(tmpdir(), 'dispatch-desk-desktop-'));
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  /** @param {NodeJS.Signals} signal */
  const interrupt = (signal) => killGroup(children.at(-1), signal);
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, interrupt);
  try {
    const { server, display } = await startDisplay();
    children.push(server);
    const child = spawn('dbus-run-session', ['--', 'sh', '-c', session, 'sh', command, ...args], {
      cwd: options.cwd,
      env: desktopEnvironment(options.env ?? process.env, home, display),
      // The bus daemon grumbles on standard error about limits it may not raise. The command's own
      // standard error goes round it, by descriptor 3.
      stdio: ['inherit', 'inherit', 'ignore', 2],
      // A process group of its own, so that a signal reaches all that the command has started.
      detached: true,
    });
    children.push(child);
    return await new Promise((done, fail) => {
      child.on('error', fail);
      child.on('close', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : 1)));
    });
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
    for (const child of children.reverse()) killGroup(child, 'SIGTERM');
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/**
 * @param {import('node:child_process').ChildProcess | undefined} child
 * @param {NodeJS.Signals} signal
 */
function killGroup(child, signal) {
  try {
    if (child?.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // The whole group has ended already.
  }
}

/**
 * Starts an X server on a display number that it finds free itself. Inside a virtual desktop it ends with that.
 * @returns {Promise<{ server: import('node:child_process').ChildProcess, display: string }>}
 */
export function startDisplay() {
  return new Promise((done, fail) => {
    const server = spawn(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-noreset'],
      { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: !insideVirtualDesktop() },
    );
    let complaint = '';
    let number = '';
    server.stderr?.setEncoding('utf8').on('data', (text) => (complaint += text));
    const ready = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
    ready.setEncoding('utf8').on('data', (text) => {
      number += text;
      if (number.endsWith('\n')) done({ server, display: `:${number.trim()}` });
    });
    server.on('error', fail);
    server.on('exit', () => fail(new Error(`Xvfb did not start: ${complaint.trim()}`)));
  });
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} home
 * @param {string} display
 * @returns {NodeJS.ProcessEnv}
 */
function desktopEnvironment(env, home, display) {
  const folders = {
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_STATE_HOME: join(home, '.local', 'state'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_RUNTIME_DIR: join(home, '.run'),
  };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const {
    WAYLAND_DISPLAY: _wayland,
    DBUS_SESSION_BUS_ADDRESS: _bus,
    GNOME_KEYRING_CONTROL: _keyring,
    XAUTHORITY: _authority,
    ...rest
  } = env;
  return {
    ...rest,
    ...folders,
    HOME: home,
    DISPLAY: display,
    [insideMark]: '1',
    [cacheMark]: userCache(env),
  };
}
