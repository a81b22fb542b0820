import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Environment } from '#shared/domain/environment';
import type { AppProblem } from '#shared/ipc/contract';
import { silentLog } from '../log/log';
import { createSendingDesk, deskKey, type DeskSettings } from '../sending/testing/sending-desk';
import { type SeenRequest, rawAnswer, startRawServer } from '../transport/testing/raw-server';
import { createLookupCache } from './lookup-cache';
import { createLookups } from './service';

const environmentId = 'staging';

interface ServedTarget {
  readonly id: string;
  readonly name: string;
  readonly archived?: boolean;
}

/** A server with these campaigns and Canvases, `size` to a page. */
function serveLists(
  campaigns: readonly ServedTarget[],
  canvases: readonly ServedTarget[] = [],
  size = 100,
) {
  return ({ head }: SeenRequest, socket: Socket): void => {
    const url = new URL(head.split(' ')[1] ?? '', 'http://desk.invalid');
    const isCanvas = url.pathname === '/canvas/list';
    const archivedToo = url.searchParams.get('include_archived') === 'true';
    const page = Number(url.searchParams.get('page'));
    const all = (isCanvas ? canvases : campaigns).filter(
      ({ archived }) => archivedToo || archived !== true,
    );
    const entries = all
      .slice(page * size, (page + 1) * size)
      .map(({ id, name }) => ({ id, name, tags: ['t'], last_edited: '2026-01-01T00:00:00' }));
    const body = { message: 'success', [isCanvas ? 'canvases' : 'campaigns']: entries };
    socket.write(rawAnswer(200, JSON.stringify(body)));
  };
}

function named(count: number): ServedTarget[] {
  return Array.from({ length: count }, (_unused, index) => ({
    id: `id-${index}`,
    name: `Name ${index}`,
    archived: index % 3 === 0,
  }));
}

async function lookupsOn(
  onRequest: (request: SeenRequest, socket: Socket) => void,
  {
    folder = mkdtempSync(join(tmpdir(), 'desk-lookups-')),
    environment = {},
    ...settings
  }: DeskSettings & { readonly folder?: string; readonly environment?: Partial<Environment> } = {},
) {
  const server = await startRawServer(onRequest);
  onTestFinished(() => server.close());
  const desk = createSendingDesk({ url: server.url, environment, ...settings });
  const problems = new Map<string, AppProblem>();
  const cache = createLookupCache({
    folder,
    now: desk.now,
    problems: {
      set: (problem) => void problems.set(problem.id, problem),
      clear: (id) => void problems.delete(id),
    },
  });
  const lookups = createLookups({ ...desk, cache, log: silentLog });
  return { ...desk, lookups, folder, problems, server };
}

