import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSandbox } from '#sandbox/create-sandbox';
import type { Sandbox } from '#sandbox/sandbox';
import type { Dispatch, DispatchSummary } from '#shared/domain/dispatch';
import { type Finished, type RunOptions, useDesk } from './testing/desk-process';

// Each test starts several programs, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const desk = useDesk();
const samples = join(import.meta.dirname, '../../resources/sample-collection');
const welcome = join(samples, 'Welcome.jsonc');
const broadcast = join(samples, 'Many people', 'Everyone in the segment (broadcast).jsonc');
const campaign = '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11';

let home = '';
let sandbox: Sandbox;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'desk-send-'));
  sandbox = await createSandbox({ now: Date.now });
});
afterEach(async () => {
  await sandbox.stop();
  await rm(home, { recursive: true, force: true });
});

const options = (): RunOptions => ({ env: { DESK_API_KEY: sandbox.apiKey, DESK_HOME: home } });
const send = (...args: string[]): Promise<Finished> =>
  desk.run(['send', '--url', sandbox.url, ...args], options());
const history = async (query: string): Promise<DispatchSummary[]> => {
  const { stdout } = await desk.run(['history', 'search', query, '--format', 'json'], options());
  return JSON.parse(stdout) as DispatchSummary[];
};
const printed = ({ stdout }: Finished): Dispatch => JSON.parse(stdout) as Dispatch;

/** Everything the program has written below a folder. */
async function writtenBelow(folder: string): Promise<Buffer> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  return Buffer.concat(
    await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name)))),
  );
}

