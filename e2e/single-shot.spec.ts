import { startDroppingServer } from './dropping-server';
import type { Ending } from './dropping-server';
import { expect, test } from './fixtures';
import type { DeskApp } from './fixtures';

const endings: readonly Ending[] = ['close', 'reset', 'half close', 'status 408'];

/** An environment for that server, with a key for this session; its id. */
async function addEnvironment(app: DeskApp, url: string): Promise<string> {
  return app.page.evaluate(async (address) => {
    const created = await window.desk.request('environments.create', {
      name: 'Dropping',
      color: 'blue',
      host: { kind: 'custom', url: address },
      production: false,
      variables: [],
      testUsers: [],
      reservePercent: 10,
      timeoutMs: 10_000,
    });
    if (!created.ok) throw new Error(created.error.code);
    const { id } = created.value;
    const key = 'a-key-for-this-session-only';
    await window.desk.request('secrets.set', { environmentId: id, key, keep: 'session' });
    return id;
  }, url);
}

/** Sends to one named recipient; the outcome, or the error's code. */
async function send(app: DeskApp, environmentId: string, recipient: string): Promise<string> {
  return app.page.evaluate(
    async ([id, user]) => {
      const body = {
        campaign_id: '4f2a1c3e-9b7d-4e6f-8a1b-2c3d4e5f6a7b',
        recipients: [{ external_user_id: user, trigger_properties: {} }],
      };
      const sent = await window.desk.request('dispatch.send', {
        attemptId: crypto.randomUUID(),
        environmentId: id ?? '',
        request: {
          endpoint: '/campaigns/trigger/send',
          bodyText: JSON.stringify(body),
          variables: [],
          name: null,
          ref: null,
        },
        confirmations: [],
      });
      return sent.ok ? sent.value.outcome : sent.error.code;
    },
    [environmentId, recipient],
  );
}

for (const ending of endings) {
  test(`a connection that was kept and then ends by ${ending} brings nothing twice`, async ({
    app,
  }) => {
    const server = await startDroppingServer(ending);
    const environment = await addEnvironment(app, server.url);
    expect(await send(app, environment, 'first')).toBe('accepted');
    const outcome = await send(app, environment, 'second');
    expect(outcome).toBe(ending === 'status 408' ? 'refused' : 'unknown');
    // A third, as proof that nothing of the second is still on its way.
    await send(app, environment, 'third');
    const bodies = server.arrivals.map(({ body }) => /first|second|third/.exec(body)?.[0]);
    expect(bodies).toEqual(['first', 'second', 'third']);
    expect(new Set(server.arrivals.map(({ connection }) => connection)).size).toBe(3);
    await server.stop();
  });
}

test('calls at the same time do not cut each other off', async ({ app }) => {
  const server = await startDroppingServer('close');
  const environment = await addEnvironment(app, server.url);
  const names = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'];
  const outcomes = await Promise.all(names.map((name) => send(app, environment, name)));
  expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
  expect(server.arrivals).toHaveLength(names.length);
  for (const name of names) {
    expect(server.arrivals.filter(({ body }) => body.includes(`"${name}"`))).toHaveLength(1);
  }
  await server.stop();
});

test('Chromium left to itself does send twice, which is why', async ({ app }) => {
  const server = await startDroppingServer('close');
  await app.electron.evaluate(async ({ session }, url) => {
    const own = session.fromPartition('left-to-itself');
    const post = (body: string) =>
      own.fetch(url, { method: 'POST', body }).then(
        (response) => response.text(),
        (error: unknown) => String(error),
      );
    await post('first');
    await post('second');
  }, server.url);
  expect(server.arrivals.map(({ body }) => body)).toEqual(['first', 'second', 'second']);
  await server.stop();
});