describe('reading the lists', () => {
  it('takes every page, and finds out which are archived', async () => {
    const { lookups, server } = await lookupsOn(serveLists(named(250), named(3)));
    const view = await lookups.refresh({ environmentId });
    expect(view.campaigns.entries).toHaveLength(250);
    expect(view.campaigns.entries.filter(({ archived }) => archived)).toHaveLength(84);
    expect(view.canvases.entries.map(({ name }) => name)).toEqual(['Name 0', 'Name 1', 'Name 2']);
    expect(view.campaigns.fetchedAtMs).toBeTypeOf('number');
    expect(view.refreshing).toBe(false);
    expect(server.seen.every(({ head }) => head.startsWith('GET /'))).toBe(true);
  });

  it('is not bound to 100 names a page', async () => {
    const { lookups } = await lookupsOn(serveLists(named(45), [], 10));
    expect((await lookups.refresh({ environmentId })).campaigns.entries).toHaveLength(45);
  });

  it('ends where a server gives the same page for ever', async () => {
    const page = JSON.stringify({ campaigns: [{ id: 'a', name: 'A' }], canvases: [] });
    const { lookups, server } = await lookupsOn((_request, socket) =>
      socket.write(rawAnswer(200, page)),
    );
    const view = await lookups.refresh({ environmentId });
    expect(view.campaigns.entries.map(({ id }) => id)).toEqual(['a']);
    expect(server.seen.length).toBeLessThan(10);
  });

  it('draws on the quota as any other call', async () => {
    const { lookups, limiter, server } = await lookupsOn(serveLists(named(5)));
    await lookups.refresh({ environmentId });
    const quota = await limiter.get({ environmentId });
    expect(quota?.remaining).toBe(250_000 - server.seen.length);
  });

  it('says how far it has come', async () => {
    const { lookups, published } = await lookupsOn(serveLists(named(250)));
    await lookups.refresh({ environmentId });
    const counts = published
      .filter(({ name }) => name === 'lookups.progressed')
      .map(({ payload }) => (payload as { campaigns: number }).campaigns);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts.at(-1)).toBe(250);
    expect(published.at(-1)).toEqual({ name: 'lookups.changed', payload: { environmentId } });
  });

  it.each<readonly [string, string, string]>([
    ['no JSON', rawAnswer(200, '<html>'), 'answer_unreadable'],
    ['a list of JSON', rawAnswer(200, '[]'), 'answer_unreadable'],
    ['another API', rawAnswer(200, '{"ok":true}'), 'answer_unreadable'],
    ['no list', rawAnswer(200, '{"campaigns":{},"canvases":7}'), 'answer_unreadable'],
    ['401', rawAnswer(401, '{"message":"Invalid API key"}'), 'call_refused'],
    ['403', rawAnswer(403, '{"message":"Access Denied"}'), 'call_refused'],
    ['429', rawAnswer(429, '{}'), 'call_rate_limited'],
    ['500', rawAnswer(500, ''), 'call_refused'],
    [
      'more than is read',
      rawAnswer(200, `{"campaigns":["${'x'.repeat(17_000_000)}"]}`),
      'answer_too_large',
    ],
  ])(
    'leaves the old list and says why when it is answered with %s',
    async (_name, answer, code) => {
      let broken = false;
      const good = serveLists(named(2));
      const { lookups } = await lookupsOn((request, socket) => {
        if (broken) socket.write(answer);
        else good(request, socket);
      });
      const before = await lookups.refresh({ environmentId });
      broken = true;
      const after = await lookups.refresh({ environmentId });
      expect(after.campaigns.entries).toEqual(before.campaigns.entries);
      expect(after.campaigns.fetchedAtMs).toBe(before.campaigns.fetchedAtMs);
      expect(after.campaigns.failure?.error.code).toBe(code);
      // After a 429 the window has to end first.
      if (code === 'call_rate_limited') return;
      broken = false;
      expect((await lookups.refresh({ environmentId })).campaigns.failure).toBeNull();
    },
  );

  it('keeps one list where only the other is refused', async () => {
    const good = serveLists(named(2), named(1));
    const { lookups } = await lookupsOn((request, socket) => {
      if (request.head.startsWith('GET /canvas/')) socket.write(rawAnswer(403, '{}'));
      else good(request, socket);
    });
    const { campaigns, canvases } = await lookups.refresh({ environmentId });
    expect(campaigns.entries).toHaveLength(2);
    expect(campaigns.failure).toBeNull();
    expect(canvases.fetchedAtMs).toBeNull();
    expect(canvases.failure?.error).toMatchObject({
      code: 'call_refused',
      params: { status: 403 },
    });
  });

  it('passes over entries that are none', async () => {
    const body = { campaigns: [{ id: 'a', name: 7 }, null, 3, { name: 'no id' }, { id: '' }] };
    const { lookups } = await lookupsOn((_request, socket) =>
      socket.write(rawAnswer(200, JSON.stringify({ ...body, canvases: [] }))),
    );
    expect((await lookups.refresh({ environmentId })).campaigns.entries).toEqual([
      { id: 'a', name: '', tags: [], lastEdited: null, apiCampaign: false, archived: false },
    ]);
  });

  it('ends when it is cancelled, with the lists as they were', async () => {
    let lookups: Awaited<ReturnType<typeof lookupsOn>>['lookups'] | null = null;
    const desk = await lookupsOn(() => void lookups?.cancel({ environmentId }));
    ({ lookups } = desk);
    const view = await lookups.refresh({ environmentId });
    expect(view.campaigns).toEqual({ fetchedAtMs: null, entries: [], failure: null });
    expect(view.refreshing).toBe(false);
  });

  it('is done once for two who ask at the same time', async () => {
    const { lookups, server } = await lookupsOn(serveLists(named(1)));
    await Promise.all([lookups.refresh({ environmentId }), lookups.refresh({ environmentId })]);
    const seen = server.seen.length;
    await lookups.refresh({ environmentId });
    expect(server.seen).toHaveLength(seen * 2);
  });

  it('ends with the program', async () => {
    let heard: (() => void) | null = null;
    const asked = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const { lookups } = await lookupsOn(() => heard?.());
    const refresh = lookups.refresh({ environmentId });
    await asked;
    await lookups.shutdown();
    expect((await refresh).campaigns.fetchedAtMs).toBeNull();
  });
});

