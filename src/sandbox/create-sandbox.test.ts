import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ENDPOINTS } from '#shared/braze/endpoints';
import { readRateLimitHeaders } from '#shared/braze/rate-limit-headers';
import { createSandbox } from './create-sandbox';
import type { JournalEntry } from './journal';
import type { CallResult } from './testing/call-sandbox';
import { callSandbox, legalBody, lookUp } from './testing/call-sandbox';
import { createTestClock, startSandbox, testKey, testNow } from './testing/start-sandbox';

function told(result: CallResult): unknown[] {
  const reading = readRateLimitHeaders(result.headers, testNow);
  return [result.status, reading.limit, reading.remaining, reading.resetAtMs];
}

describe('createSandbox', () => {
  it('makes its own key and takes a free port on loopback', async () => {
    const sandbox = await createSandbox({ now: () => testNow });
    onTestFinished(() => sandbox.stop());
    expect(sandbox.apiKey).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(sandbox.url).toBe(`http://127.0.0.1:${sandbox.port}`);
    expect((await callSandbox(sandbox)).status).toBe(201);
  });

  it('makes the key from the given randomness', async () => {
    const random = (size: number): Uint8Array => new Uint8Array(size).fill(0xab);
    const sandbox = await createSandbox({ now: () => testNow, random });
    onTestFinished(() => sandbox.stop());
    expect(sandbox.apiKey).toBe('abababab-abab-abab-abab-abababababab');
  });

  it('says that a port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(startSandbox({ port })).rejects.toMatchObject({
      name: 'DeskError',
      code: 'port_taken',
      params: { port },
    });
  });

  it('frees its port, at once and for good, however often it is stopped', async () => {
    const first = await startSandbox();
    await callSandbox(first);
    await Promise.all([first.stop(), first.stop()]);
    await first.stop();
    await expect(callSandbox(first)).rejects.toThrow();
    const second = await startSandbox({ port: first.port });
    expect(second.port).toBe(first.port);
  });

  it.each([
    { port: -1 },
    { port: 65_536 },
    { port: 1.5 },
    { port: Number.NaN },
    { latencyMs: -1 },
    { latencyMs: 2 ** 31 },
    { dripMs: Number.POSITIVE_INFINITY },
    { quotaHour: -1 },
    { quotaBroadcast: 0.5 },
    { quotaAudience: Number.NaN },
    { quotaWindowMs: 0 },
    { apiKey: '' },
    { apiKey: 'two words' },
    { apiKey: '"quoted"' },
    { apiKey: 'líne' },
    { scenario: 'nonsense' },
  ])('refuses %o', async (options) => {
    await expect(startSandbox(options)).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('knows every endpoint of the table', async () => {
    const sandbox = await startSandbox();
    for (const { method, path } of ENDPOINTS) {
      const { status } = await callSandbox(sandbox, { method, path, body: {} });
      expect([path, status === 200 || status === 400]).toEqual([path, true]);
    }
  });

  it('keeps two sandboxes apart', async () => {
    const one = await startSandbox({ apiKey: 'key-of-one', quotaHour: 5 });
    const two = await startSandbox({ apiKey: 'key-of-two', quotaHour: 5, scenario: 'queued' });
    expect((await callSandbox(one)).status).toBe(201);
    expect((await callSandbox(two)).status).toBe(202);
    const crossed = { headers: { authorization: 'Bearer key-of-one' } };
    expect((await callSandbox(two, crossed)).status).toBe(401);
    expect(one.received()).toHaveLength(1);
    expect((await callSandbox(one)).headers.get('x-ratelimit-remaining')).toBe('3');
  });
});

