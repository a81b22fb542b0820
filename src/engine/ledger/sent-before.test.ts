import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type Dispatch, type Outcome, outcomes } from '#shared/domain/dispatch';
import { bodyHash } from './body-hash';
import { firstTables } from './migrations/0001-first-tables';
import { allMigrations } from './migrations/all-migrations';
import { openLedger } from './open-ledger';
import { type Repository, createRepository } from './repository';
import { type RepeatQuery, sentBeforeSql } from './sent-before';
import type { Sqlite } from './sqlite';
import { answeredDispatch, begunDispatch, everything, sampleId } from './testing/sample-dispatch';

let file: string;
let database: Sqlite;
afterEach(() => database.close());

function open(owner = 'this process'): Repository {
  file = join(mkdtempSync(join(tmpdir(), 'desk-ledger-')), 'ledger.sqlite');
  database = openLedger(file, allMigrations, 1000).database;
  return createRepository(database, owner);
}

const nowMs = Date.UTC(2026, 10, 22, 10);
const minute = 60_000;
const body = '{"campaign_id":"c","recipients":[{"external_user_id":"user-1"}]}';
const at = (ms: number): Partial<Dispatch> => ({ createdAt: new Date(ms).toISOString() });
const query = (over: Partial<RepeatQuery> = {}): RepeatQuery => ({
  environmentId: 'staging',
  host: 'rest.iad-03.braze.com',
  endpoint: '/campaigns/trigger/send',
  bodyHash: bodyHash(body),
  sinceMs: nowMs - 10 * minute,
  ...over,
});
/** A row of one minute ago. */
const recent = (number: number, over: Partial<Dispatch> = {}): Dispatch =>
  answeredDispatch(number, { sentBody: body, ...at(nowMs - minute), ...over });

