import type { Outcome } from '#shared/domain/dispatch';
import type { SentBefore } from '#shared/domain/sent-before';
import { readSummary, summarySelection } from './columns';
import type { Sqlite } from './sqlite';

/** What is about to be sent, as far as finding the same is concerned. */
export interface RepeatQuery {
  readonly environmentId: string;
  /** Null: whichever it was, as that of the sandbox has another port after each start. */
  readonly host: string | null;
  readonly endpoint: string;
  /** Of the body as it leaves; see `body-hash.ts`. */
  readonly bodyHash: string;
  /** The oldest moment that still counts, in epoch milliseconds. */
  readonly sinceMs: number;
}

/** What a new row may not repeat: what was sent since then, but for what a person has said yes to. */
export interface RepeatGuard extends Pick<RepeatQuery, 'host' | 'sinceMs'> {
  /** Ids of rows. */
  readonly confirmed: readonly string[];
}

/** Outcomes after which people may have been reached. A `failed` one is among them when a server answered. */
const countedOutcomes: readonly Outcome[] = [
  'accepted',
  'accepted_with_errors',
  'queued',
  'unknown',
];

/**
 * The row written last of the same body to the same place, without upper bound: one from the future stands for
 * a clock that was set back, and how old it is nobody knows.
 */
export const sentBeforeSql = `
  SELECT ${summarySelection}, d.pending, d.owner = ? AS own FROM dispatches AS d
  WHERE d.body_hash = ? AND d.environment_id = ? AND d.created_at >= ?
    AND d.endpoint = ? AND (d.host = ? OR ? = 1)
    AND (d.outcome IN (${countedOutcomes.map((name) => `'${name}'`).join(', ')})
      OR (d.outcome = 'failed' AND d.status IS NOT NULL))
  ORDER BY d.seq DESC LIMIT 1`;

/** @param owner this process; what it has on its way is said to be so. */
export function findSentBefore(
  database: Sqlite,
  owner: string,
  { environmentId, host, endpoint, bodyHash, sinceMs }: RepeatQuery,
): SentBefore | null {
  const since = new Date(sinceMs).toISOString();
  const hash = Buffer.from(bodyHash, 'hex');
  const [row] = database.all(sentBeforeSql, [
    owner,
    hash,
    environmentId,
    since,
    endpoint,
    host ?? '',
    host === null ? 1 : 0,
  ]);
  if (row === undefined) return null;
  const { id, createdAt, outcome, status, failure, dispatchId, requestName } = readSummary(row);
  const onItsWay = row['pending'] === 1 && row['own'] === 1;
  return {
    of: 'dispatch',
    id,
    createdAt,
    outcome,
    status,
    failure,
    dispatchId,
    requestName,
    onItsWay,
  };
}