describe('latency', () => {
  it('holds answers back; stop does not wait for it', async () => {
    let arrived = (): void => undefined;
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const sandbox = await startSandbox({ latencyMs: 2 ** 31 - 1, journal: () => arrived() });
    const call = callSandbox(sandbox).then(
      () => 'answered',
      () => 'broken off',
    );
    await arrival;
    await sandbox.stop();
    expect(await call).toBe('broken off');
  });

  it('can be changed while running', async () => {
    const sandbox = await startSandbox({ latencyMs: 2 ** 31 - 1 });
    sandbox.setLatency(20);
    const before = performance.now();
    expect((await callSandbox(sandbox)).status).toBe(201);
    expect(performance.now() - before).toBeGreaterThanOrEqual(19);
    expect(() => sandbox.setLatency(-1)).toThrow(
      expect.objectContaining({ code: 'invalid_input' }),
    );
  });
});

describe('quotas', () => {
  const hourEnd = Date.UTC(2031, 3, 2, 11);
  const minuteEnd = Date.UTC(2031, 3, 2, 10, 21);

  it('count the hour on the clock and refuse with 429', async () => {
    const clock = createTestClock();
    const sandbox = await startSandbox({ now: clock.now, quotaHour: 2 });
    expect(told(await callSandbox(sandbox))).toEqual([201, 2, 1, hourEnd]);
    expect(told(await lookUp(sandbox, '/campaigns/list'))).toEqual([200, 2, 0, hourEnd]);
    const refused = await callSandbox(sandbox);
    expect(told(refused)).toEqual([429, 2, 0, hourEnd]);
    expect(refused.json).toEqual({ message: 'Rate Limited' });
    clock.advance(hourEnd - testNow);
    expect(told(await callSandbox(sandbox))).toEqual([201, 2, 1, hourEnd + 3_600_000]);
  });

  it('have shorter hours on request', async () => {
    const clock = createTestClock();
    const sandbox = await startSandbox({ now: clock.now, quotaHour: 1, quotaWindowMs: 10_000 });
    expect(told(await callSandbox(sandbox))).toEqual([201, 1, 0, testNow + 10_000]);
    expect((await callSandbox(sandbox)).status).toBe(429);
    clock.advance(10_000);
    expect((await callSandbox(sandbox)).status).toBe(201);
  });

  it('count broadcasts to one audience and over all audiences, on the minute', async () => {
    const clock = createTestClock();
    const sandbox = await startSandbox({ now: clock.now, quotaBroadcast: 3, quotaAudience: 2 });
    const to = (value: string): object => ({
      body: {
        campaign_id: legalBody.campaign_id,
        broadcast: true,
        audience: { push_subscription_status: { comparison: 'is', value } },
      },
    });
    expect(told(await callSandbox(sandbox, to('opted_in')))).toEqual([201, 2, 1, minuteEnd]);
    expect(told(await callSandbox(sandbox, to('opted_in')))).toEqual([201, 2, 0, minuteEnd]);
    expect(told(await callSandbox(sandbox, to('opted_in')))).toEqual([429, 2, 0, minuteEnd]);
    expect(told(await callSandbox(sandbox, to('subscribed')))).toEqual([201, 3, 0, minuteEnd]);
    expect(told(await callSandbox(sandbox, to('unsubscribed')))).toEqual([429, 3, 0, minuteEnd]);
    expect(told(await callSandbox(sandbox))).toEqual([201, 250_000, 249_999, hourEnd]);
    clock.advance(minuteEnd - testNow);
    expect((await callSandbox(sandbox, to('opted_in'))).status).toBe(201);
  });

  it('allow 100 send ids a day', async () => {
    const sandbox = await startSandbox();
    const body = { campaign_id: legalBody.campaign_id };
    const create = (): Promise<CallResult> =>
      callSandbox(sandbox, { path: '/sends/id/create', body });
    const midnight = Date.UTC(2031, 3, 3);
    expect(told(await create())).toEqual([201, 100, 99, midnight]);
    for (let i = 0; i < 98; i += 1) await create();
    expect(told(await create())).toEqual([201, 100, 0, midnight]);
    expect(told(await create())).toEqual([429, 100, 0, midnight]);
  });

  it('count refused bodies but not foreign keys or unknown paths', async () => {
    const sandbox = await startSandbox({ quotaHour: 10 });
    const left = async (call: Parameters<typeof callSandbox>[1]): Promise<unknown> =>
      (await callSandbox(sandbox, call)).headers.get('x-ratelimit-remaining');
    expect(await left({ headers: { authorization: 'Bearer wrong' } })).toBe('10');
    expect(await left({ path: '/nowhere' })).toBe('10');
    expect(await left({ body: '{' })).toBe('9');
    expect(await left({ body: {} })).toBe('8');
    expect(await left({ headers: { 'x-sandbox-scenario': 'server_error' } })).toBe('7');
  });

  it('hold when many calls come at once', async () => {
    const sandbox = await startSandbox({ quotaHour: 25 });
    const results = await Promise.all(Array.from({ length: 60 }, () => callSandbox(sandbox)));
    expect(results.filter(({ status }) => status === 201)).toHaveLength(25);
    expect(results.filter(({ status }) => status === 429)).toHaveLength(35);
  });
});