describe('desk send', () => {
  it('sends once, prints the dispatch, and finds it again later', async () => {
    const finished = await send(welcome);
    const dispatch = printed(finished);
    expect(dispatch).toMatchObject({
      outcome: 'accepted',
      status: 201,
      requestName: 'Welcome',
      targetId: campaign,
      production: false,
      errors: [],
      notice: null,
    });
    expect(dispatch.dispatchId).toMatch(/^[0-9a-f]{32}$/);
    expect(dispatch.elapsedMs).toBeGreaterThan(0);
    expect(finished.code).toBe(0);
    expect(sandbox.received()).toHaveLength(1);

    for (const query of ['qa-1001', dispatch.dispatchId ?? '']) {
      expect((await history(query)).map(({ id }) => id)).toEqual([dispatch.id]);
    }
    expect(await history('nobody-of-that-name')).toEqual([]);
    const shown = await desk.run(['history', 'show', dispatch.id, '--format', 'json'], options());
    expect(JSON.parse(printed(shown).sentBody)).toMatchObject({
      recipients: [{ external_user_id: 'qa-1001' }],
    });
    expect(await readFile(join(home, 'logs', 'desk.ndjson'), 'utf8')).not.toContain('qa-1001');
  });

  it('refuses a repeat and says what was sent before; --repeat sends it again', async () => {
    // The sandbox of the saved environments, with the guard that a person has turned on.
    const sandboxed = {
      id: 'sandbox',
      name: 'Sandbox',
      color: 'teal',
      host: { kind: 'sandbox' },
      production: false,
      variables: [],
      testUsers: [],
      reservePercent: 10,
      timeoutMs: 30_000,
      duplicateGuard: true,
    };
    const environments = { version: 1, environments: [sandboxed] };
    await writeFile(join(home, 'environments.json'), JSON.stringify(environments));
    const toSandbox = (...args: string[]): Promise<Finished> =>
      desk.run(['send', '--env', 'Sandbox', ...args], options());
    const first = await toSandbox(welcome);
    expect(first.code).toBe(0);

    const again = await toSandbox(welcome);
    expect(again.code).toBe(3);
    expect(printed(again)).toMatchObject({
      outcome: 'blocked',
      blocks: [{ code: 'confirmation', kind: 'duplicate' }],
    });
    expect(again.stderr).toContain(printed(first).dispatchId);
    expect(again.stderr).toContain(`desk history show ${printed(first).id}`);
    expect(again.stderr).toContain('To send it: --repeat');

    const tried = await toSandbox(welcome, '--dry-run');
    expect(tried.code).toBe(3);
    expect(JSON.parse(tried.stdout)).toMatchObject({
      verdict: 'needs_confirmation',
      confirmations: [{ kind: 'duplicate', phrases: [printed(first).id] }],
    });
    expect((await toSandbox(welcome, '--dry-run', '--repeat')).code).toBe(0);

    const repeated = await toSandbox(welcome, '--repeat');
    expect(printed(repeated).outcome).toBe('accepted');
    expect(repeated.code).toBe(0);
  });

  it('sends the same to a server on this machine as often as it is told to', async () => {
    for (const times of [1, 2]) {
      expect((await send(welcome)).code).toBe(0);
      expect(sandbox.received()).toHaveLength(times);
    }
  });

  it.each([
    ['queued', 0, 'queued'],
    ['paused_notice', 1, 'accepted_with_errors'],
    ['bad_request', 1, 'refused'],
    ['rate_limited', 1, 'rate_limited'],
    ['server_error', 1, 'failed'],
    ['dropped', 4, 'unknown'],
    ['hang', 4, 'unknown'],
  ])('ends the scenario %s with %i', async (scenario, code, outcome) => {
    sandbox.setScenario(scenario);
    const finished = await send(welcome, '--timeout', '1500');
    expect([scenario, printed(finished).outcome, finished.code]).toEqual([scenario, outcome, code]);
    expect(
      sandbox.received().filter(({ path }) => path === '/campaigns/trigger/send'),
    ).toHaveLength(1);
    if (code === 4) expect(finished.stderr).toContain('may have been accepted');
  });

  it('never shows or keeps the key, even when the server echoes it', async () => {
    sandbox.setScenario('unauthorized_echo');
    const { stdout, stderr, code } = await send(welcome);
    expect(code).toBe(1);
    expect(`${stdout}${stderr}`).not.toContain(sandbox.apiKey);
    expect((await writtenBelow(home)).includes(sandbox.apiKey)).toBe(false);
    const id = (JSON.parse(stdout) as Dispatch).id;
    const shown = await desk.run(['history', 'show', id], options());
    expect(shown.stdout).toContain('[key removed]');
    expect(shown.stdout).not.toContain(sandbox.apiKey);
  });

  it('says that nothing was reached where nothing listens', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const finished = await desk.run(
      ['send', welcome, '--url', `http://127.0.0.1:${port}`],
      options(),
    );
    expect(printed(finished)).toMatchObject({
      outcome: 'failed',
      failure: 'refused_connection',
      status: null,
    });
    expect(finished.code).toBe(1);
  });

  it('prints the dispatch to nobody and still tells its outcome', async () => {
    sandbox.setScenario('bad_request');
    const running = desk.start(['send', '--url', sandbox.url, welcome], options());
    running.child.stdout?.destroy();
    const { code, stderr } = await running.ended;
    expect(stderr).not.toMatch(/EPIPE|\n\s+at /);
    expect(code).toBe(1);
    expect(sandbox.received()).toHaveLength(1);
  });

  it('ends with 130 when it is interrupted, and keeps the dispatch as unknown', async () => {
    sandbox.setScenario('hang');
    const running = desk.start(['send', '--url', sandbox.url, welcome], options());
    await vi.waitFor(() => expect(sandbox.received()).toHaveLength(1), 15_000);
    running.child.kill('SIGINT');
    const finished = await running.ended;
    expect(finished.code).toBe(130);
    expect(printed(finished)).toMatchObject({ outcome: 'unknown', failure: 'cancelled' });
    expect(await history('')).toMatchObject([{ outcome: 'unknown' }]);
  });
});

