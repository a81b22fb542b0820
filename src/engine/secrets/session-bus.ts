import { existsSync } from 'node:fs';
import { type Socket, connect } from 'node:net';
import { join } from 'node:path';
import { type MethodCall, type Reply, decodeReply, encodeCall, messageLength } from './dbus-wire';

/** A connection to the user's message bus. */
export interface SessionBus {
  /** Resolves with the reply, an error reply included; rejects when the connection ends or time is up. */
  call(call: MethodCall): Promise<Reply>;
  close(): void;
}

/** The bus's socket: an address's first `unix:` part, otherwise the user's runtime folder; null for none. */
export function sessionBusSocket(env: Readonly<Record<string, string | undefined>>): string | null {
  for (const address of (env['DBUS_SESSION_BUS_ADDRESS'] ?? '').split(';')) {
    if (!address.startsWith('unix:')) continue;
    const parts = new Map(
      address
        .slice('unix:'.length)
        .split(',')
        .map((part) => [part.split('=')[0], unescapeValue(part.slice(part.indexOf('=') + 1))]),
    );
    const path = parts.get('path');
    const abstract = parts.get('abstract');
    if (path !== undefined) return path;
    if (abstract !== undefined) return `\0${abstract}`;
  }
  const runtime = env['XDG_RUNTIME_DIR'];
  const socket = runtime === undefined ? null : join(runtime, 'bus');
  return socket !== null && existsSync(socket) ? socket : null;
}

function unescapeValue(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/**
 * Joins the bus as the current user.
 * @param limitMs longest time for joining and for each call.
 */
export async function openSessionBus(
  socketPath: string,
  userId: number,
  limitMs: number,
): Promise<SessionBus> {
  const socket = connect(socketPath);
  const waiting = new Map<number, (outcome: Reply | Error) => void>();
  let received: Buffer = Buffer.alloc(0);
  let joined = false;
  let serial = 0;
  let ended: Error | null = null;

  const end = (error: Error): void => {
    ended ??= error;
    socket.destroy();
    for (const settle of waiting.values()) settle(ended);
    waiting.clear();
  };
  socket.on('error', end);
  socket.on('close', () => end(new Error('the message bus closed the connection')));
  socket.unref();

  const send = (key: number, write: () => void): Promise<Reply> =>
    new Promise((resolve, reject) => {
      if (ended !== null) {
        reject(ended);
        return;
      }
      const timer = setTimeout(
        () => end(new Error('the message bus did not answer in time')),
        limitMs,
      );
      waiting.set(key, (outcome) => {
        clearTimeout(timer);
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      });
      write();
    });

  const settle = (key: number, reply: Reply): void => {
    const waiter = waiting.get(key);
    waiting.delete(key);
    waiter?.(reply);
  };

  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    try {
      if (!joined) {
        const lineEnd = received.indexOf('\r\n');
        if (lineEnd < 0) return;
        const line = received.toString('latin1', 0, lineEnd);
        received = received.subarray(lineEnd + 2);
        if (!line.startsWith('OK ')) throw new Error('the message bus refused us');
        joined = true;
        settle(0, { serial: 0, error: null, values: [] });
      }
      received = takeMessages(received, (reply) => settle(reply.serial, reply));
    } catch (error) {
      end(error instanceof Error ? error : new Error(String(error)));
    }
  });

  const call = (method: MethodCall): Promise<Reply> => {
    serial += 1;
    const own = serial;
    return send(own, () => socket.write(encodeCall(method, own)));
  };

  await send(0, () => authenticate(socket, userId));
  socket.write('BEGIN\r\n');
  await call({
    destination: 'org.freedesktop.DBus',
    path: '/org/freedesktop/DBus',
    interface: 'org.freedesktop.DBus',
    member: 'Hello',
    args: [],
  });
  return { call, close: () => end(new Error('closed')) };
}

function authenticate(socket: Socket, userId: number): void {
  socket.write(`\0AUTH EXTERNAL ${Buffer.from(String(userId)).toString('hex')}\r\n`);
}

/** Hands on every whole message and returns the bytes that are left. */
function takeMessages(received: Buffer, onReply: (reply: Reply) => void): Buffer {
  let rest = received;
  for (;;) {
    const length = messageLength(rest);
    if (length === null || rest.length < length) return rest;
    // A copy: offsets in a message count from its own start.
    const reply = decodeReply(Buffer.from(rest.subarray(0, length)));
    rest = rest.subarray(length);
    if (reply !== null) onReply(reply);
  }
}