describe('the journal', () => {
  it('proves what arrived', async () => {
    const sandbox = await startSandbox();
    const body = {
      ...legalBody,
      recipients: [1, 2, 3].map((i) => ({ external_user_id: `qa-${i}` })),
    };
    const text = JSON.stringify(body, null, 2);
    await callSandbox(sandbox, { body: text });
    expect(sandbox.received()).toEqual([
      {
        at: '2031-04-02T10:20:30.000Z',
        method: 'POST',
        path: '/campaigns/trigger/send',
        scenario: 'accepted',
        status: 201,
        bodySha256: createHash('sha256').update(text).digest('hex'),
        recipients: 3,
        body,
        bodyText: null,
      },
    ]);
  });

  it('has one line for each request in the file, refused ones included', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'journal.ndjson');
    const sandbox = await startSandbox({ journal: path });
    await callSandbox(sandbox);
    await callSandbox(sandbox, { body: 'not\njson' });
    await callSandbox(sandbox, { path: '/nowhere?x=1', method: 'GET' });
    await callSandbox(sandbox, { headers: { 'content-type': 'x' } });
    await callSandbox(sandbox, { body: new Uint8Array(5_000_000) });
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    const entries = lines.map((line) => JSON.parse(line) as JournalEntry);
    expect(entries).toEqual(sandbox.received());
    expect(entries).toMatchObject([
      { status: 201, recipients: 1 },
      { status: 400, body: null, bodyText: 'not\njson' },
      { status: 404, method: 'GET', path: '/nowhere?x=1' },
      { status: 415, body: legalBody },
      { status: 413, body: null, bodyText: null },
    ]);
  });

  it('never holds a key, right or wrong', async () => {
    const lines: string[] = [];
    const sandbox = await startSandbox({ journal: (line) => lines.push(line) });
    const foreign = 'foreign-key-of-a-real-workspace';
    await callSandbox(sandbox, { body: { ...legalBody, api_key: testKey } });
    await callSandbox(sandbox, { path: `/campaigns/list?api_key=${testKey}`, method: 'GET' });
    await callSandbox(sandbox, { body: `{"api_key": ${testKey}` });
    await callSandbox(sandbox, { body: JSON.stringify({ k: testKey }).replace('t', '\\u0074') });
    await callSandbox(sandbox, {
      headers: { authorization: `Bearer ${foreign}` },
      body: { ...legalBody, api_key: foreign },
    });
    expect(lines).toHaveLength(5);
    const all = lines.join('\n') + JSON.stringify(sandbox.received());
    expect(all).not.toContain(testKey);
    expect(all).not.toContain(foreign);
  });

  it('accepts nothing that it cannot record', async () => {
    const sandbox = await startSandbox({
      journal: () => {
        throw new Error('no space left');
      },
    });
    expect(await callSandbox(sandbox)).toMatchObject({
      status: 500,
      json: { message: 'Internal Server Error' },
    });
    expect(sandbox.received()).toEqual([]);
  });
});
