import { readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { OutcomeChange, RowDifference, RunComparison } from '#shared/domain/run-comparison';
import { useTempFolders } from '../../files/testing/temp-folder';
import { rawAnswer, startRawServer } from '../../transport/testing/raw-server';
import { runPaths } from '../run-paths';
import { byUser, createRunsDesk, namedIn, usersCsv } from '../testing/runs-desk';

const tempFolder = useTempFolders();
const apiKey = 'c0ffee00-1234-4abc-9def-0123456789ab';

/** A server that refuses calls which name one of these users, and a desk. */
async function setUp() {
  const refused = new Set<string>();
  /** Kept back until they are let go. */
  const held: (() => void)[] = [];
  const state = { hold: false };
  const server = await startRawServer(({ body }, socket) => {
    const bad = namedIn(body).some((user) => refused.has(user));
    const answer = bad
      ? rawAnswer(400, `{"message":"no such user, said ${apiKey}"}`)
      : rawAnswer(201, '{"dispatch_id":"5f0c","message":"success"}');
    if (state.hold) held.push(() => socket.write(answer));
    else socket.write(answer);
  });
  const folder = await tempFolder();
  const desk = createRunsDesk({ folder, url: server.url, apiKey });
  onTestFinished(async () => {
    for (const answer of held) answer();
    await desk.end();
    await server.close();
  });
  const compare = async (left: string, right: string): Promise<RunComparison> =>
    await desk.runs.compare({ comparison: crypto.randomUUID(), left, right });
  const rowsOf = async (
    { comparison }: RunComparison,
    changes: readonly OutcomeChange[] = [],
  ): Promise<readonly RowDifference[]> => {
    const all: RowDifference[] = [];
    for (let from: number | null = 0; from !== null;) {
      const page = await desk.runs.differences({
        comparison,
        from,
        count: 2,
        changes: [...changes],
      });
      all.push(...page.rows);
      from = page.next;
    }
    return all;
  };
  return { ...desk, server, folder, refused, state, held, compare, rowsOf };
}
const people = (rows: readonly RowDifference[]) =>
  rows.map(({ identifier, left, right }) => [identifier, left?.outcome, right?.outcome]);

describe('two runs over the same file', () => {
  it('are told apart row by row, with what was said of each', async () => {
    const { begin, rest, runs, refused, compare, rowsOf } = await setUp();
    const users = Array.from({ length: 9 }, (_, row) => `u${row}`);
    const first = await begin(usersCsv(users), { settings: { concurrency: 4 } });
    await rest(first);
    refused.add('u2').add('u7');
    const again = await begin(usersCsv(users), { settings: { concurrency: 4 } });
    await rest(again);

    const found = await compare(first, again);
    expect(found).toMatchObject({
      matchedBy: 'row',
      alike: 7,
      differing: 2,
      nameless: { left: 0, right: 0 },
      same: { template: true, environment: true, dataFile: true, mapping: true, settings: true },
      changes: [{ left: 'accepted', right: 'refused', count: 2 }],
    });
    const rows = await rowsOf(found);
    expect(people(rows)).toEqual([
      ['u2', 'accepted', 'refused'],
      ['u7', 'accepted', 'refused'],
    ]);
    expect(rows[0]).toMatchObject({
      left: { index: 2, status: 201 },
      right: { index: 2, status: 400 },
    });
    // What the server said reaches the page without the key.
    expect(rows[0]?.right?.text).toContain('no such user');
    expect(JSON.stringify([found, rows])).not.toContain(apiKey);

    for (const { run, ...figures } of [found.left, found.right]) {
      const { createdAt, elapsedMs } = await runs.get({ runId: run.id });
      expect(figures.callsMade).toBe(9);
      expect(figures.latency.p50).toBeGreaterThan(0);
      expect(figures.latency.p99).toBeLessThanOrEqual(figures.latency.max ?? 0);
      expect(figures.rowsPerSecond).toBeCloseTo(9000 / elapsedMs, 3);
      expect(Date.parse(figures.startedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(createdAt));
      expect(figures.endedAt! >= figures.startedAt!).toBe(true);
    }
    expect(found.left.templateSha256).toBe(found.right.templateSha256);
    expect(found.left.dataSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('of which one repeats the failures of the other have the rest in one of them only', async () => {
    const { begin, rest, runs, refused, compare, rowsOf } = await setUp();
    refused.add('u1').add('u3');
    const first = await begin(usersCsv(['u0', 'u1', 'u2', 'u3', 'u4']));
    await rest(first);
    refused.delete('u1');
    const repeated = await runs.repeatFailures({
      runId: first,
      outcomes: ['refused'],
      confirmations: [],
    });
    if (!repeated.started) throw new Error('not started');
    await rest(repeated.run.id);

    const found = await compare(first, repeated.run.id);
    expect(found).toMatchObject({ matchedBy: 'row', alike: 1, differing: 1 });
    expect(people(await rowsOf(found))).toEqual([['u1', 'refused', 'accepted']]);
    const only = { left: 'accepted', right: null } as const;
    expect(found.changes).toContainEqual({ ...only, count: 3 });
    expect(people(await rowsOf(found, [only]))).toEqual([
      ['u0', 'accepted', undefined],
      ['u2', 'accepted', undefined],
      ['u4', 'accepted', undefined],
    ]);
  });
});

describe('two runs over different files', () => {
  const before = ['row,mail,who', '1,,u0', '2,,u1', '3,,u2', '4,,u1', '5,,'];
  const after = usersCsv(['u9', 'u2', 'u1', 'u0']);
  const mapping = [{ ...byUser, column: 'who' }];

  it('are matched by whom their rows name, the nth row of a user with the nth', async () => {
    const { begin, rest, refused, compare, rowsOf } = await setUp();
    const first = await begin(before, { mapping });
    await rest(first);
    refused.add('u1');
    const second = await begin(after, {
      body: { campaign_id: '11111111-2222-4333-8444-555555555555' },
    });
    await rest(second);
    const found = await compare(first, second);
    expect(found).toMatchObject({
      matchedBy: 'user',
      alike: 2,
      differing: 1,
      nameless: { left: 1, right: 0 },
      same: { template: false, dataFile: false, mapping: false, environment: true },
    });
    expect(people(await rowsOf(found))).toEqual([['u1', 'accepted', 'refused']]);
    const all = await rowsOf(found, [
      { left: 'accepted', right: 'refused' },
      { left: 'accepted', right: null },
      { left: null, right: 'accepted' },
    ]);
    expect(people(all)).toEqual([
      ['u1', 'accepted', 'refused'],
      ['u1', 'accepted', undefined],
      ['u9', undefined, 'accepted'],
    ]);
    expect(all[1]?.left?.index).toBe(3);
  });

  it.each(['is gone', 'is another one'])(
    'also where a file %s: what was sent says whom',
    async (what) => {
      const { begin, rest, runs, refused, compare, rowsOf } = await setUp();
      const first = await begin(usersCsv(['u0', 'u1', 'u2', 'u3']), { settings: { batch: 3 } });
      await rest(first);
      refused.add('u0');
      const second = await begin(usersCsv(['u3', 'u0']));
      await rest(second);
      const { dataPath } = await runs.get({ runId: first });
      if (what === 'is gone') await rm(dataPath);
      // Of the same length, so that only its content tells.
      else await writeFile(dataPath, `${usersCsv(['x0', 'x1', 'x2', 'x3']).join('\n')}\n`);
      const found = await compare(first, second);
      expect(found).toMatchObject({ alike: 1, differing: 1, matchedBy: 'user' });
      const [row] = await rowsOf(found);
      expect([row?.left?.outcome, row?.right?.outcome]).toEqual(['accepted', 'refused']);
      expect(row?.identifier).toBe('u0');
    },
  );
});

describe('a comparison', () => {
  it('waits for no run that is at work, and knows none that is not there', async () => {
    const { begin, rest, state, held, compare } = await setUp();
    const first = await begin(usersCsv(['u0']));
    await rest(first);
    state.hold = true;
    const second = await begin(usersCsv(['u0']));
    await expect(compare(first, second)).rejects.toMatchObject({ code: 'run_state' });
    await expect.poll(() => held.length).toBe(1);
    state.hold = false;
    held[0]?.();
    await rest(second);
    await expect(compare(first, second)).resolves.toMatchObject({ differing: 0, changes: [] });
    await expect(compare(first, crypto.randomUUID())).rejects.toMatchObject({
      code: 'run_unknown',
    });
  });

  it('is kept until it is ended, or three others are, and leaves nothing behind', async () => {
    const mine = async () =>
      (await readdir(tmpdir())).filter((name) => name.startsWith('dispatch-desk-compare-'));
    const before = new Set(await mine());
    const { begin, rest, runs, compare, rowsOf, end } = await setUp();
    const first = await begin(usersCsv(['u0', 'u1']));
    await rest(first);
    const made: RunComparison[] = [];
    for (let count = 0; count < 4; count += 1) made.push(await compare(first, first));
    const [oldest, second, third] = made as [RunComparison, RunComparison, RunComparison];
    await expect(rowsOf(oldest)).rejects.toMatchObject({ code: 'comparison_unknown' });
    await expect(rowsOf(second)).resolves.toEqual([]);
    await runs.endComparison({ comparison: third.comparison });
    await runs.endComparison({ comparison: third.comparison });
    await expect(rowsOf(third)).rejects.toMatchObject({ code: 'comparison_unknown' });
    expect((await mine()).filter((name) => !before.has(name))).toHaveLength(2);
    await end();
    expect((await mine()).filter((name) => !before.has(name))).toEqual([]);
  });

  it('that is ended while it is made takes its traces with it', async () => {
    const { begin, rest, runs, folder, published } = await setUp();
    const first = await begin(usersCsv(['u0']));
    await rest(first);
    const comparison = crypto.randomUUID();
    const making = runs.compare({ comparison, left: first, right: first });
    const told = expect(making).rejects.toMatchObject({ code: 'call_cancelled' });
    await runs.endComparison({ comparison });
    await told;
    expect(published.some(({ name }) => name === 'comparison.progressed')).toBe(false);
    expect(await readdir(runPaths(folder, first).folder)).not.toContain('both.bin');
  });
});
