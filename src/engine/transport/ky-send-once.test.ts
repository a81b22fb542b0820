import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type HttpResult, createHttpClient } from './http-client';
import { createKySendOnce } from './ky-send-once';
import { type RawServer, type SeenRequest, rawAnswer, startRawServer } from './testing/raw-server';

let server: RawServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function serve(
  onRequest: (request: SeenRequest, socket: Socket) => void,
): Promise<RawServer> {
  server = await startRawServer(onRequest);
  return server;
}

const client = createHttpClient({
  // Node's own fetch stands for Chromium's lanes, which `e2e/single-shot.spec.ts` tests in the app.
  fetch: createKySendOnce(fetch),
  monotonicMs: () => performance.now(),
});

function post(url: string, over: { timeoutMs?: number; signal?: AbortSignal } = {}) {
  const headers = [
    ['Authorization', 'Bearer some-key'],
    ['Connection', 'close'],
  ] as const;
  return client.post({ url, headers, body: '{"é":1}', timeoutMs: 5000, ...over });
}

describe('a call with ky', () => {
  it.each([201, 202, 400, 401, 408, 413, 429, 500, 503, 504])(
    'that is answered with %i is sent once',
    async (status) => {
      const { url, seen } = await serve((_request, socket) =>
        socket.write(rawAnswer(status, '{"message":"x"}', ['Retry-After: 0'])),
      );
      const answer = { kind: 'answer', status, bodyText: '{"message":"x"}' };
      expect(await post(`${url}/campaigns/trigger/send`)).toMatchObject(answer);
      expect(seen.map(({ body }) => body)).toEqual(['{"é":1}']);
    },
  );

  it('follows no redirect', async () => {
    const { url, seen } = await serve((_request, socket) =>
      socket.write(rawAnswer(307, '', ['Location: /elsewhere'])),
    );
    expect(await post(url)).toMatchObject({ kind: 'failure', left: true });
    expect(seen).toHaveLength(1);
  });

  it('that drops, times out or is cancelled has left, and is not made again', async () => {
    const { url, seen } = await serve(({ body }, socket) => {
      if (body !== '' && seen.length === 1) socket.resetAndDestroy();
    });
    const results: HttpResult[] = [await post(url), await post(url, { timeoutMs: 200 })];
    const cancel = new AbortController();
    const cancelled = post(url, { signal: cancel.signal });
    await expect.poll(() => seen.length).toBe(3);
    cancel.abort();
    results.push(await cancelled);
    expect(results).toMatchObject([
      { kind: 'failure', left: true },
      { code: 'timeout', left: true },
      { code: 'cancelled', left: true },
    ]);
    expect(seen).toHaveLength(3);
  });

  it('that nobody takes is refused, and never left; its error tells no key', async () => {
    const { url } = await serve(() => undefined);
    await server?.close();
    server = null;
    const result = await post(url);
    expect(result).toMatchObject({ kind: 'failure', code: 'refused_connection', left: false });
    expect(JSON.stringify(result)).not.toContain('some-key');
  });
});