describe('what was sent before', () => {
  it('is told with what a person has to know of it', () => {
    const repository = open();
    repository.record(recent(1, { outcome: 'accepted', requestName: 'Größe' }));
    expect(repository.sentBefore(query())).toEqual({
      of: 'dispatch',
      id: sampleId(1),
      createdAt: '2026-11-22T09:59:00.000Z',
      outcome: 'accepted',
      status: 201,
      failure: null,
      dispatchId: '5f0c1',
      requestName: 'Größe',
      onItsWay: false,
    });
  });

  const counted: Readonly<Record<Outcome, boolean>> = {
    blocked: false,
    refused: false,
    accepted: true,
    accepted_with_errors: true,
    queued: true,
    rate_limited: false,
    failed: false,
    unknown: true,
  };
  it.each(outcomes.map((outcome) => [outcome, counted[outcome]] as const))(
    'with the outcome %s counts: %s',
    (outcome, counts) => {
      const repository = open();
      repository.record(recent(1, { outcome, status: null }));
      expect(repository.sentBefore(query()) !== null).toBe(counts);
    },
  );

  it.each([
    ['a timeout', { outcome: 'unknown', failure: 'timeout', status: null }, true],
    ['a crash in the middle', { outcome: 'unknown', failure: 'crash', status: null }, true],
    ['an answer of 500', { outcome: 'failed', failure: null, status: 500 }, true],
    ['an answer of 504', { outcome: 'failed', failure: null, status: 504 }, true],
    ['a refused connection', { outcome: 'failed', failure: 'refused_connection' }, false],
    ['a name not resolved', { outcome: 'failed', failure: 'name_not_resolved' }, false],
    ['one cancelled before', { outcome: 'blocked', failure: 'cancelled_before' }, false],
    ['a 401', { outcome: 'refused', failure: null, status: 401 }, false],
    ['a 429', { outcome: 'rate_limited', failure: null, status: 429 }, false],
  ] satisfies readonly (readonly [string, Partial<Dispatch>, boolean])[])(
    'after %s',
    (_name, over, counts) => {
      const repository = open();
      repository.begin(recent(1, { ...over, outcome: 'unknown' }));
      repository.complete(recent(1, { status: null, ...over }));
      expect(repository.sentBefore(query()) !== null).toBe(counts);
    },
  );

  it.each([
    ['another environment', { environmentId: 'production' }],
    ['another host', { host: 'rest.fra-01.braze.eu' }],
    ['another endpoint', { endpoint: '/canvas/trigger/send' }],
    ['another body', { sentBody: body.replace('user-1', 'user-2') }],
    ['the same keys in another order', { sentBody: '{"recipients":[],"campaign_id":"c"}' }],
    ['a body that only starts alike', { sentBody: `${body} ` }],
    ['no body', { sentBody: '' }],
  ] satisfies readonly (readonly [string, Partial<Dispatch>])[])('is not %s', (_name, over) => {
    const repository = open();
    repository.record(recent(1, over));
    expect(repository.sentBefore(query())).toBeNull();
  });

  it('may have gone to any host where that says nothing', () => {
    const repository = open();
    repository.record(recent(1, { host: '127.0.0.1:4711' }));
    expect(repository.sentBefore(query({ host: '127.0.0.1:4712' }))).toBeNull();
    expect(repository.sentBefore(query({ host: null }))).toMatchObject({ id: sampleId(1) });
  });

  it.each([
    ['exactly at the limit', -10 * minute, true],
    ['a millisecond within', -10 * minute + 1, true],
    ['a millisecond past', -10 * minute - 1, false],
    ['this very moment', 0, true],
    ['in the future, after the clock was set back an hour', 60 * minute, true],
    ['years ahead', 3 * 365 * 24 * 60 * minute, true],
  ])('%s', (_name, offsetMs, counts) => {
    const repository = open();
    repository.record(recent(1, at(nowMs + offsetMs)));
    expect(repository.sentBefore(query()) !== null).toBe(counts);
  });

  it('is the one written last, whatever the clock said', () => {
    const repository = open();
    repository.record(recent(1, at(nowMs + 60 * minute)));
    repository.record(recent(2, at(nowMs - 5 * minute)));
    repository.record(recent(3, { outcome: 'refused', status: 400 }));
    expect(repository.sentBefore(query())).toMatchObject({ id: sampleId(2) });
  });

  it('is on its way only here', () => {
    const repository = open();
    const other = createRepository(database, 'another process');
    repository.begin(begunDispatch(1, { sentBody: body, ...at(nowMs) }));
    expect(repository.sentBefore(query())).toMatchObject({ outcome: 'unknown', onItsWay: true });
    expect(other.sentBefore(query())).toMatchObject({ outcome: 'unknown', onItsWay: false });
  });

  it('agrees with a plain search through all rows', () => {
    const row = fc.record({
      environmentId: fc.constantFrom('staging', 'other'),
      host: fc.constantFrom('a', 'b'),
      endpoint: fc.constantFrom('/campaigns/trigger/send', '/messages/send'),
      sentBody: fc.constantFrom('{}', '{"a":1}', '{"a":1.0}'),
      outcome: fc.constantFrom(...outcomes),
      status: fc.constantFrom(null, 500),
      minutesAgo: fc.integer({ min: -20, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), row, (rows, wanted) => {
        const repository = open();
        for (const [index, { minutesAgo, ...over }] of rows.entries()) {
          repository.record(
            answeredDispatch(index, { ...over, ...at(nowMs - minutesAgo * minute) }),
          );
        }
        const { environmentId, host, endpoint, sentBody } = wanted;
        const expected = rows.findLastIndex(
          (one) =>
            one.environmentId === environmentId &&
            one.host === host &&
            one.endpoint === endpoint &&
            one.sentBody === sentBody &&
            one.minutesAgo <= 10 &&
            (counted[one.outcome] || (one.outcome === 'failed' && one.status !== null)),
        );
        const found = repository.sentBefore({
          environmentId,
          host,
          endpoint,
          bodyHash: bodyHash(sentBody),
          sinceMs: nowMs - 10 * minute,
        });
        database.close();
        expect(found?.id ?? null).toBe(expected < 0 ? null : sampleId(expected));
      }),
      { numRuns: 40 },
    );
    open();
  });
});

describe('a guarded row', () => {
  const guard = { host: query().host, sinceMs: query().sinceMs };
  const begin = (repository: Repository, number: number, confirmed: readonly string[] = []) =>
    repository.begin(begunDispatch(number, { sentBody: body, ...at(nowMs) }), {
      ...guard,
      confirmed,
    });

  it('is not written where it would repeat, and what it would repeat is named', () => {
    const repository = open();
    expect(begin(repository, 1)).toBeNull();
    expect(begin(repository, 2)).toMatchObject({ id: sampleId(1), onItsWay: true });
    expect(repository.list(everything).items).toEqual([]);
    expect(database.number('SELECT count(*) FROM dispatches')).toBe(1);
    expect(database.number('SELECT count(*) FROM facts')).toBe(1);
  });

  it('is written where the last one was confirmed, and only that', () => {
    const repository = open();
    begin(repository, 1);
    expect(begin(repository, 2, [sampleId(1)])).toBeNull();
    // The yes was to the first; since then there is a second.
    expect(begin(repository, 3, [sampleId(1)])).toMatchObject({ id: sampleId(2) });
    expect(begin(repository, 3, [sampleId(7), ''])).toMatchObject({ id: sampleId(2) });
    expect(begin(repository, 3, [sampleId(1), sampleId(2)])).toBeNull();
  });

  it('finds what another process began at the same time', () => {
    const repository = open();
    const second = openLedger(file, allMigrations, 1000).database;
    const other = createRepository(second, 'another process');
    expect(begin(other, 1)).toBeNull();
    expect(begin(repository, 2)).toMatchObject({ id: sampleId(1), onItsWay: false });
    second.close();
  });

  it('without a guard is written all the same', () => {
    const repository = open();
    begin(repository, 1);
    expect(repository.begin(begunDispatch(2, { sentBody: body }))).toBeNull();
    expect(repository.begin(begunDispatch(3, { sentBody: body }), null)).toBeNull();
  });
});

describe('the file', () => {
  it('of the version before keeps its rows, without a hash, and none of them is ever found', () => {
    file = join(mkdtempSync(join(tmpdir(), 'desk-ledger-')), 'ledger.sqlite');
    const before = openLedger(file, [firstTables], 1000).database;
    before.exec(`INSERT INTO dispatches (id, created_at, environment_id, environment_name, production, host,
      endpoint, blast_radius, outcome, error_count, owner, pending)
      VALUES ('${sampleId(1)}', '2026-11-22T09:59:00.000Z', 'staging', 'Staging', 0, 'rest.iad-03.braze.com',
      '/campaigns/trigger/send', '{"kind":"none"}', 'accepted', 0, 'me', 0)`);
    before.exec(`INSERT INTO bodies (seq, sent_body, sent_headers, answer_headers, errors, timeline, blocks)
      VALUES (1, x'${Buffer.from(body).toString('hex')}', '[]', '[]', '[]', '[]', '[]')`);
    before.close();
    database = openLedger(file, allMigrations, 1000).database;
    const repository = createRepository(database, 'me');
    expect(repository.get(sampleId(1)).sentBody).toBe(body);
    expect(repository.sentBefore(query())).toBeNull();
    repository.record(recent(2));
    expect(repository.sentBefore(query())).toMatchObject({ id: sampleId(2) });
  });

  it('holds a hash of what left and of nothing else', () => {
    const repository = open();
    repository.record(recent(1));
    repository.record(recent(2, { outcome: 'blocked' }));
    const hashes = database.all('SELECT hex(body_hash) AS hash FROM dispatches ORDER BY seq');
    expect(hashes.map(({ hash }) => String(hash).toLowerCase())).toEqual([bodyHash(body), '']);
  });

  it('is looked through by its index, and 100,000 rows take no longer than a few', () => {
    const repository = open();
    const plan = database.all(`EXPLAIN QUERY PLAN ${sentBeforeSql}`, [
      'me',
      Buffer.alloc(32),
      'staging',
      '2026',
      '/campaigns/trigger/send',
      'h',
      0,
    ]);
    const steps = plan.map(({ detail }) => String(detail)).join('; ');
    expect(steps).toContain(
      'USING INDEX dispatches_by_body (body_hash=? AND environment_id=? AND created_at>?)',
    );
    expect(steps).not.toContain('SCAN d');

    // Half of them have the same body, all but one of those too old to count.
    database.exec(`
      WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 100000)
      INSERT INTO dispatches (id, created_at, environment_id, environment_name, production, host, endpoint,
        blast_radius, outcome, error_count, owner, pending, body_hash)
      SELECT printf('%d', n), '2026-11-21T00:00:00.000Z', 'staging', 'Staging', 0, 'rest.iad-03.braze.com',
        '/campaigns/trigger/send', '{}', 'accepted', 0, 'me', 0,
        CASE n % 2 WHEN 0 THEN x'${bodyHash(body)}' ELSE randomblob(32) END
      FROM numbers`);
    repository.record(recent(1));
    const timeOf = (work: () => void): number => {
      work();
      const started = performance.now();
      for (let turn = 0; turn < 50; turn += 1) work();
      return (performance.now() - started) / 50;
    };
    const lookUp = timeOf(() => {
      expect(repository.sentBefore(query())).toMatchObject({ id: sampleId(1) });
    });
    const wholeTable = timeOf(() => {
      database.number('SELECT count(*) FROM dispatches WHERE host > ?', ['']);
    });
    expect(lookUp * 10).toBeLessThan(wholeTable);
  });
});
