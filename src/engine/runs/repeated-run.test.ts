import { mkdtemp, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Environment } from '#shared/domain/environment';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import type { RunStart } from '#shared/ipc/contract-runs';
import type { GivenConfirmation } from '../sending/gate';
import { sampleRequest } from '../sending/testing/sample-request';
import { rawAnswer, startRawServer } from '../transport/testing/raw-server';
import { runPaths } from './run-paths';
import { byUser, campaign, createRunsDesk } from './testing/runs-desk';

let server: Awaited<ReturnType<typeof startRawServer>>;
let answer: string;
let folder: string;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A desk with the guard, over a server and a folder that others may share. */
async function openDesk(
  environment: Partial<Environment> = {},
  more: { readonly duplicateMinutes?: number; readonly shared?: boolean } = {},
) {
  if (more.shared !== true) {
    answer = rawAnswer(201, '{"dispatch_id":"5f0c"}');
    const started = await startRawServer((_request, socket) => {
      socket.write(answer);
    });
    server = started;
    ends.push(() => started.close());
    folder = await mkdtemp(join(tmpdir(), 'desk-repeated-'));
  }
  const desk = createRunsDesk({
    folder,
    url: server.url,
    environment: { duplicateGuard: true, ...environment },
    ...more,
  });
  ends.unshift(() => desk.end());
  const start = async (
    users: readonly string[] = ['qa-1', 'qa-2'],
    over: Partial<OutgoingRequest> = {},
    confirmations: GivenConfirmation[] = [],
  ): Promise<RunStart> => {
    const path = join(folder, `users-${crypto.randomUUID()}.csv`);
    await writeFile(path, `external_user_id\n${users.join('\n')}\n`);
    const { file } = await desk.runs.addFile(path);
    return await desk.runs.start({
      environmentId: desk.environment.id,
      request: sampleRequest({ campaign_id: campaign }, over),
      file,
      options: {},
      mapping: [byUser],
      batch: 1,
      concurrency: 1,
      reservePercent: 0,
      stopAfter: null,
      confirmations,
      rowsTotal: null,
    });
  };
  /** Starts it, which has to succeed, and lets it end. */
  const run = async (...wish: Parameters<typeof start>): Promise<string> => {
    const started = await start(...wish);
    if (!started.started) throw new Error(JSON.stringify(started.report));
    await desk.runs.ended(started.run.id);
    return started.run.id;
  };
  return { ...desk, start, run };
}

const calls = (): number => server.seen.length;

