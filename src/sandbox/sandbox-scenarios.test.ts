import { connect } from 'node:net';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { hugeAnswerBytes } from './deliver';
import type { Sandbox } from './sandbox';
import type { ScenarioId } from './scenarios';
import { scenarios } from './scenarios';
import type { CallResult } from './testing/call-sandbox';
import { callSandbox, legalBody, lookUp } from './testing/call-sandbox';
import { startSandbox, testKey, testNow } from './testing/start-sandbox';

/** The expected status of every scenario that answers. */
const statuses: Readonly<Record<ScenarioId, number | null>> = {
  accepted: 201,
  minor_errors: 201,
  paused_notice: 201,
  archived_notice: 201,
  queued: 202,
  bad_request: 400,
  invalid_campaign: 400,
  unauthorized: 401,
  unauthorized_echo: 401,
  forbidden: 403,
  not_found: 404,
  payload_too_large: 413,
  unsupported_media: 415,
  rate_limited: 429,
  rate_limited_bare: 429,
  server_error: 500,
  bad_gateway: 502,
  unavailable: 503,
  timeout: 504,
  hang: null,
  slow_drip: 201,
  dropped: null,
  dropped_midbody: 201,
  huge: 201,
  broken_json: 201,
  html: 200,
  bad_utf8: 201,
  redirect: 302,
};
const answering = scenarios
  .map(({ id }) => id)
  .filter((id) => statuses[id] !== null && id !== 'dropped_midbody' && id !== 'huge');

async function under(
  scenario: ScenarioId,
  call: Parameters<typeof callSandbox>[1] = {},
): Promise<CallResult & { sandbox: Sandbox }> {
  const sandbox = await startSandbox({ scenario });
  return { ...(await callSandbox(sandbox, call)), sandbox };
}