describe('the gate', () => {
  it('asks before a broadcast, and lets it through for the exact words', async () => {
    const blocked = await send(broadcast);
    expect(blocked.code).toBe(3);
    expect(printed(blocked)).toMatchObject({
      outcome: 'blocked',
      blastRadius: { kind: 'segment' },
    });
    expect(blocked.stderr).toContain(`--confirm "${campaign}"`);
    expect((await send(broadcast, '--confirm', campaign.slice(1))).code).toBe(3);
    expect(sandbox.received()).toEqual([]);
    const confirmed = await send(broadcast, '--confirm', campaign);
    expect([confirmed.code, printed(confirmed).outcome]).toEqual([0, 'accepted']);
    expect((await history('')).map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'blocked',
      'blocked',
    ]);
  });

  it('stops what has no value for a variable, and takes values from --var', async () => {
    const file = join(home, 'open.jsonc');
    await writeFile(
      file,
      `{ "endpoint": "/campaigns/trigger/send", "variables": [{ "name": "user", "value": "qa-1" }, { "name": "total", "value": "1", "kind": "json" }],
         "body": { "campaign_id": "{{campaign}}", "recipients": [{ "external_user_id": "{{user}}" }], "trigger_properties": { "total": "{{total}}" } } }`,
    );
    const blocked = await send(file);
    expect(blocked.code).toBe(3);
    expect(blocked.stderr).toContain('no value for campaign');
    expect(sandbox.received()).toEqual([]);
    const sent = await send(
      file,
      '--var',
      `campaign=${campaign}`,
      '--var',
      'user=qa-2=x',
      '--var',
      'total=2.50',
    );
    expect(sent.code).toBe(0);
    expect(sandbox.received()[0]?.body).toEqual({
      campaign_id: campaign,
      recipients: [{ external_user_id: 'qa-2=x' }],
      trigger_properties: { total: 2.5 },
    });
  });

  it.each([
    ['an illegal body', '{"campaign_id":5,"recipients":[]}', 'R01'],
    ['a broken body', '{"campaign_id":"x",,}', 'line'],
  ])('stops %s', async (_name, body, words) => {
    const file = join(home, 'bad.json');
    await writeFile(file, body);
    const { code, stderr } = await send(file, '--endpoint', '/campaigns/trigger/send');
    expect(code === 3 || code === 2).toBe(true);
    expect(stderr).toMatch(new RegExp(`${words}|:1:`));
    expect(sandbox.received()).toEqual([]);
  });

  it('sends nothing in a dry run and shows what would leave', async () => {
    const clear = await send(welcome, '--dry-run');
    expect(JSON.parse(clear.stdout)).toMatchObject({
      verdict: 'clear',
      blastRadius: { kind: 'recipients', count: 1 },
      targetId: campaign,
    });
    expect(clear.code).toBe(0);
    expect((await send(broadcast, '--dry-run')).code).toBe(3);
    expect((await send(broadcast, '--dry-run', '--confirm', campaign)).code).toBe(0);
    expect(sandbox.received()).toEqual([]);
    expect(await history('')).toEqual([]);
  });

  it('stops without a key and says where to put it', async () => {
    const { code, stderr } = await desk.run(['send', welcome, '--url', sandbox.url], {
      env: { DESK_HOME: home },
    });
    expect(code).toBe(3);
    expect(stderr).toContain('DESK_API_KEY');
    expect(sandbox.received()).toEqual([]);
  });
});

describe('targets', () => {
  it.each(['http://rest.example.com', 'https://user:pw@rest.example.com/x'])(
    'refuses the address %j as usage',
    async (url) => {
      const { code, stdout, stderr } = await desk.run(['send', welcome, '--url', url], options());
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).not.toContain('pw');
    },
  );

  it('starts a sandbox of its own for the built-in environment, by name or id', async () => {
    for (const name of ['SANDBOX', 'sandbox']) {
      const finished = await desk.run(['send', welcome, '--env', name, '--home', home]);
      expect([finished.code, finished.stderr, printed(finished).outcome]).toEqual([
        0,
        '',
        'accepted',
      ]);
    }
  });

  it('names the environments there are', async () => {
    const { code, stderr } = await desk.run(['send', welcome, '--env', 'Staging', '--home', home]);
    expect(stderr).toBe('there is no environment "Staging"; there are Sandbox (sandbox)\n');
    expect(code).toBe(2);
  });

  it('reads a bare body from standard input', async () => {
    const finished = await desk.run(
      ['send', '-', '--url', sandbox.url, '--endpoint', '/campaigns/trigger/send'],
      {
        ...options(),
        input: JSON.stringify({
          campaign_id: campaign,
          recipients: [{ external_user_id: '한글-1' }],
        }),
      },
    );
    expect(finished.code).toBe(0);
    expect(await history('한글-1')).toHaveLength(1);
  });
});

describe('desk doctor', () => {
  it('looks at everything and shows no key', async () => {
    await send(welcome);
    const { code, stdout } = await desk.run(
      ['doctor', '--url', sandbox.url, '--format', 'json'],
      options(),
    );
    expect(JSON.parse(stdout)).toMatchObject({
      versions: { node: process.versions.node },
      ledger: { state: 'ready', dispatches: 1 },
      check: { verdict: 'ok', status: 200 },
      environments: [{ id: 'sandbox', name: 'Sandbox' }],
      problems: [],
    });
    expect(stdout).not.toContain(sandbox.apiKey);
    expect(code).toBe(0);
    const text = await desk.run(['doctor'], options());
    expect(text.stdout).toContain(home);
    expect(text.code).toBe(0);
  });

  it('names a settings file that cannot be read', async () => {
    await writeFile(join(home, 'settings.json'), '{');
    const { code, stdout } = await desk.run(['doctor'], options());
    expect(stdout).toContain('settings.json');
    expect(code).toBe(1);
    expect(await readFile(join(home, 'settings.json'), 'utf8')).toBe('{');
  });
});