describe('offline', () => {
  it('everything is there after a new start, with its age', async () => {
    const first = await lookupsOn(serveLists(named(4), named(2)));
    const before = await first.lookups.refresh({ environmentId });
    const again = await lookupsOn(() => undefined, { folder: first.folder });
    const view = await again.lookups.list({ environmentId });
    expect(view.campaigns).toEqual(before.campaigns);
    expect(view.canvases).toEqual(before.canvases);
    expect(again.server.seen).toEqual([]);
  });

  it('nobody there is a failure beside the list', async () => {
    const { lookups, server } = await lookupsOn(serveLists(named(4)));
    await lookups.refresh({ environmentId });
    await server.close();
    const { campaigns } = await lookups.refresh({ environmentId });
    expect(campaigns.entries).toHaveLength(4);
    expect(campaigns.failure?.error).toMatchObject({
      code: 'call_failed',
      params: { reason: 'refused_connection' },
    });
  });

  it('names of another host are not shown', async () => {
    const custom = (url: string) => ({ host: { kind: 'custom', url } }) as const;
    const first = await lookupsOn(serveLists(named(1)));
    const own = await lookupsOn(serveLists(named(2)), {
      folder: first.folder,
      environment: custom(first.server.url),
    });
    await own.lookups.refresh({ environmentId });
    const moved = await lookupsOn(() => undefined, {
      folder: first.folder,
      environment: custom('https://rest.elsewhere.example'),
    });
    expect((await moved.lookups.list({ environmentId })).campaigns.entries).toEqual([]);
  });

  it.each([
    ['broken JSON', '{"version": 1, "campaign": {'],
    ['no object', '[1]'],
    ['nothing', ''],
    ['another version', '{"version": "old"}'],
  ])('a file with %s is kept, named, and started beside', async (_name, text) => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-lookups-'));
    writeFileSync(join(folder, `${environmentId}.json`), text);
    const { lookups, problems } = await lookupsOn(serveLists(named(2)), { folder });
    expect((await lookups.list({ environmentId })).campaigns.entries).toEqual([]);
    expect([...problems.values()]).toMatchObject([{ area: 'lookups', code: 'file_broken' }]);
    const view = await lookups.refresh({ environmentId });
    expect(view.campaigns.entries).toHaveLength(2);
    const kept = readdirSync(folder).filter((name) => name.includes('.broken-'));
    expect(kept.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([text]);
  });

  it('a file of a newer version is left alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-lookups-'));
    const file = join(folder, `${environmentId}.json`);
    writeFileSync(file, '{"version": 2}');
    const { lookups, problems } = await lookupsOn(serveLists(named(2)), { folder });
    const view = await lookups.refresh({ environmentId });
    expect(view.campaigns.failure?.error.code).toBe('file_newer');
    expect([...problems.values()]).toMatchObject([{ code: 'file_newer' }]);
    expect(readFileSync(file, 'utf8')).toBe('{"version": 2}');
  });

  it('a file with parts of the wrong shape gives the rest, and says where', async () => {
    const first = await lookupsOn(serveLists(named(2), named(1)));
    await first.lookups.refresh({ environmentId });
    const file = join(first.folder, `${environmentId}.json`);
    const content = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...content, canvas: { entries: 7 } }));
    const { lookups, problems } = await lookupsOn(() => undefined, { folder: first.folder });
    const view = await lookups.list({ environmentId });
    expect(view.campaigns.entries).toHaveLength(2);
    expect(view.canvases.entries).toEqual([]);
    expect([...problems.values()]).toMatchObject([
      { code: 'file_broken', params: { path: '/canvas/fetchedAtMs' } },
    ]);
  });

  it('what another program has read since is not lost', async () => {
    const details = (name: string) => rawAnswer(200, JSON.stringify({ name, messages: {} }));
    const serve = (_request: SeenRequest, socket: Socket) => socket.write(details('One'));
    const first = await lookupsOn(serve);
    const second = await lookupsOn(serve, { folder: first.folder });
    await first.lookups.list({ environmentId });
    await second.lookups.details({ environmentId, kind: 'campaign', id: 'two' });
    await first.lookups.details({ environmentId, kind: 'campaign', id: 'one' });
    const { states } = await second.lookups.list({ environmentId });
    expect(Object.keys(states).sort()).toEqual(['one', 'two']);
  });
});

