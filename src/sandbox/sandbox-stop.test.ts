import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { SandboxOptions } from './sandbox';
import { legalBody } from './testing/call-sandbox';
import { startSandbox, testKey } from './testing/start-sandbox';

/** How many servers and connections this process holds; timers are `pauses.test.ts`'s business. */
function busy(): number {
  return process.getActiveResourcesInfo().filter((name) => name.startsWith('TCP')).length;
}

/** Sends a legal body over a bare socket, whose client side has no timers of its own. */
function sendOver(port: number): Socket {
  const body = JSON.stringify(legalBody);
  const head = [
    'POST /campaigns/trigger/send HTTP/1.1',
    'Host: 127.0.0.1',
    `Authorization: Bearer ${testKey}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ];
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  return socket;
}

describe('stop', () => {
  const forever = 2 ** 31 - 1;

  it.each<[string, Partial<SandboxOptions>, 'journal' | 'data']>([
    ['an answer held back', { latencyMs: forever }, 'journal'],
    ['a call that is never answered', { scenario: 'hang' }, 'journal'],
    ['an answer that drips', { scenario: 'slow_drip', dripMs: forever }, 'data'],
  ])('ends %s and leaves nothing open', async (_name, options, awaited) => {
    const before = busy();
    let recorded = (): void => undefined;
    const record = new Promise<void>((resolve) => {
      recorded = resolve;
    });
    const sandbox = await startSandbox({ ...options, journal: () => recorded() });
    const socket = sendOver(sandbox.port);
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    const data = new Promise<void>((resolve) => socket.once('data', () => resolve()));
    await (awaited === 'data' ? data : record);
    socket.resume();
    expect(busy()).toBeGreaterThan(before);

    await sandbox.stop();
    await closed;
    expect(busy()).toBe(before);
  });
});
