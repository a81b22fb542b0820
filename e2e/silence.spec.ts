import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './fixtures';

// Chromium's own record of its network: every address asked for and every name looked up.
const record = join(tmpdir(), `dispatch-desk-network-${process.pid}.json`);
test.use({ launchArgs: [`--log-net-log=${record}`] });
test.afterAll(() => {
  rmSync(record, { force: true });
});

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: Record<string, unknown> }[];
}

/** The hosts of one kind of event; `field` is where it names them. */
function hostsOf({ constants, events }: NetLog, kind: string, field: string): string[] {
  const type = constants.logEventTypes[kind];
  expect(type, kind).toBeDefined();
  const named = events
    .filter((event) => event.type === type)
    .map(({ params }) => params?.[field])
    .filter((value) => typeof value === 'string');
  return named
    .map((value) => (value.includes('://') ? value : `none://${value}`))
    .map((address) => new URL(address))
    .filter(({ protocol }) => protocol !== 'app:' && protocol !== 'devtools:')
    .map(({ hostname }) => hostname);
}

test('the app talks to the server it was told to and to nobody else', async ({ app }) => {
  await expect.poll(() => app.log().map(({ event }) => event)).toContain('sandbox started');
  const verdict = await app.page.evaluate(async () => {
    const checked = await window.desk.request('environments.checkKey', {
      environmentId: 'sandbox',
    });
    return checked.ok ? checked.value.verdict : checked.error.code;
  });
  expect(verdict).toBe('ok');
  await app.close();

  const log = JSON.parse(readFileSync(record, 'utf8')) as NetLog;
  expect(new Set(hostsOf(log, 'URL_REQUEST_START_JOB', 'url'))).toEqual(new Set(['127.0.0.1']));
  expect(new Set(hostsOf(log, 'TCP_CONNECT_ATTEMPT', 'address'))).toEqual(new Set(['127.0.0.1']));
  expect(hostsOf(log, 'HOST_RESOLVER_MANAGER_JOB', 'host')).toEqual([]);
  expect(hostsOf(log, 'DNS_TRANSACTION', 'hostname')).toEqual([]);
});
