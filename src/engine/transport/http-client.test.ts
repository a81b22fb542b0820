import type { Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type HttpResult, createHttpClient } from './http-client';
import { createNodeSendOnce } from './node-send-once';
import { answerLimit, answerMargin } from './read-answer';
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
  fetch: createNodeSendOnce(),
  monotonicMs: () => performance.now(),
});
const headers = [
  ['Authorization', 'Bearer some-key'],
  ['Content-Type', 'application/json'],
  ['Connection', 'close'],
] as const;

function post(
  url: string,
  over: { timeoutMs?: number; signal?: AbortSignal } = {},
): Promise<HttpResult> {
  return client.post({ url, headers, body: '{"é":1}', timeoutMs: 5000, ...over });
}

describe('an answer', () => {
  it.each([200, 201, 202, 400, 401, 404, 413, 421, 429, 500, 502, 503])(
    'of status %i is an answer, and the request was sent once',
    async (status) => {
      const { url, seen } = await serve((_request, socket) =>
        socket.write(
          rawAnswer(status, '{"message":"x"}', ['X-RateLimit-Remaining: 9', 'Retry-After: 0']),
        ),
      );
      const result = await post(`${url}/campaigns/trigger/send`);
      expect(result).toMatchObject({
        kind: 'answer',
        status,
        bodyText: '{"message":"x"}',
        cut: 'no',
        bytes: 15,
      });
      expect(result.kind === 'answer' && result.headers).toContainEqual([
        'x-ratelimit-remaining',
        '9',
      ]);
      expect(seen).toHaveLength(1);
      expect(seen[0]?.body).toBe('{"é":1}');
      expect(seen[0]?.head).toMatch(/^POST \/campaigns\/trigger\/send HTTP/);
      expect(seen[0]?.head).toMatch(/\r\nauthorization: Bearer some-key(\r\n|$)/i);
      expect(seen[0]?.head).toMatch(/\r\ncontent-length: 8(\r\n|$)/i);
      expect(seen[0]?.head).not.toMatch(/transfer-encoding/i);
    },
  );

  it.each(['plain', 'b\u00E4r\u0080\u00FF'])(
    'is asked for with %s headers as they are',
    async (value) => {
      const { url, seen } = await serve((_request, socket) => socket.write(rawAnswer(201)));
      const body = '{"a":"\u00E9\uD55C\u{1F600}\uD800"}';
      await client.post({ url, headers: [...headers, ['X-Name', value]], body, timeoutMs: 5000 });
      expect(seen).toHaveLength(1);
      expect(seen[0]?.head).toContain(`\r\nX-Name: ${value}`);
      expect(seen[0]?.body).toBe(body.replace('\uD800', '\uFFFD'));
    },
  );

  it('says when what happened', async () => {
    const { url } = await serve((_request, socket) => socket.write(rawAnswer(201)));
    const { timeline } = await post(url);
    expect(timeline.map(({ step }) => step)).toEqual(['sent', 'headers', 'answered']);
    const times = timeline.map(({ atMs }) => atMs);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('that is not UTF-8 is read as far as it can be', async () => {
    const { url } = await serve((_request, socket) => {
      socket.write('HTTP/1.1 201 X\r\nContent-Length: 3\r\n\r\n');
      socket.end(Buffer.from([0x61, 0xff, 0x62]));
    });
    expect(await post(url)).toMatchObject({ bodyText: 'a\ufffdb', badUtf8: true, bytes: 3 });
  });

  it('larger than is kept is counted whole, and a character at the cut is not held against it', async () => {
    const body = 'é'.repeat(answerLimit);
    const { url } = await serve((_request, socket) => socket.write(rawAnswer(200, `x${body}`)));
    const result = await post(url);
    expect(result).toMatchObject({ status: 200, cut: 'too_large', badUtf8: false });
    expect(result.kind === 'answer' && result.bytes).toBe(answerLimit * 2 + 1);
    expect(result.kind === 'answer' && result.bodyText.length).toBe(
      (answerLimit + answerMargin) / 2,
    );
  });

  it('without end is left after 64 MiB', async () => {
    const block = Buffer.alloc(1024 * 1024, 'a');
    const { url } = await serve((_request, socket) => {
      socket.write('HTTP/1.1 200 X\r\n\r\n');
      const more = (): void => {
        while (!socket.destroyed && socket.write(block));
      };
      socket.on('drain', more);
      more();
    });
    const result = await post(url, { timeoutMs: 20_000 });
    expect(result).toMatchObject({ kind: 'answer', status: 200, cut: 'too_large' });
    expect(result.kind === 'answer' && result.bytes).toBeGreaterThanOrEqual(64 * 1024 * 1024);
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('that is compressed with %s unasked is unpacked', async (coding, pack) => {
    const { url } = await serve((_request, socket) => {
      const body = pack('{"message":"success"}');
      const head = `Content-Encoding: ${coding}\r\nContent-Length: ${body.length}`;
      socket.write(`HTTP/1.1 201 X\r\n${head}\r\n\r\n`);
      socket.write(body);
    });
    expect(await post(url)).toMatchObject({ bodyText: '{"message":"success"}', cut: 'no' });
  });

  it('whose compression is broken keeps its status', async () => {
    const { url } = await serve((_request, socket) =>
      socket.write(rawAnswer(201, 'not packed', ['Content-Encoding: gzip'])),
    );
    expect(await post(url)).toMatchObject({ status: 201, cut: 'ended' });
  });

  it('that breaks off keeps its status', async () => {
    const { url } = await serve((_request, socket) => {
      socket.end('HTTP/1.1 201 X\r\nContent-Length: 100\r\n\r\n{"dispatch_id":');
    });
    expect(await post(url)).toMatchObject({
      kind: 'answer',
      status: 201,
      cut: 'ended',
      bodyText: '{"dispatch_id":',
      endedBy: { code: 'dropped', left: true },
    });
  });

  it('that stalls keeps its status when time is up', async () => {
    const { url } = await serve((_request, socket) => {
      socket.write('HTTP/1.1 201 X\r\nContent-Length: 100\r\n\r\n{"dispatch_id":');
    });
    expect(await post(url, { timeoutMs: 100 })).toMatchObject({
      status: 201,
      cut: 'ended',
      endedBy: { code: 'timeout' },
    });
  });

  it('of a fetch that ignores the cancelling of a body ends nonetheless', async () => {
    const stop = new AbortController();
    const deaf = createHttpClient({
      monotonicMs: () => 0,
      fetch: () => {
        const body = new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{'));
          },
          pull() {
            stop.abort();
          },
        });
        return Promise.resolve(new Response(body, { status: 201 }));
      },
    });
    const call = { url: 'https://rest.invalid/', headers, body: '{}', timeoutMs: 5000 };
    expect(await deaf.post({ ...call, signal: stop.signal })).toMatchObject({
      status: 201,
      bodyText: '{',
      endedBy: { code: 'cancelled' },
    });
  });
});

describe('no answer', () => {
  it.each([
    ['closes', (socket: Socket) => socket.end()],
    ['resets', (socket: Socket) => socket.resetAndDestroy()],
    ['breaks off in the headers', (socket: Socket) => socket.end('HTTP/1.1 201 Cre')],
  ])('when the server %s: it left, and it left once', async (_name, act) => {
    const { url, seen } = await serve((_request, socket) => act(socket));
    expect(await post(url)).toMatchObject({ kind: 'failure', code: 'dropped', left: true });
    expect(seen).toHaveLength(1);
  });

  it('when the server speaks something else: it left', async () => {
    const { url } = await serve((_request, socket) => socket.end('SSH-2.0-OpenSSH\r\n\r\n'));
    expect(await post(url)).toMatchObject({ kind: 'failure', code: 'other', left: true });
  });

  it('after a redirect, which is not followed', async () => {
    const { url, seen } = await serve((_request, socket) =>
      socket.write(rawAnswer(307, '', ['Location: /elsewhere'])),
    );
    expect(await post(url)).toMatchObject({ kind: 'failure', code: 'redirect', left: true });
    expect(seen).toHaveLength(1);
  });

  it('within the time', async () => {
    const { url, seen } = await serve(() => undefined);
    expect(await post(url, { timeoutMs: 100 })).toMatchObject({ code: 'timeout', left: true });
    expect(seen).toHaveLength(1);
  });

  it('once it is cancelled on its way', async () => {
    const stop = new AbortController();
    const { url } = await serve(() => stop.abort());
    expect(await post(url, { signal: stop.signal })).toMatchObject({
      code: 'cancelled',
      left: true,
    });
  });

  it('when it is cancelled before: it never left', async () => {
    const { url, seen } = await serve(() => undefined);
    expect(await post(url, { signal: AbortSignal.abort() })).toMatchObject({
      code: 'cancelled',
      left: false,
    });
    expect(seen).toEqual([]);
  });

  it('where nobody listens: it never left', async () => {
    const { url, close } = await startRawServer(() => undefined);
    await close();
    const result = await post(url);
    expect(result).toMatchObject({ kind: 'failure', code: 'refused_connection', left: false });
    expect(result.kind === 'failure' && result.detail).toMatch(/^connect ECONNREFUSED/);
  });

  it('where there is no such name: it never left', async () => {
    expect(await post('https://no-such-host.invalid/')).toMatchObject({
      code: 'name_not_resolved',
      left: false,
    });
  });

  it('for what cannot even be asked: it never left', async () => {
    for (const url of ['http://[', 'ftp://127.0.0.1/', 'http://127.0.0.1:1/', 'nonsense']) {
      expect(await post(url)).toMatchObject({ kind: 'failure', left: false });
    }
    const odd = client.post({
      url: 'http://127.0.0.1/',
      headers: [['A', 'ü€']],
      body: '',
      timeoutMs: 100,
    });
    expect(await odd).toMatchObject({ kind: 'failure', left: false, code: 'other' });
  });
});

describe('a connection', () => {
  it('is never used for a second call, even when the server offers it', async () => {
    const { url, seen } = await serve((_request, socket) => socket.write(rawAnswer(201)));
    for (let call = 0; call < 4; call += 1) expect(await post(url)).toMatchObject({ status: 201 });
    await client.get({ url, headers, timeoutMs: 5000 });
    expect(seen.map(({ connection, nth }) => [connection, nth])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 1],
      [5, 1],
    ]);
  });

  it('is new for each call even where no header asks the server to close it', async () => {
    const without = headers.filter(([name]) => name !== 'Connection');
    const { url, seen } = await serve((_request, socket) => socket.write(rawAnswer(201)));
    const call = { url, headers: without, body: '{}', timeoutMs: 5000 };
    for (let nth = 0; nth < 3; nth += 1)
      expect(await client.post(call)).toMatchObject({ status: 201 });
    expect(seen.map(({ connection, nth }) => [connection, nth])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ]);
  });
});
