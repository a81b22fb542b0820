import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Lane } from './lane';
import { createSingleShotFetch } from './single-shot-fetch';

/** A lane whose requests the test answers itself. */
function recordingLane(steps: string[], name: number): Lane & { answer(response: Response): void } {
  let resolve: (response: Response) => void = () => undefined;
  return {
    closeConnections() {
      steps.push(`close ${name}`);
      return Promise.resolve();
    },
    fetch(request) {
      steps.push(`fetch ${name} ${request.method} ${request.credentials}`);
      return new Promise((done, fail) => {
        resolve = done;
        request.signal.addEventListener('abort', () => {
          steps.push(`abort ${name}`);
          fail(new DOMException('aborted', 'AbortError'));
        });
      });
    },
    answer: (response) => {
      resolve(response);
    },
  };
}

function setUp() {
  const steps: string[] = [];
  const lanes: ReturnType<typeof recordingLane>[] = [];
  const single = createSingleShotFetch((index) => {
    const lane = recordingLane(steps, index);
    lanes.push(lane);
    return lane;
  });
  const post = (init: RequestInit = {}): Promise<Response> =>
    single('https://rest.example/campaigns/trigger/send', { method: 'POST', body: '{}', ...init });
  const fetches = (): string[] => steps.filter((step) => step.startsWith('fetch'));
  return { steps, lanes, post, fetches };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('createSingleShotFetch', () => {
  it('closes what is left of earlier requests before each one', async () => {
    const { steps, lanes, post } = setUp();
    for (const text of ['one', 'two']) {
      const answer = post();
      await settled();
      lanes[0]?.answer(new Response(text));
      expect(await (await answer).text()).toBe(text);
      await settled();
    }
    expect(lanes).toHaveLength(1);
    const before = steps.map((step, index) => [steps[index - 1], step]);
    for (const [previous, step] of before) {
      if (step?.startsWith('fetch')) expect(previous).toBe('close 0');
    }
    expect(steps.filter((step) => step.startsWith('fetch'))).toEqual([
      'fetch 0 POST omit',
      'fetch 0 POST omit',
    ]);
  });

  it('never puts two requests on one lane, not even while a body is being read', async () => {
    const { lanes, post, fetches } = setUp();
    const first = post();
    await settled();
    const second = post();
    await settled();
    expect(fetches()).toEqual(['fetch 0 POST omit', 'fetch 1 POST omit']);

    lanes[0]?.answer(new Response('first'));
    const body = await first;
    await settled();
    void post();
    await settled();
    expect(fetches()).toHaveLength(3);
    expect(fetches()[2]).toBe('fetch 2 POST omit');

    await body.text();
    await settled();
    void post();
    await settled();
    expect(fetches()[3]).toBe('fetch 0 POST omit');
    lanes[1]?.answer(new Response(null, { status: 204 }));
    expect((await second).status).toBe(204);
  });

  it('gives a lane back after a failure', async () => {
    const { lanes, post, fetches } = setUp();
    const abort = new AbortController();
    const answer = post({ signal: abort.signal });
    await settled();
    abort.abort();
    await expect(answer).rejects.toThrow('aborted');
    await settled();
    void post();
    await settled();
    expect(fetches()).toEqual(['fetch 0 POST omit', 'fetch 0 POST omit']);
    expect(lanes).toHaveLength(1);
  });

  it('sends nothing when it is given up before', async () => {
    const { post, fetches } = setUp();
    await expect(post({ signal: AbortSignal.abort() })).rejects.toThrow();
    expect(fetches()).toEqual([]);
  });

  it('sends nothing when it is given up while connections close', async () => {
    const abort = new AbortController();
    let sent = false;
    const single = createSingleShotFetch(() => ({
      closeConnections: () => {
        abort.abort();
        return Promise.resolve();
      },
      fetch: () => {
        sent = true;
        return Promise.resolve(new Response());
      },
    }));
    await expect(single('https://rest.example/', { signal: abort.signal })).rejects.toThrow();
    expect(sent).toBe(false);
  });

  it('sends nothing over connections that would not close', async () => {
    let sent = 0;
    let opened = 0;
    const single = createSingleShotFetch(() => {
      opened += 1;
      return {
        closeConnections: () => Promise.reject(new Error('stuck')),
        fetch: () => {
          sent += 1;
          return Promise.resolve(new Response());
        },
      };
    });
    await expect(single('https://rest.example/')).rejects.toThrow('stuck');
    await settled();
    await expect(single('https://rest.example/')).rejects.toThrow('stuck');
    expect([sent, opened]).toEqual([0, 2]);
  });

  it('aborts the request when its body is given up', async () => {
    const { steps, lanes, post } = setUp();
    const answer = post();
    await settled();
    const endless = new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(10)) });
    lanes[0]?.answer(new Response(endless));
    const { body } = await answer;
    await body?.cancel();
    expect(steps).toContain('abort 0');
  });

  it('passes status, headers and a failing body on', async () => {
    const { lanes, post } = setUp();
    const answer = post();
    await settled();
    const breaking = new ReadableStream({
      pull() {
        throw new Error('net::ERR_CONTENT_LENGTH_MISMATCH');
      },
    });
    lanes[0]?.answer(
      new Response(breaking, { status: 429, headers: { 'x-ratelimit-remaining': '0' } }),
    );
    const response = await answer;
    expect([response.status, response.headers.get('x-ratelimit-remaining')]).toEqual([429, '0']);
    await expect(response.text()).rejects.toThrow('net::ERR_CONTENT_LENGTH_MISMATCH');
  });

  it('sends the body as it was given', async () => {
    const received: string[] = [];
    const server = createServer((socket) => {
      socket.on('data', (data) => {
        received.push(data.toString());
        socket.end('HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const single = createSingleShotFetch(() => ({
      closeConnections: () => Promise.resolve(),
      fetch: (request) => fetch(request),
    }));
    const request = new Request(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{"ü":1}' });
    expect(await (await single(request)).text()).toBe('{}');
    expect(received.join('')).toContain('{"ü":1}');
    server.close();
  });
});
