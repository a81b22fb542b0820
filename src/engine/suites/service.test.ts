import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Dispatch } from '#shared/domain/dispatch';
import type { SuiteProgress } from '#shared/domain/suite-view';
import type { ParsedInput } from '#shared/ipc/contract';
import { createCollections } from '../collections/service';
import { createTrash } from '../collections/trash';
import { useTempFolders } from '../files/testing/temp-folder';
import { silentLog } from '../log/log';
import { deskOnServer } from '../sending/testing/desk-on-server';
import { campaignId, sampleRequest } from '../sending/testing/sample-request';
import type { DeskSettings } from '../sending/testing/sending-desk';
import { rawAnswer } from '../transport/testing/raw-server';
import { createSuites } from './service';
import { createSuiteResults } from './suite-results';

const tempFolder = useTempFolders();
const request = (body: object): string =>
  JSON.stringify({
    endpoint: '/campaigns/trigger/send',
    variables: [{ name: 'locale', value: 'xx', kind: 'text' }],
    body,
  });
const toOne = {
  campaign_id: campaignId,
  recipients: [{ external_user_id: '{{channel}}-1' }],
  trigger_properties: { locale: '{{locale}}', run: '{{$uuid}}' },
};
const everyone = {
  campaign_id: campaignId,
  broadcast: true,
  trigger_properties: toOne.trigger_properties,
};
const suite = `// four of them
{
  "request": "../Receipt.jsonc",
  "axes": [
    { "variable": "locale", "values": ["en", "de"] },
    { "variable": "channel", "values": ["push", "email"] } // and no sms
  ]
}`;

/** A desk with a collection that has a request and a suite of it. */
async function setUp(
  body: object = toOne,
  onRequest?: Parameters<typeof deskOnServer>[0],
  settings?: DeskSettings,
  suiteText = suite,
) {
  const desk = await deskOnServer(onRequest, settings);
  const folder = await tempFolder();
  const home = await tempFolder();
  const put = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  await put('Receipt.jsonc', request(body));
  await put('Shop/Four.suite.jsonc', suiteText);
  const collections = createCollections({
    folders: [folder],
    saveFolders: () => Promise.resolve(),
    trash: createTrash({ folder: join(home, 'trash'), uuid: desk.uuid, now: Date.now }),
    publish: () => undefined,
    log: silentLog,
    watchFolder: () => () => Promise.resolve(),
  });
  const [collection] = await collections.list();
  const ref = { root: collection?.id ?? '', path: 'Shop/Four.suite.jsonc' };
  const make = () =>
    createSuites({
      ...desk,
      dispatch: desk.dispatches,
      collections,
      results: createSuiteResults({ folder: join(home, 'suites'), log: silentLog, now: Date.now }),
    });
  const suites = make();
  const order = (over: Partial<ParsedInput<'suites.run'>> = {}): ParsedInput<'suites.run'> => ({
    ref,
    environmentId: 'staging',
    only: null,
    fingerprint: null,
    confirmations: [],
    ...over,
  });
  const run = async (over: Partial<ParsedInput<'suites.run'>> = {}) => {
    const started = await suites.run(order(over));
    if (started.started) await suites.ended(ref);
    return started;
  };
  const names = (): (string | null)[] =>
    desk
      .rows()
      .map(({ requestName }: Dispatch) => requestName)
      .reverse();
  const progress = (): SuiteProgress[] =>
    desk.published
      .filter(({ name }) => name === 'suite.progressed')
      .map(({ payload }) => payload as SuiteProgress);
  return { ...desk, folder, put, ref, suites, make, order, run, names, progress };
}

