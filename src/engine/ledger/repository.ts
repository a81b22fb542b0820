import type { Dispatch } from '#shared/domain/dispatch';
import type { SentBefore } from '#shared/domain/sent-before';
import { DeskError } from '#shared/errors';
import type { HistoryPage, ParsedInput } from '#shared/ipc/contract';
import { bodyHash } from './body-hash';
import {
  bodyValues,
  dispatchSelection,
  fixedValues,
  outcomeValues,
  readDispatch,
  readSummary,
  summarySelection,
} from './columns';
import { type SearchFacts, factsOfAnswer, factsOfRequest } from './search-facts';
import { searchTerms } from './search-terms';
import { type RepeatGuard, type RepeatQuery, findSentBefore } from './sent-before';
import type { SqlValue, Sqlite } from './sqlite';

/** Reads and writes of one open file. Synchronous; each write is one transaction. */
export interface Repository {
  /** Writes nothing, and returns what it would repeat, where the guard says so. */
  begin(dispatch: Dispatch, guard?: RepeatGuard | null): SentBefore | null;
  complete(dispatch: Dispatch): void;
  record(dispatch: Dispatch): void;
  /** Those that are not in the file yet, in one transaction. */
  recordMany(dispatches: readonly Dispatch[]): void;
  list(input: ParsedInput<'history.list'>): HistoryPage;
  get(id: string): Dispatch;
  sentBefore(query: RepeatQuery): SentBefore | null;
}

/** @param owner names this process, so that its own rows on their way are told from those of others. */
export function createRepository(database: Sqlite, owner: string): Repository {
  const insert = (dispatch: Dispatch, pending: boolean): number => {
    insertInto(database, 'dispatches', {
      ...fixedValues(dispatch),
      ...outcomeValues(dispatch),
      owner,
      pending: pending ? 1 : 0,
    });
    const seq = database.number('SELECT seq FROM dispatches WHERE id = ?', [dispatch.id]);
    insertInto(database, 'bodies', { seq, ...bodyValues(dispatch) });
    insertFacts(database, seq, factsOfRequest(dispatch));
    return seq;
  };
  const recordWhole = (dispatch: Dispatch): void => {
    insertFacts(database, insert(dispatch, false), factsOfAnswer(dispatch));
  };

  const repeatedBy = (
    { environmentId, endpoint, sentBody }: Dispatch,
    { host, sinceMs, confirmed }: RepeatGuard,
  ): SentBefore | null => {
    const query = { environmentId, host, endpoint, bodyHash: bodyHash(sentBody), sinceMs };
    const before = findSentBefore(database, owner, query);
    return before === null || confirmed.includes(before.id) ? null : before;
  };

  return {
    // Looked for and written in one transaction: of two that are the same one finds the other.
    begin: (dispatch, guard = null) =>
      database.transaction(() => {
        const before = guard === null ? null : repeatedBy(dispatch, guard);
        if (before !== null) return before;
        insert(dispatch, true);
        return null;
      }),
    record: (dispatch) => {
      database.transaction(() => recordWhole(dispatch));
    },
    recordMany: (dispatches) => {
      database.transaction(() => {
        for (const dispatch of dispatches) {
          const known = database.number('SELECT count(*) FROM dispatches WHERE id = ?', [
            dispatch.id,
          ]);
          if (known === 0) recordWhole(dispatch);
        }
      });
    },
    complete: (dispatch) => {
      database.transaction(() => {
        const known = database.all('SELECT seq, pending FROM dispatches WHERE id = ?', [
          dispatch.id,
        ]);
        const row = known[0];
        // Begun in a file that has turned out broken since: here it is written whole.
        if (row === undefined) {
          recordWhole(dispatch);
          return;
        }
        if (row['pending'] !== 1) return;
        const seq = Number(row['seq']);
        update(database, 'dispatches', seq, { ...outcomeValues(dispatch), pending: 0 });
        const { sent_body: _sentBody, ...answer } = bodyValues(dispatch);
        update(database, 'bodies', seq, answer);
        insertFacts(database, seq, factsOfAnswer(dispatch));
      });
    },
    list: (input) => listPage(database, owner, input),
    sentBefore: (query) => findSentBefore(database, owner, query),
    get: (id) => {
      const rows = database.all(
        `SELECT ${dispatchSelection} FROM dispatches AS d JOIN bodies AS b USING (seq) WHERE d.id = ?`,
        [id],
      );
      const row = rows[0];
      if (row === undefined) throw new DeskError('not_found', { id });
      return readDispatch(row);
    },
  };
}

function listPage(
  database: Sqlite,
  owner: string,
  { query, environmentId, outcomes, before, limit }: ParsedInput<'history.list'>,
): HistoryPage {
  const conditions = ['NOT (d.pending = 1 AND d.owner = ?)'];
  const values: SqlValue[] = [owner];
  if (environmentId !== null) {
    conditions.push('d.environment_id = ?');
    values.push(environmentId);
  }
  if (outcomes.length > 0) {
    conditions.push(`d.outcome IN (${outcomes.map(() => '?').join(', ')})`);
    values.push(...outcomes);
  }
  const { phrases, patterns } = searchTerms(query);
  for (const phrase of phrases) {
    conditions.push(`d.seq IN (SELECT f.seq FROM facts_index JOIN facts AS f
      ON f.fact_id = facts_index.rowid WHERE facts_index MATCH ?)`);
    values.push(phrase);
  }
  for (const pattern of patterns) {
    const columns = factColumns.map((name) => `f.${name} LIKE ? ESCAPE '\\'`).join(' OR ');
    conditions.push(`d.seq IN (SELECT f.seq FROM facts AS f WHERE ${columns})`);
    values.push(...factColumns.map(() => pattern));
  }
  const where = conditions.join(' AND ');
  const total = database.number(`SELECT count(*) FROM dispatches AS d WHERE ${where}`, values);
  const page =
    before === null ? { sql: '', values: [] } : { sql: 'AND d.id < ?', values: [before] };
  const rows = database.all(
    `SELECT ${summarySelection} FROM dispatches AS d WHERE ${where} ${page.sql}
     ORDER BY d.id DESC LIMIT ?`,
    // One more than asked for tells whether there is a next page.
    [...values, ...page.values, limit + 1],
  );
  const items = rows.slice(0, limit).map(readSummary);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null, total };
}

const factColumns = [
  'campaign',
  'name',
  'dispatch_id',
  'identifiers',
  'property_values',
  'errors',
] as const;

function insertFacts(database: Sqlite, seq: number, facts: SearchFacts): void {
  insertInto(database, 'facts', {
    seq,
    campaign: facts.campaign,
    name: facts.name,
    dispatch_id: facts.dispatchId,
    identifiers: facts.identifiers,
    property_values: facts.propertyValues,
    errors: facts.errors,
  });
}

function insertInto(
  database: Sqlite,
  table: string,
  row: Readonly<Record<string, SqlValue>>,
): void {
  const names = Object.keys(row);
  const marks = names.map(() => '?').join(', ');
  database.run(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`, Object.values(row));
}

function update(
  database: Sqlite,
  table: string,
  seq: number,
  row: Readonly<Record<string, SqlValue>>,
): void {
  const assignments = Object.keys(row).map((name) => `${name} = ?`);
  const sql = `UPDATE ${table} SET ${assignments.join(', ')} WHERE seq = ?`;
  database.run(sql, [...Object.values(row), seq]);
}
