import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);
const password = Buffer.from('throw-away');

/** A message bus of its own with a keyring on it that a test can lock, as people can at any time. */
export interface KeyringSession {
  readonly address: string;
  lock(): Promise<void>;
  /** As logging in does. */
  unlock(): Promise<void>;
  end(): Promise<void>;
}

/** A bus that starts nothing by itself, so that no other keyring comes up in place of this one. */
const busSettings = (folder: string): string => `<busconfig>
<type>session</type><listen>unix:tmpdir=${folder}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`;

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** What the login program says to the keyring: a byte for its credentials, then length, 1, password. */
function unlockMessage(): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(12 + password.length, 1);
  head.writeUInt32BE(1, 5);
  head.writeUInt32BE(password.length, 9);
  return Buffer.concat([head, password]);
}

/** Starts a bus and an unlocked keyring below a folder. */
export async function startKeyringSession(folder: string): Promise<KeyringSession> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const settings = join(folder, 'bus.conf');
  writeFileSync(settings, busSettings(folder));
  const bus = spawn('dbus-daemon', ['--nofork', '--print-address', `--config-file=${settings}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [address] = (await once(createInterface({ input: bus.stdout }), 'line')) as [string];
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    XDG_RUNTIME_DIR: folder,
    DBUS_SESSION_BUS_ADDRESS: address,
  };
  const words = ['--foreground', '--unlock', '--components=secrets'];
  const keyring = spawn('gnome-keyring-daemon', words, {
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  keyring.stdin.end(password);

  const call = async (...call: string[]): Promise<string> => {
    const { stdout } = await run('dbus-send', ['--session', '--print-reply', ...call], { env });
    return stdout;
  };
  const askForName = ['org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'];
  const answers = () => call('--dest=org.freedesktop.DBus', '/org/freedesktop/DBus', ...askForName);
  // It does not say when it is ready: the bus is asked until it is.
  while (!(await answers()).includes('boolean true')) {
    if (keyring.exitCode !== null) throw new Error('The keyring has ended');
  }

  return {
    address,
    async lock() {
      await call(
        '--dest=org.freedesktop.secrets',
        '/org/freedesktop/secrets',
        'org.freedesktop.Secret.Service.Lock',
        'array:objpath:/org/freedesktop/secrets/collection/login',
      );
    },
    async unlock() {
      const socket = connect(join(folder, 'keyring', 'control'));
      socket.write(unlockMessage());
      const [answer] = (await once(socket, 'data')) as [Buffer];
      socket.destroy();
      if (answer.readUInt32BE(4) !== 0) throw new Error('The keyring stays locked');
    },
    async end() {
      await stop(keyring);
      await stop(bus);
    },
  };
}