/** Reads an answer byte for byte; `whole` is false when the connection ended before its end. */
function rawCall(sandbox: Sandbox): Promise<{ status: number; bytes: Buffer; whole: boolean }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${sandbox.url}/campaigns/trigger/send`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'application/json' },
    });
    outgoing.once('error', reject);
    outgoing.once('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.once('error', () => undefined);
      incoming.once('close', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          bytes: Buffer.concat(chunks),
          whole: incoming.complete,
        }),
      );
    });
    outgoing.end(JSON.stringify(legalBody));
  });
}

describe('each scenario', () => {
  it.each(answering)('%s answers with its status, and is journalled', async (scenario) => {
    const { status, sandbox } = await under(scenario);
    expect(status).toBe(statuses[scenario]);
    expect(sandbox.received()).toMatchObject([{ scenario, status, body: legalBody }]);
  });

  it.each(answering.filter((id) => !id.startsWith('rate_limited')))(
    '%s tells the quota in its headers',
    async (scenario) => {
      const { headers } = await under(scenario);
      expect(headers.get('x-ratelimit-limit')).toBe('250000');
      const hourEnd = Math.ceil(testNow / 3_600_000) * 3600;
      expect(headers.get('x-ratelimit-reset')).toBe(String(hourEnd));
    },
  );

  it.each(answering)('%s can be chosen for one request', async (scenario) => {
    const sandbox = await startSandbox();
    const headers = { 'X-Sandbox-Scenario': scenario };
    expect((await callSandbox(sandbox, { headers })).status).toBe(statuses[scenario]);
    expect(sandbox.scenario()).toBe('accepted');
    expect((await callSandbox(sandbox)).status).toBe(201);
  });
});

describe('accepting scenarios', () => {
  it('minor_errors adds errors to an accepted call', async () => {
    const { json } = await under('minor_errors');
    expect(json).toMatchObject({ message: 'success', dispatch_id: expect.any(String) as unknown });
    expect(json?.['errors']).toEqual([expect.any(String)]);
  });

  it('the notices say why nothing goes out', async () => {
    expect((await under('paused_notice')).json?.['notice']).toMatch(/^The campaign is paused\./);
    const sandbox = await startSandbox({ scenario: 'archived_notice' });
    const body = {
      canvas_id: 'e3a90f57-20bc-6d18-a4f2-9c51d07b8e66',
      recipients: [{ external_user_id: 'qa-1' }],
    };
    const canvas = await callSandbox(sandbox, { path: '/canvas/trigger/send', body });
    expect(canvas.json?.['notice']).toBe(
      'The Canvas is archived. Unarchive the Canvas to ensure trigger requests will take effect.',
    );
  });

  it('a notice leaves no send_id, for nothing goes out', async () => {
    const body = { campaign_id: legalBody.campaign_id, broadcast: true };
    const { json } = await under('paused_notice', { body });
    expect(Object.keys(json ?? {})).toEqual(['notice', 'dispatch_id', 'message']);
  });

  it('queued has its own message', async () => {
    expect((await under('queued')).json).toEqual({ message: 'queued' });
  });

  it('do not let a bad key or body pass', async () => {
    for (const { id } of scenarios.filter(({ kind }) => kind === 'shape')) {
      const sandbox = await startSandbox({ scenario: id });
      const wrongKey = { headers: { authorization: 'Bearer wrong' } };
      expect((await callSandbox(sandbox, wrongKey)).status).toBe(401);
      expect((await callSandbox(sandbox, { body: {} })).status).toBe(400);
    }
  });

  it('leave look-ups alone', async () => {
    for (const { id } of scenarios) {
      const sandbox = await startSandbox({ scenario: id });
      expect((await lookUp(sandbox, '/campaigns/list')).status).toBe(200);
    }
  });
});

describe('refusing scenarios', () => {
  it('unauthorized_echo repeats the key in body and header', async () => {
    const { text, headers } = await under('unauthorized_echo');
    expect(text).toContain(testKey);
    expect(headers.get('x-sandbox-echo')).toBe(testKey);
  });

  it('rate_limited has nothing left, rate_limited_bare says nothing', async () => {
    const told = await under('rate_limited');
    expect(told.headers.get('x-ratelimit-remaining')).toBe('0');
    const reset = Number(told.headers.get('x-ratelimit-reset')) * 1000 - testNow;
    expect(reset).toBeGreaterThan(0);
    expect(reset).toBeLessThan(10_000);
    const { headers } = await under('rate_limited_bare');
    const names = [...headers.keys()].filter((name) => /rate|retry/.test(name));
    expect(names).toEqual([]);
  });

  it('redirect points to another path of the same sandbox', async () => {
    const { headers, sandbox } = await under('redirect');
    expect(headers.get('location')).toBe(`${sandbox.url}/redirected`);
  });
});

describe('spoilt answers', () => {
  it('slow_drip arrives whole in the end', async () => {
    const { json } = await under('slow_drip');
    expect(json).toMatchObject({ message: 'success' });
  });

  it('broken_json is no JSON', async () => {
    const { json, text } = await under('broken_json');
    expect(json).toBeUndefined();
    expect(text).toMatch(/^\{"dispatch_id"/);
  });

  it('html is a page', async () => {
    const { headers, text } = await under('html');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).toMatch(/^<!doctype html>/);
  });

  it('bad_utf8 is JSON but for its bytes', async () => {
    const { bytes } = await rawCall(await startSandbox({ scenario: 'bad_utf8' }));
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow(TypeError);
    expect(JSON.parse(bytes.toString('latin1'))).toMatchObject({ message: 'succÿþ' });
  });

  it('huge is 50 MB of correct JSON', async () => {
    const { status, bytes, whole } = await rawCall(await startSandbox({ scenario: 'huge' }));
    expect([status, whole, bytes.length]).toEqual([201, true, hugeAnswerBytes]);
    expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({ message: 'success' });
  });

  it('a caller may leave in the middle of huge', async () => {
    const sandbox = await startSandbox({ scenario: 'huge' });
    const leave = new AbortController();
    const response = await fetch(`${sandbox.url}/campaigns/trigger/send`, {
      method: 'POST',
      headers: { authorization: `Bearer ${testKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(legalBody),
      signal: leave.signal,
    });
    leave.abort();
    await expect(response.text()).rejects.toThrow();
    sandbox.setScenario('accepted');
    expect((await callSandbox(sandbox)).status).toBe(201);
  });

  it('dropped_midbody ends after half of the answer', async () => {
    const sandbox = await startSandbox({ scenario: 'dropped_midbody' });
    const { status, bytes, whole } = await rawCall(sandbox);
    expect([status, whole]).toEqual([201, false]);
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.toString()).toMatch(/^\{"dispatch_id"/);
    expect(sandbox.received()).toMatchObject([{ scenario: 'dropped_midbody', status: 201 }]);
  });

  it('dropped ends before the answer, with the request on record', async () => {
    const sandbox = await startSandbox({ scenario: 'dropped' });
    await expect(callSandbox(sandbox)).rejects.toThrow();
    expect(sandbox.received()).toMatchObject([
      { scenario: 'dropped', status: null, body: legalBody },
    ]);
  });
});

