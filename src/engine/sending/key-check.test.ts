import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../secrets/memory-store';
import { rawAnswer, startRawServer } from '../transport/testing/raw-server';
import { deskOnServer } from './testing/desk-on-server';
import { createSendingDesk, deskKey } from './testing/sending-desk';

const environmentId = 'staging';
const list = '{"campaigns":[{"id":"a"}],"message":"success"}';

describe('checking a key', () => {
  it('asks once for the list of campaigns, with the key, and writes nothing down', async () => {
    const desk = await deskOnServer((_request, socket) => socket.write(rawAnswer(200, list)));
    const check = await desk.keyCheck.checkKey({ environmentId });
    expect(check).toMatchObject({ verdict: 'ok', status: 200, host: desk.host, detail: 'success' });
    expect(check.elapsedMs).toBeGreaterThan(0);
    expect(desk.seen).toHaveLength(1);
    expect(desk.seen[0]?.head).toMatch(/^GET \/campaigns\/list\?page=0 HTTP/);
    expect(desk.seen[0]?.head).toContain(`Bearer ${deskKey}`);
    expect(desk.rows()).toEqual([]);
    expect(await desk.limiter.get({ environmentId })).toMatchObject({ remaining: 249_999 });
  });

  it.each<readonly [string, string | ((socket: Socket) => void), string]>([
    ['an empty list', rawAnswer(200, '{"campaigns":[]}'), 'ok'],
    [
      'a list of megabytes',
      rawAnswer(200, `{"message":"success","campaigns":[${'{"id":"a"},'.repeat(200_000)}{}]}`),
      'ok',
    ],
    ['a page for people', rawAnswer(200, '<!doctype html>'), 'not_rest_host'],
    ['another API', rawAnswer(200, '{"ok":true}'), 'not_rest_host'],
    [
      'a large page for people',
      rawAnswer(200, `<p>"campaigns":[</p>${' '.repeat(1_200_000)}`),
      'not_rest_host',
    ],
    ['401', rawAnswer(401, '{"message":"Invalid API key"}'), 'key_refused'],
    ['401 without text', rawAnswer(401, ''), 'key_refused'],
    ['401 of a proxy', rawAnswer(401, '<html>'), 'not_rest_host'],
    ['403', rawAnswer(403, '{"message":"Access Denied"}'), 'permission_missing'],
    ['403 of a proxy', rawAnswer(403, '<html>'), 'unexpected'],
    ['404', rawAnswer(404, '{"message":"Not Found"}'), 'not_rest_host'],
    ['429', rawAnswer(429, '{}'), 'rate_limited'],
    ['500', rawAnswer(500, '{}'), 'unexpected'],
    ['a redirect', rawAnswer(302, '', ['Location: /login']), 'not_rest_host'],
    ['no answer', (socket) => socket.end(), 'unreachable'],
  ])('that is answered with %s', async (_name, act, verdict) => {
    const desk = await deskOnServer((_request, socket) => {
      if (typeof act === 'string') socket.write(act);
      else act(socket);
    });
    expect(await desk.keyCheck.checkKey({ environmentId })).toMatchObject({ verdict });
    expect(desk.seen).toHaveLength(1);
  });

  it('that is echoed does not show it', async () => {
    const desk = await deskOnServer((_request, socket) =>
      socket.write(rawAnswer(401, JSON.stringify({ message: `No such key ${deskKey}` }))),
    );
    expect(await desk.keyCheck.checkKey({ environmentId })).toMatchObject({
      verdict: 'key_refused',
      detail: 'No such key [key removed]',
    });
  });

  it('of which there is none asks nobody', async () => {
    const desk = await deskOnServer(undefined, { keychain: createMemoryStore() });
    expect(await desk.keyCheck.checkKey({ environmentId })).toMatchObject({
      verdict: 'no_key',
      status: null,
    });
    expect(desk.seen).toEqual([]);
  });

  it('where nobody listens', async () => {
    const gone = await startRawServer(() => undefined);
    await gone.close();
    const desk = createSendingDesk({ url: gone.url });
    expect(await desk.keyCheck.checkKey({ environmentId })).toMatchObject({
      verdict: 'unreachable',
      detail: expect.stringContaining('ECONNREFUSED') as string,
    });
  });

  it('at a host that is none of the API', async () => {
    for (const url of [
      'https://dashboard-03.braze.com',
      'https://sdk.iad-03.braze.com',
      'http://example.com',
    ]) {
      const desk = createSendingDesk({ environment: { host: { kind: 'custom', url } } });
      expect(await desk.keyCheck.checkKey({ environmentId })).toMatchObject({
        verdict: 'not_rest_host',
        status: null,
      });
    }
    const stopped = createSendingDesk({ url: null });
    expect(await stopped.keyCheck.checkKey({ environmentId })).toMatchObject({
      verdict: 'unreachable',
    });
  });

  it('of an environment that is gone', async () => {
    const desk = await deskOnServer();
    await expect(desk.keyCheck.checkKey({ environmentId: 'gone' })).rejects.toMatchObject({
      code: 'environment_unknown',
    });
  });
});
