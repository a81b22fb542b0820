import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Outcome } from '#shared/domain/dispatch';
import { allMigrations } from './migrations/all-migrations';
import { openLedger } from './open-ledger';
import { type Repository, createRepository } from './repository';
import type { Sqlite } from './sqlite';
import { answeredDispatch, begunDispatch, everything, sampleId } from './testing/sample-dispatch';

let database: Sqlite;
afterEach(() => database.close());

function open(owner = 'this process'): Repository {
  const file = join(mkdtempSync(join(tmpdir(), 'desk-ledger-')), 'ledger.sqlite');
  database = openLedger(file, allMigrations, 1000).database;
  return createRepository(database, owner);
}

function ids(repository: Repository, over: object): string[] {
  return repository.list({ ...everything, ...over }).items.map(({ id }) => id);
}

describe('a row', () => {
  it('comes back as it was written, begun and completed', () => {
    const repository = open();
    repository.begin(begunDispatch(1));
    expect(repository.get(sampleId(1))).toEqual(begunDispatch(1));
    repository.complete(answeredDispatch(1));
    expect(repository.get(sampleId(1))).toEqual(answeredDispatch(1));
  });

  it('in the history is its summary', () => {
    const repository = open();
    const whole = answeredDispatch(1, { production: true, notice: 'The campaign is paused.' });
    repository.record(whole);
    const { items, total, next } = repository.list(everything);
    expect(total).toBe(1);
    expect(next).toBeNull();
    expect(whole).toMatchObject(items[0] ?? {});
    expect(Object.keys(items[0] ?? {})).toHaveLength(18);
  });

  it('that has its outcome keeps it', () => {
    const repository = open();
    repository.record(answeredDispatch(1));
    repository.complete(answeredDispatch(1, { outcome: 'failed', answerBody: 'changed' }));
    expect(repository.get(sampleId(1))).toEqual(answeredDispatch(1));
  });

  it('cannot be written twice', () => {
    const repository = open();
    repository.begin(begunDispatch(1));
    expect(() => repository.begin(begunDispatch(1))).toThrow(/UNIQUE/);
    expect(database.number('SELECT count(*) FROM facts')).toBe(1);
  });

  it('that was begun in another file is written whole when it is completed', () => {
    const repository = open();
    repository.complete(answeredDispatch(7));
    expect(repository.get(sampleId(7))).toEqual(answeredDispatch(7));
    expect(ids(repository, { query: 'SPRING' })).toEqual([sampleId(7)]);
  });

  it('that does not exist is named so', () => {
    expect(() => open().get(sampleId(1))).toThrow(
      expect.objectContaining({ code: 'not_found' }) as Error,
    );
  });

  it('keeps every gate block, radius and number', () => {
    const repository = open();
    const blocked = begunDispatch(1, {
      outcome: 'blocked',
      failure: 'gate',
      blocks: [
        { code: 'broken_json', line: 3, column: 7 },
        { code: 'confirmation', kind: 'production' },
      ],
      blastRadius: { kind: 'audience', conditions: 2, recipients: null, broadcast: true },
      elapsedMs: 0.1 + 0.2,
      answerBytes: 67_108_864,
    });
    repository.record(blocked);
    expect(repository.get(sampleId(1))).toEqual(blocked);
  });
});