describe('a suite', () => {
  it('sends each case as a dispatch of its own, in order, with its values', async () => {
    const desk = await setUp();
    expect(await desk.run()).toMatchObject({ started: true, progress: { total: 4 } });
    expect(desk.names()).toEqual([
      'Receipt · en · push',
      'Receipt · en · email',
      'Receipt · de · push',
      'Receipt · de · email',
    ]);
    const bodies = desk.seen.map(({ body }) => JSON.parse(body) as typeof toOne);
    expect(bodies.map((one) => one.recipients[0]?.external_user_id)).toEqual([
      'push-1',
      'email-1',
      'push-1',
      'email-1',
    ]);
    expect(bodies.map((one) => one.trigger_properties.locale)).toEqual(['en', 'en', 'de', 'de']);
    expect(desk.progress().at(-1)).toMatchObject({ state: 'ended', reason: null, done: 4 });
  });

  it('keeps the latest result apart from the collection, and another start finds it', async () => {
    const desk = await setUp();
    await desk.run();
    const { results } = await desk.make().read(desk.ref);
    expect(Object.values(results).map(({ outcome, status }) => [outcome, status])).toEqual(
      Array(4).fill(['accepted', 201]),
    );
    expect(
      Object.values(results)
        .map(({ dispatchRow }) => dispatchRow)
        .sort(),
    ).toEqual(
      desk
        .rows()
        .map(({ id }) => id)
        .sort(),
    );
    expect(await readFile(join(desk.folder, desk.ref.path), 'utf8')).toBe(suite);
  });

  it('runs some of its cases and keeps the results of the others', async () => {
    const desk = await setUp();
    await desk.run();
    const before = await desk.suites.read(desk.ref);
    const keys = Object.keys(before.results).slice(1, 2);
    await desk.run({ only: keys });
    expect(desk.seen).toHaveLength(5);
    const { results } = await desk.suites.read(desk.ref);
    expect(Object.keys(results).sort()).toEqual(Object.keys(before.results).sort());
    for (const [key, { dispatchRow }] of Object.entries(results)) {
      expect(dispatchRow === before.results[key]?.dispatchRow).toBe(!keys.includes(key));
    }
  });

  it('has the texts of a refusal', async () => {
    const desk = await setUp(toOne, (_request, socket) => {
      socket.write(rawAnswer(400, '{"message":"Invalid campaign","errors":["no such locale"]}'));
    });
    await desk.run();
    const [first] = Object.values((await desk.suites.read(desk.ref)).results);
    expect(first).toMatchObject({ outcome: 'refused', status: 400 });
    expect(first?.texts).toEqual(expect.arrayContaining(['Invalid campaign', 'no such locale']));
  });

  it('is patched, and not when the file is another', async () => {
    const desk = await setUp();
    const { revision } = await desk.suites.read(desk.ref);
    const change = {
      kind: 'addValues',
      axis: 1,
      values: [{ value: 'sms', kind: 'text' }],
    } as const;
    const edit = {
      ref: desk.ref,
      baseRevision: revision,
      change: { ...change, values: [...change.values] },
    };
    const view = await desk.suites.edit(edit);
    expect(view.content).toMatchObject({ ok: true, expansion: { cases: { length: 6 } } });
    const text = await readFile(join(desk.folder, desk.ref.path), 'utf8');
    expect(text).toBe(suite.replace('"email"]', '"email", "sms"]'));
    await expect(desk.suites.edit(edit)).rejects.toThrow('file_changed');
  });

  it('is made beside its request', async () => {
    const desk = await setUp();
    const about = { root: desk.ref.root, path: 'Receipt.jsonc' };
    const ref = await desk.suites.create({ request: about, name: 'Nine', comment: 'a\n}b' });
    expect(ref.path).toBe('Nine.suite.jsonc');
    expect(await desk.suites.read(ref)).toMatchObject({
      content: { ok: true },
      request: { name: 'Receipt', ref: about, placeholders: ['channel', 'locale', '$uuid'] },
    });
  });

  it.each([
    ['no request', suite.replace('../Receipt', 'Gone'), 'not_found'],
    ['a way out', suite.replace('../Receipt', '../../Receipt'), 'not_found'],
    ['broken JSON', '{', 'suite_broken'],
    ['an axis without values', suite.replace('"en", "de"', ''), 'suite_broken'],
  ])('that has %s sends nothing', async (_name, text, code) => {
    const desk = await setUp(toOne, undefined, {}, text);
    await expect(desk.suites.run(desk.order())).rejects.toThrow(code);
    expect(desk.seen).toEqual([]);
  });
});

describe('what is confirmed for a suite', () => {
  const typed = [
    { kind: 'blast_radius' as const, text: campaignId },
    { kind: 'production' as const, text: 'Live' },
  ];
  const live = { environment: { production: true, name: 'Live' } };

  it('is asked for once, and holds for all cases', async () => {
    const desk = await setUp(everyone, undefined, live);
    const asked = await desk.run();
    if (asked.started) throw new Error('nothing was asked');
    expect(asked.check.report).toMatchObject({
      verdict: 'needs_confirmation',
      blastRadius: { kind: 'segment' },
      confirmations: [{ kind: 'blast_radius' }, { kind: 'production' }],
    });
    expect(desk.seen).toEqual([]);
    const { fingerprint } = asked.check;
    expect((await desk.run({ fingerprint, confirmations: typed.slice(1) })).started).toBe(false);
    expect((await desk.run({ fingerprint: 'x', confirmations: typed })).started).toBe(false);
    expect(desk.seen).toEqual([]);
    expect((await desk.run({ fingerprint, confirmations: typed })).started).toBe(true);
    expect(desk.seen).toHaveLength(4);
  });

  it('is void when a body is another by then', async () => {
    const desk = await setUp(everyone, undefined, live);
    const asked = await desk.run();
    const fingerprint = asked.started ? '' : asked.check.fingerprint;
    await desk.put('Receipt.jsonc', request({ ...everyone, trigger_properties: { more: 1 } }));
    const again = await desk.run({ fingerprint, confirmations: typed });
    expect(again.started).toBe(false);
    expect(desk.seen).toEqual([]);
  });

  it('ends where the environment becomes another while cases run', async () => {
    const environment = {
      production: true,
      name: 'Live',
      variables: [{ name: 'v', value: '1', kind: 'text' as const }],
    };
    const desk = await setUp({ ...everyone, trigger_properties: { v: '{{v}}' } }, undefined, {
      environment,
    });
    const asked = await desk.run();
    const fingerprint = asked.started ? '' : asked.check.fingerprint;
    await desk.suites.run(desk.order({ fingerprint, confirmations: typed }));
    Object.assign(desk.environment, { variables: [{ name: 'v', value: '2', kind: 'text' }] });
    await desk.suites.ended(desk.ref);
    expect(desk.progress().at(-1)).toMatchObject({ state: 'ended', reason: 'changed' });
    expect(desk.seen.length).toBeLessThan(4);
    for (const { body } of desk.seen) expect(body).toContain('"v":"1"');
  });

  it('does not help without a key: nothing is sent, and the reason is said once', async () => {
    const desk = await setUp(toOne, undefined, { environment: { id: 'other' } });
    const asked = await desk.suites.run(desk.order({ environmentId: 'other' }));
    expect(asked).toMatchObject({
      started: false,
      check: { blocked: 4, report: { blocks: [{ code: 'secret', state: 'missing' }] } },
    });
    expect(desk.rows()).toEqual([]);
  });
});