describe('a run of the same request over the same data', () => {
  it('asks, and begins with a yes to just that run', async () => {
    const desk = await openDesk();
    const first = await desk.run();
    expect(calls()).toBe(2);

    const asked = await desk.start();
    expect(asked).toMatchObject({
      started: false,
      report: {
        verdict: 'needs_confirmation',
        confirmations: [
          {
            kind: 'duplicate',
            phrases: [first],
            before: {
              of: 'run',
              id: first,
              state: 'finished',
              rowsSent: 2,
              requestName: 'Welcome',
            },
          },
        ],
      },
    });
    expect(await desk.start(undefined, {}, [{ kind: 'duplicate', text: '' }])).toMatchObject({
      started: false,
    });
    expect(calls()).toBe(2);

    const yes: GivenConfirmation[] = [{ kind: 'duplicate', text: first }];
    const second = await desk.run(undefined, {}, yes);
    expect(calls()).toBe(4);
    // Since then there is the second.
    expect(await desk.start(undefined, {}, yes)).toMatchObject({
      report: { confirmations: [{ phrases: [second] }] },
    });
  });

  it('is found by the survey, before it is begun', async () => {
    const desk = await openDesk();
    const id = await desk.run();
    const path = join(folder, 'again.csv');
    await writeFile(path, 'external_user_id\nqa-1\nqa-2\n');
    const { file } = await desk.runs.addFile(path);
    const survey = async (over: Partial<OutgoingRequest> = {}) =>
      await desk.runs.survey({
        survey: crypto.randomUUID(),
        environmentId: desk.environment.id,
        request: sampleRequest({ campaign_id: campaign }, over),
        file,
        options: {},
        mapping: [byUser],
        batch: 50,
        concurrency: 1,
        reservePercent: 0,
        stopAfter: null,
      });
    expect((await survey()).report.confirmations).toMatchObject([{ before: { id } }]);
    expect(
      (await survey({ bodyText: JSON.stringify({ campaign_id: campaign, broadcast: false }) }))
        .report.confirmations,
    ).toEqual([]);
  });

  it('is the same with other comments, blanks and names', async () => {
    const desk = await openDesk();
    const id = await desk.run();
    const bodyText = `{ // again\n "campaign_id": "{{c}}" }`;
    const variables = [{ name: 'c', value: campaign, kind: 'text' as const }];
    expect(await desk.start(undefined, { bodyText, variables, name: 'Other' })).toMatchObject({
      report: { confirmations: [{ phrases: [id] }] },
    });
  });

  it('is another with other data or another body', async () => {
    const desk = await openDesk();
    await desk.run();
    const trigger = JSON.stringify({ campaign_id: campaign, trigger_properties: { a: 1 } });
    await desk.run(['qa-1', 'qa-2', 'qa-3']);
    await desk.run(undefined, { bodyText: trigger });
    expect(calls()).toBe(7);
  });

  it('that is at work now asks, and of two begun at once one is', async () => {
    const desk = await openDesk();
    const users = Array.from({ length: 200 }, (_, row) => `qa-${row}`);
    const both = await Promise.all([desk.start(users), desk.start(users)]);
    const begun = both.flatMap((one) => (one.started ? [one.run.id] : []));
    expect(begun).toHaveLength(1);
    expect(both.find(({ started }) => !started)).toMatchObject({
      report: { confirmations: [{ before: { id: begun[0], state: 'running' } }] },
    });
    await desk.runs.ended(begun[0] ?? '');
    expect(calls()).toBe(200);
  });

  it('that no row of left is no repeat', async () => {
    const desk = await openDesk();
    answer = rawAnswer(400, '{"message":"no"}');
    const refused = await desk.run();
    expect(await desk.outcomes(refused)).toEqual(['refused', 'refused']);
    expect((await desk.start()).started).toBe(true);
  });

  it.each([
    ['a second within', -599, false],
    ['a second past', -601, true],
    ['in the future, after the clock was set back', 3600, false],
  ])('that sent last %s the limit', async (_name, seconds, starts) => {
    const desk = await openDesk();
    const { journal } = runPaths(folder, await desk.run());
    const at = Date.now() / 1000 + seconds;
    await utimes(journal, at, at);
    expect((await desk.start()).started).toBe(starts);
  });

  it.each([
    ['the environment has no guard', { duplicateGuard: false }, {}],
    ['the time is 0', {}, { duplicateMinutes: 0 }],
    ['it is another environment', { id: 'other' }, {}],
  ])('is not asked about where %s', async (_name, environment, more) => {
    const first = await openDesk();
    await first.run();
    const desk = await openDesk(environment, { ...more, shared: true });
    expect((await desk.start()).started).toBe(true);
  });

  it('asks nothing when rows that were not taken are repeated, or a run goes on', async () => {
    const desk = await openDesk();
    answer = rawAnswer(400, '{"message":"no"}');
    const refused = await desk.run();
    answer = rawAnswer(201, '{"dispatch_id":"5f0d"}');
    const again = await desk.runs.repeatFailures({
      runId: refused,
      outcomes: ['refused'],
      confirmations: [],
    });
    expect(again.started).toBe(true);
    if (again.started) await desk.runs.ended(again.run.id);
    // It sent the rows of that file: the next whole run over it is a repeat.
    expect(await desk.start()).toMatchObject({ started: false });
  });
});