describe('texts', () => {
  /** What UTF-8 can carry: a lone half of a pair leaves as U+FFFD, and so it is kept. */
  const carried = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');
  const oddText = fc.string({ unit: 'binary', maxLength: 200 });

  it('of any kind come back whole, zero bytes and lone surrogates included', () => {
    const repository = open();
    let number = 0;
    fc.assert(
      fc.property(oddText, oddText, oddText, oddText, (sentBody, answerBody, name, error) => {
        number += 1;
        const dispatch = answeredDispatch(number, {
          sentBody,
          answerBody,
          requestName: name,
          notice: error,
          errors: [error, name],
          sentHeaders: [[name, error]],
          environmentName: name,
        });
        repository.begin(dispatch);
        repository.complete(dispatch);
        expect(repository.get(dispatch.id)).toEqual({
          ...dispatch,
          sentBody: carried(sentBody),
          answerBody: carried(answerBody),
          requestName: carried(name),
          notice: carried(error),
          environmentName: carried(name),
        });
      }),
    );
    expect(repository.list(everything).total).toBe(number);
  });

  it.each(['a\u0000b', '\u0000', '"\ud800"', '\udfff', '😀', '\ufeff{}', 'e\u0301', '', '\r\n'])(
    'such as %j',
    (text) => {
      const repository = open();
      repository.record(begunDispatch(1, { sentBody: text, answerBody: text }));
      expect(repository.get(sampleId(1))).toMatchObject({
        sentBody: carried(text),
        answerBody: carried(text),
      });
    },
  );

  it('that have become unreadable on disk do not end the process', () => {
    const repository = open();
    repository.record(begunDispatch(1));
    database.exec(`UPDATE dispatches SET environment_name = CAST(x'61ff62' AS TEXT), notice = CAST(x'ff' AS TEXT),
      blast_radius = 'no json', outcome = 'odd', failure = 'odd'`);
    database.exec(`UPDATE bodies SET sent_headers = '{', timeline = '[1]'`);
    expect(repository.get(sampleId(1))).toMatchObject({
      environmentName: 'a\ufffdb',
      notice: '\ufffd',
      blastRadius: { kind: 'segment' },
      outcome: 'unknown',
      failure: null,
      sentHeaders: [],
      timeline: [],
    });
  });
});

describe('the history', () => {
  it('is newest first, in pages, and new rows do not shift them', () => {
    const repository = open();
    for (let number = 1; number <= 25; number += 1) repository.record(answeredDispatch(number));
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const page = repository.list({ ...everything, before, limit: 10 });
      expect(page.total).toBe(25 + (before === null ? 0 : 1));
      seen.push(...page.items.map(({ id }) => id));
      if (before === null) repository.record(answeredDispatch(100));
      before = page.next;
    } while (before !== null);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => sampleId(25 - index)));
  });

  it('is narrowed by environment and outcome', () => {
    const repository = open();
    const outcomes: Outcome[] = ['accepted', 'refused', 'unknown', 'blocked'];
    outcomes.forEach((outcome, index) =>
      repository.record(begunDispatch(index, { outcome, environmentId: index < 2 ? 'a' : 'b' })),
    );
    expect(ids(repository, { environmentId: 'b' })).toEqual([sampleId(3), sampleId(2)]);
    expect(ids(repository, { outcomes: ['refused', 'unknown'] })).toEqual([
      sampleId(2),
      sampleId(1),
    ]);
    expect(ids(repository, { environmentId: 'a', outcomes: ['unknown'] })).toEqual([]);
    expect(ids(repository, { environmentId: "a' OR 1=1 --" })).toEqual([]);
  });

  it('leaves out what is still on its way here, and shows what another process began', () => {
    const repository = open();
    const other = createRepository(database, 'another process');
    repository.begin(begunDispatch(1));
    other.begin(begunDispatch(2));
    expect(ids(repository, {})).toEqual([sampleId(2)]);
    expect(ids(other, {})).toEqual([sampleId(1)]);
    repository.complete(answeredDispatch(1));
    expect(ids(repository, {})).toEqual([sampleId(2), sampleId(1)]);
    // Nothing that one does touches the other's row.
    expect(repository.get(sampleId(2))).toEqual(begunDispatch(2));
  });
});