describe('a suite that was sent before', () => {
  const fixed = { ...toOne, trigger_properties: { locale: '{{locale}}' } };
  const guarded = { environment: { duplicateGuard: true } };

  it('asks once for all cases, and leaves with a yes to just those', async () => {
    const desk = await setUp(fixed, undefined, guarded);
    expect((await desk.run()).started).toBe(true);
    const asked = await desk.run();
    if (asked.started) throw new Error('nothing was asked');
    const { fingerprint, report } = asked.check;
    expect(report.verdict).toBe('needs_confirmation');
    expect(report.confirmations.map(({ kind }) => kind)).toEqual(Array(4).fill('duplicate'));
    const yes = report.confirmations.flatMap((one) =>
      one.kind === 'duplicate' ? [{ kind: one.kind, text: one.phrases[0] }] : [],
    );
    const some = { fingerprint, confirmations: yes.slice(1) };
    expect((await desk.run(some)).started).toBe(false);
    expect(desk.seen).toHaveLength(4);
    expect((await desk.run({ fingerprint, confirmations: yes })).started).toBe(true);
    expect(desk.seen).toHaveLength(8);
    // Since then each was sent once more.
    expect((await desk.run({ fingerprint, confirmations: yes })).started).toBe(false);
    expect(desk.seen).toHaveLength(8);
  });

  it('asks for what was sent alone', async () => {
    const desk = await setUp(fixed, undefined, guarded);
    const body = JSON.stringify(fixed).replace('{{channel}}', 'push').replace('{{locale}}', 'de');
    const { id } = await desk.send({ ...sampleRequest(body), name: 'By hand' });
    const asked = await desk.run();
    expect(asked).toMatchObject({
      started: false,
      check: { report: { confirmations: [{ kind: 'duplicate', phrases: [id] }] } },
    });
  });

  it('sends cases that come to the same body, as each of them is meant', async () => {
    const same = { ...fixed, trigger_properties: { locale: 'en' } };
    const desk = await setUp(same, undefined, guarded);
    expect((await desk.run()).started).toBe(true);
    expect(desk.rows().map(({ outcome }) => outcome)).toEqual(Array(4).fill('accepted'));
  });
});

describe('stopping a suite', () => {
  it('lets the case on its way end and sends no other; asked again it cancels that one', async () => {
    let answer = (): void => undefined;
    const desk = await setUp(toOne, (_request, socket) => {
      answer = () => void socket.write(rawAnswer(201, '{"message":"success"}'));
      void desk.suites.stop(desk.ref);
      if (desk.seen.length === 1) answer();
      else void desk.suites.stop(desk.ref);
    });
    await desk.run();
    expect(desk.seen).toHaveLength(1);
    expect(desk.progress().at(-1)).toMatchObject({ state: 'ended', reason: 'asked', done: 1 });
    desk.seen.push(...desk.seen);
    await desk.run();
    const [latest] = desk.rows();
    expect(latest).toMatchObject({ outcome: 'unknown', failure: 'cancelled' });
  });

  it('is part of the end of the program', async () => {
    const desk = await setUp(toOne, () => undefined);
    await desk.suites.run(desk.order());
    await expect.poll(() => desk.seen.length).toBe(1);
    await expect(desk.suites.run(desk.order())).rejects.toThrow('suite_running');
    await desk.suites.shutdown();
    expect(desk.rows().map(({ outcome }) => outcome)).toEqual(['unknown']);
  });
});
