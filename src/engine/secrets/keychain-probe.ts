import { openSessionBus, sessionBusSocket, type SessionBus } from './session-bus';
import type { SecretStoreStatus } from './secret-store';

/**
 * Asks the Secret Service how things stand, without making it ask the user for a password.
 * keytar cannot: for a locked keychain its `getPassword` answers null, as if there were no key, and its
 * `findCredentials` ends the process.
 */
export interface KeychainProbe {
  /** State of the default collection. Never rejects. */
  status(): Promise<SecretStoreStatus>;
}

/** The environment variables and the user that decide which bus is meant. */
export interface ProbeDeps {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly userId: number;
  /** Longest time for each question, in milliseconds. */
  readonly limitMs: number;
}

const service = { destination: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' };

/** A probe for Linux; other systems' keychains say themselves when they are locked. */
export function createKeychainProbe({ env, userId, limitMs }: ProbeDeps): KeychainProbe {
  return {
    async status() {
      const socket = sessionBusSocket(env);
      if (socket === null) return unavailable('no message bus (D-Bus) in this session');
      let bus: SessionBus | null = null;
      try {
        bus = await openSessionBus(socket, userId, limitMs);
        return await defaultCollection(bus);
      } catch (error) {
        return unavailable(error instanceof Error ? error.message : String(error));
      } finally {
        bus?.close();
      }
    },
  };
}

async function defaultCollection(bus: SessionBus): Promise<SecretStoreStatus> {
  const alias = await bus.call({
    ...service,
    interface: 'org.freedesktop.Secret.Service',
    member: 'ReadAlias',
    args: ['default'],
  });
  if (alias.error !== null) return unavailable(alias.error, alias.values[0]);
  const path = alias.values[0];
  // No keychain has been made yet; the first key that is kept makes one.
  if (typeof path !== 'string' || path === '/') return { state: 'ready', detail: null };

  const locked = await bus.call({
    destination: service.destination,
    path,
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    args: ['org.freedesktop.Secret.Collection', 'Locked'],
  });
  if (locked.error !== null) return unavailable(locked.error, locked.values[0]);
  return locked.values[0] === true
    ? { state: 'locked', detail: `${path} is locked` }
    : { state: 'ready', detail: null };
}

function unavailable(...words: readonly unknown[]): SecretStoreStatus {
  const detail = words.filter((word) => typeof word === 'string').join(': ');
  return { state: 'unavailable', detail: detail.slice(0, 500) };
}