describe('scenarios that never answer', () => {
  it('hang is on record while the caller waits, and ends with the sandbox', async () => {
    let arrived = (): void => undefined;
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const sandbox = await startSandbox({ scenario: 'hang', journal: () => arrived() });
    const call = callSandbox(sandbox).then(
      () => 'answered',
      () => 'broken off',
    );
    await arrival;
    expect(sandbox.received()).toMatchObject([{ scenario: 'hang', status: null }]);
    await sandbox.stop();
    expect(await call).toBe('broken off');
  });

  it('hang ends when the caller gives up, and the next call is served', async () => {
    const leave = new AbortController();
    const sandbox = await startSandbox({ scenario: 'hang', journal: () => leave.abort() });
    await expect(callSandbox(sandbox, { signal: leave.signal })).rejects.toThrow();
    sandbox.setScenario('accepted');
    expect((await callSandbox(sandbox)).status).toBe(201);
  });
});

describe('choosing a scenario', () => {
  it('takes effect from the next call on', async () => {
    const sandbox = await startSandbox();
    expect((await callSandbox(sandbox)).status).toBe(201);
    sandbox.setScenario('server_error');
    expect((await callSandbox(sandbox)).status).toBe(500);
    expect(sandbox.scenario()).toBe('server_error');
  });

  it('refuses what it does not know', async () => {
    const sandbox = await startSandbox();
    expect(() => sandbox.setScenario('nonsense')).toThrow(
      expect.objectContaining({ code: 'invalid_input' }),
    );
    expect(sandbox.scenario()).toBe('accepted');
    await expect(startSandbox({ scenario: '' })).rejects.toMatchObject({ code: 'invalid_input' });
    const result = await callSandbox(sandbox, { headers: { 'x-sandbox-scenario': 'nonsense' } });
    expect(result).toMatchObject({
      status: 400,
      json: { message: 'Unknown sandbox scenario: nonsense' },
    });
  });

  it('applies to schedules and, on request, to look-ups', async () => {
    const sandbox = await startSandbox({ scenario: 'unavailable' });
    const body = { ...legalBody, schedule: { time: '2031-04-03T08:00:00Z' } };
    const path = '/campaigns/trigger/schedule/create';
    expect((await callSandbox(sandbox, { path, body })).status).toBe(503);
    const headers = { 'x-sandbox-scenario': 'broken_json' };
    const list = await callSandbox(sandbox, { method: 'GET', path: '/campaigns/list', headers });
    expect(list.json).toBeUndefined();
  });
});

describe('a request that breaks off', () => {
  it('is on record without a status', async () => {
    let arrived = (): void => undefined;
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const sandbox = await startSandbox({ journal: () => arrived() });
    const socket = connect(sandbox.port, '127.0.0.1');
    const head = ['POST /campaigns/trigger/send HTTP/1.1', 'Host: x', 'Content-Length: 100'];
    socket.write(`${head.join('\r\n')}\r\n\r\n{"campaign`, () => socket.destroy());
    await arrival;
    expect(sandbox.received()).toMatchObject([{ status: null, bodySha256: null, body: null }]);
  });
});
