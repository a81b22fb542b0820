import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createSandbox } from '#sandbox/create-sandbox';
import { useTempFolders } from '../files/testing/temp-folder';
import { silentLog } from '../log/log';
import { createSharedQuotaStore } from '../sending/shared-quota-store';
import { createRunsDesk, usersCsv } from './testing/runs-desk';

const tempFolder = useTempFolders();
const people = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, row) => `${name}${row}`);

/** Two desks on one home, as the app and the command line are, on a server with a small quota. */
async function setUp(quotaWindow: { readonly limit: number; readonly lengthMs: number }) {
  const sandbox = await createSandbox({ now: Date.now, quotaWindow });
  const home = await tempFolder();
  const folder = join(home, 'runs');
  await mkdir(folder);
  const desks = [0, 1].map(() =>
    createRunsDesk({
      folder,
      url: sandbox.url,
      apiKey: sandbox.apiKey,
      store: createSharedQuotaStore(join(home, 'quota.sqlite'), silentLog),
    }),
  );
  onTestFinished(async () => {
    for (const desk of desks) await desk.end();
    await sandbox.stop();
  });
  const [app, cli] = desks;
  if (app === undefined || cli === undefined) throw new Error('no desks');
  const arrived = () =>
    sandbox.received().flatMap(({ status, body }) => {
      const { recipients } = body as { recipients: { external_user_id: string }[] };
      return recipients.map(({ external_user_id: user }) => ({ status, user }));
    });
  return { app, cli, arrived };
}

it('two programs on one home keep within one quota between them', async () => {
  const { app, cli, arrived } = await setUp({ limit: 24, lengthMs: 4000 });
  const wish = { settings: { concurrency: 4 } };
  const [one, other] = await Promise.all([
    app.run(usersCsv(people('a', 20)), wish),
    cli.run(usersCsv(people('b', 20)), wish),
  ]);
  expect([one.rows.accepted, other.rows.accepted]).toEqual([20, 20]);
  expect(arrived().filter(({ status }) => status === 429)).toEqual([]);
  const users = arrived().map(({ user }) => user);
  expect(new Set(users).size).toBe(40);
  expect(users).toHaveLength(40);
}, 60_000);

it('a run that two take up at once is taken up by one', async () => {
  const { app, cli, arrived } = await setUp({ limit: 10_000, lengthMs: 60_000 });
  const id = await app.begin(usersCsv(people('u', 60)));
  await expect.poll(() => arrived().length, { timeout: 10_000 }).toBeGreaterThan(3);
  await app.runs.pause({ runId: id });
  const both = await Promise.allSettled(
    [app, cli].map((desk) => desk.runs.resume({ runId: id, confirmations: [] })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = both.find((one) => one.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'run_locked' });
  await Promise.all([app.runs.ended(id), cli.runs.ended(id)]);
  expect(await app.runs.get({ runId: id })).toMatchObject({
    state: 'finished',
    rows: { accepted: 60, unknown: 0 },
  });
  const users = arrived().map(({ user }) => user);
  expect(users).toHaveLength(60);
  expect(new Set(users).size).toBe(60);
});