describe('search', () => {
  const found = (query: string): boolean => {
    const repository = open();
    repository.record(begunDispatch(1, { targetId: null, requestName: null, sentBody: '{}' }));
    repository.record(
      answeredDispatch(2, {
        requestName: 'Größe 50%_off',
        targetId: 'aaaabbbb-cccc',
        dispatchId: '5f0cdeadbeef',
        sentBody: JSON.stringify({
          campaign_id: 'aaaabbbb-cccc',
          recipients: [
            {
              external_user_id: 'kim.minji',
              trigger_properties: {
                order: { total: 12345678901234567890n.toString() },
                쿠폰: '가나다',
              },
            },
            { user_alias: { alias_name: "o'neil", alias_label: 'crm "x"' }, attributes: { nb: 7 } },
          ],
        }).replace('"12345678901234567890"', '12345678901234567890'),
        errors: ['Message variant unspecified: a\\b'],
        notice: 'The campaign is paused.',
      }),
    );
    const items = ids(repository, { query });
    expect(items).not.toContain(sampleId(1));
    return items.length === 1;
  };

  it.each([
    'kim.minji',
    'KIM',
    'minji',
    "o'neil",
    'alias_name',
    '"x"',
    'crm "x"',
    '5f0cdead',
    'DEADBEEF',
    'bbbb-c',
    'Größe',
    'größe',
    '50%_off',
    '%_',
    '12345678901234567890',
    '쿠폰',
    '가나다',
    '나다',
    '가',
    'variant unspecified',
    'unspecified variant',
    'a\\b',
    'paused',
    'kim.minji paused 5f0c',
    '7',
    'nb',
    'Gr',
  ])('finds %s', (query) => {
    expect(found(query)).toBe(true);
  });

  it.each([
    'kim-minji',
    'size-',
    '50%off',
    'a/b',
    'minji refused',
    '%%%',
    '___',
    'x"y',
    '12345678901234567891',
    'qq',
    'zz',
  ])('does not find %s', (query) => {
    expect(found(query)).toBe(false);
  });

  it.each([
    '"',
    '""',
    '"""',
    "'",
    '*',
    'kim*',
    'kim OR zz',
    'NOT',
    'AND',
    'NEAR(a b)',
    'campaign:kim',
    '^kim',
    '(',
    ')',
    '-kim',
    '+',
    '{',
    '\\',
    '%',
    '_',
    '\u0000',
    'a\u0000b',
    '\ud800',
    ';--',
    'kim"',
    '"kim',
    ' ',
    '\t\n',
    '😀',
    '😀😀😀',
  ])('is not broken by %j', (query) => {
    const repository = open();
    repository.record(answeredDispatch(1));
    expect(repository.list({ ...everything, query }).total).toBeLessThanOrEqual(1);
  });

  it('is not broken by anything', () => {
    const repository = open();
    repository.record(answeredDispatch(1));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (query) => {
        repository.list({ ...everything, query });
      }),
    );
  });

  it('finds any piece of a value that was sent', () => {
    const repository = open();
    let number = 0;
    const word = fc.stringMatching(/^[\p{L}\p{N}"'%_*:().-]{1,12}$/u);
    fc.assert(
      fc.property(word, fc.nat(11), fc.integer({ min: 1, max: 12 }), (value, start, length) => {
        const letters = Array.from(value);
        const piece = letters
          .slice(start % letters.length)
          .slice(0, length)
          .join('');
        number += 1;
        repository.record(
          begunDispatch(number, { sentBody: JSON.stringify({ trigger_properties: { p: value } }) }),
        );
        expect(ids(repository, { query: piece })).toContain(sampleId(number));
      }),
    );
  });
});

describe('ten thousand dispatches', () => {
  it('are listed, counted and searched at once', () => {
    const repository = open();
    database.transaction(() => {
      // Each write has its own transaction otherwise; here only the reading is of interest.
      const inner = createRepository({ ...database, transaction: (work) => work() }, 'filler');
      for (let number = 1; number <= 10_000; number += 1) {
        const user = `user-${number}`;
        inner.record(
          answeredDispatch(number, {
            sentBody: JSON.stringify({
              recipients: [{ external_user_id: user, trigger_properties: { n: number } }],
            }),
            errors: [`${user} is not subscribed`],
          }),
        );
      }
    });
    const timed = (over: object): { total: number; ms: number } => {
      const began = performance.now();
      const { total } = repository.list({ ...everything, limit: 100, ...over });
      return { total, ms: performance.now() - began };
    };
    const searches = {
      all: timed({}),
      one: timed({ query: 'user-4321' }),
      many: timed({ query: 'subscribed success' }),
      short: timed({ query: '77' }),
      page: timed({ before: sampleId(5000) }),
    };
    expect(searches.all.total).toBe(10_000);
    expect(searches.one.total).toBe(1);
    expect(searches.many.total).toBe(10_000);
    // Far above what it takes, far below what a full read of every body would.
    for (const { ms } of Object.values(searches)) expect(ms).toBeLessThan(2000);
  }, 120_000);
});
