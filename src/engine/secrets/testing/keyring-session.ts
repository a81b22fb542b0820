import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openSessionBus, sessionBusSocket } from '../session-bus';

/** A message bus with gnome-keyring on it, with a throw-away home, for as long as a test needs it. */
export interface KeyringSession {
  /** The variables that make a process belong to this session. */
  readonly env: Readonly<Record<string, string>>;
  /** Locks the keyring as a user can at any time. */
  lock(): Promise<void>;
  end(): Promise<void>;
}

/** A bus that starts nothing by itself, unlike the system's own settings for a session. */
const busSettings = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>`;

/** Starts a real bus and, where wanted, a real unlocked keyring on it. */
export async function startKeyringSession(withKeyring: boolean): Promise<KeyringSession> {
  const home = mkdtempSync(join(tmpdir(), 'desk-keyring-'));
  const base = { PATH: process.env['PATH'] ?? '', HOME: home, XDG_RUNTIME_DIR: home };
  const settings = join(home, 'bus.conf');
  writeFileSync(settings, busSettings.replace('tmpdir=/tmp', `tmpdir=${home}`));
  const words = ['--nofork', '--print-address', '--nopidfile', `--config-file=${settings}`];
  const bus = spawn('dbus-daemon', words, {
    env: base,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [address] = (await once(createInterface({ input: bus.stdout }), 'line')) as [string];
  const env = { ...base, DBUS_SESSION_BUS_ADDRESS: address };
  let keyring: ChildProcess | null = null;
  if (withKeyring) {
    keyring = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
      env,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    keyring.stdin?.end('password\n');
    await waitForSecretService(env);
  }

  return {
    env,
    async lock() {
      const login = 'array:objpath:/org/freedesktop/secrets/collection/login';
      const service = ['--dest=org.freedesktop.secrets', '/org/freedesktop/secrets'];
      const method = 'org.freedesktop.Secret.Service.Lock';
      const words = ['--session', '--print-reply', ...service, method, login];
      await once(spawn('dbus-send', words, { env, stdio: 'ignore' }), 'exit');
    },
    async end() {
      await stop(keyring);
      await stop(bus);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Asks the bus again and again: gnome-keyring does not say when it is ready. */
async function waitForSecretService(env: Readonly<Record<string, string>>): Promise<void> {
  const bus = await openSessionBus(sessionBusSocket(env) ?? '', process.getuid?.() ?? 0, 5000);
  try {
    for (;;) {
      const reply = await bus.call({
        destination: 'org.freedesktop.DBus',
        path: '/org/freedesktop/DBus',
        interface: 'org.freedesktop.DBus',
        member: 'NameHasOwner',
        args: ['org.freedesktop.secrets'],
      });
      if (reply.values[0] === true) return;
    }
  } finally {
    bus.close();
  }
}

async function stop(child: ChildProcess | null): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