describe('details', () => {
  const answer = {
    message: 'success',
    name: 'Welcome',
    archived: false,
    draft: false,
    enabled: true,
    schedule_type: 'api_triggered',
    channels: ['email'],
    last_sent: '2026-08-30T17:41:55+00:00',
    messages: {
      v1: {
        channel: 'email',
        name: 'Email',
        subject: 'Hi {{api_trigger_properties.${first_name}}}',
      },
    },
  };

  it('are read, kept, and known offline with their contract', async () => {
    const { lookups, server } = await lookupsOn((_request, socket) =>
      socket.write(rawAnswer(200, JSON.stringify(answer))),
    );
    const id = 'a&b=c';
    const details = await lookups.details({ environmentId, kind: 'campaign', id });
    expect(server.seen[0]?.head).toMatch(/^GET \/campaigns\/details\?campaign_id=a%26b%3Dc HTTP/);
    expect(details).toMatchObject({ id, name: 'Welcome', enabled: true, channels: ['email'] });
    expect(details.contract).toEqual({
      complete: true,
      properties: [
        {
          name: 'first_name',
          required: true,
          list: false,
          open: false,
          children: [],
          places: [{ message: 'Email', field: 'subject' }],
        },
      ],
    });
    const known = await lookups.target({ environmentId, kind: 'campaign', id });
    expect(known.details).toEqual(details);
    expect((await lookups.target({ environmentId, kind: 'canvas', id })).details).toBeNull();
  });

  it('of a mebibyte and more are read whole', async () => {
    const large = { ...answer, description: 'x', filler: 'y'.repeat(3_000_000) };
    const { lookups } = await lookupsOn((_request, socket) =>
      socket.write(rawAnswer(200, JSON.stringify(large))),
    );
    const details = await lookups.details({ environmentId, kind: 'campaign', id: 'a' });
    expect(details.contract.properties).toHaveLength(1);
  });

  it.each<readonly [string, string, string]>([
    ['no name', rawAnswer(200, '{"messages":{}}'), 'answer_unreadable'],
    ['400', rawAnswer(400, '{"message":"Invalid Campaign ID"}'), 'call_refused'],
    ['no JSON', rawAnswer(200, 'x'), 'answer_unreadable'],
  ])('that are answered with %s fail, and the last known stay', async (_name, bad, code) => {
    let next = rawAnswer(200, JSON.stringify(answer));
    const { lookups } = await lookupsOn((_request, socket) => socket.write(next));
    const input = { environmentId, kind: 'campaign', id: 'a' } as const;
    await lookups.details(input);
    next = bad;
    await expect(lookups.details(input)).rejects.toMatchObject({ code });
    expect((await lookups.target(input)).details?.name).toBe('Welcome');
  });

  it('never hold a key that the server echoes', async () => {
    const echo = {
      ...answer,
      name: `Bearer ${deskKey}`,
      messages: { v: { subject: `{{${deskKey}}}` } },
    };
    const { lookups, folder } = await lookupsOn((_request, socket) =>
      socket.write(rawAnswer(200, JSON.stringify(echo))),
    );
    const details = await lookups.details({ environmentId, kind: 'campaign', id: 'a' });
    expect(details.name).toBe('Bearer [key removed]');
    const text = readFileSync(join(folder, `${environmentId}.json`), 'utf8');
    expect(text).not.toContain(deskKey);
    expect(text).not.toContain(Buffer.from(deskKey).toString('base64').slice(0, 20));
  });

  it('of an unknown environment are not asked for', async () => {
    const { lookups, server } = await lookupsOn(() => undefined);
    const input = { environmentId: 'gone', kind: 'canvas', id: 'a' } as const;
    await expect(lookups.details(input)).rejects.toMatchObject({ code: 'environment_unknown' });
    await expect(lookups.refresh(input)).rejects.toMatchObject({ code: 'environment_unknown' });
    await expect(lookups.target(input)).rejects.toMatchObject({ code: 'environment_unknown' });
    expect(server.seen).toEqual([]);
  });
});
