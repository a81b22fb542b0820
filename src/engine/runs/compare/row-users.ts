import { hash } from 'node:crypto';
import { memberOf, textMemberOf } from '#shared/braze/json-value';
import { isEndpointPath } from '#shared/braze/endpoints';
import { isBadRow } from '#shared/domain/data-row';
import { DeskError } from '#shared/errors';
import { compileMapping } from '#shared/lib/row-mapping';
import { readJournal } from '../journal-reader';
import type { CallRecord } from '../journal-records';
import { fingerprintFile } from '../rows/fingerprint';
import { openRowBatches, resolveSource } from '../rows/open-rows';
import type { RunPaths } from '../run-paths';
import type { RunPlan } from '../run-plan';
import type { Watched } from './run-figures';

/** Bytes of a user's key: 128 bits of SHA-256, as in `rows/seen-users.ts`. */
export const userKeyBytes = 16;

/**
 * Tells whom each row of a run names, by a key of the user. Reads the data file; where that is not what it was when
 * the run began, the calls in the journal say it of the rows that left. Rows that name nobody are left out.
 * @throws DeskError `run_broken`, of files, and what `check` throws.
 */
export async function readRowUsers(
  paths: RunPaths,
  plan: RunPlan,
  onUser: (row: number, key: Buffer) => void,
  watched: Watched,
): Promise<void> {
  const take = (row: number, identity: string): void => {
    onUser(row, hash('sha256', identity, 'buffer').subarray(0, userKeyBytes));
  };
  if (await isAsBegun(plan)) await fromDataFile(plan, take, watched);
  else await fromJournal(paths, take, watched);
}

async function isAsBegun({ data }: RunPlan): Promise<boolean> {
  try {
    return (await fingerprintFile(data.path)).sha256 === data.fingerprint.sha256;
  } catch (error) {
    if (error instanceof DeskError) return false;
    throw error;
  }
}

async function fromDataFile(
  plan: RunPlan,
  take: (row: number, identity: string) => void,
  watched: Watched,
): Promise<void> {
  const { path, options, fingerprint } = plan.data;
  const { endpoint } = plan.request;
  const compiled = isEndpointPath(endpoint) ? compileMapping(plan.mapping, endpoint) : null;
  if (compiled?.ok !== true) return;
  const source = await resolveSource(path, options);
  let bytes = 0;
  const onChunk = (chunk: Buffer): void => {
    bytes += chunk.length;
  };
  for await (const { rows } of openRowBatches(path, source, onChunk)) {
    watched.check();
    watched.onProgress(bytes / Math.max(1, fingerprint.bytes));
    for (const row of rows) {
      if (isBadRow(row)) continue;
      const mapped = compiled.mapRow(row.values);
      if (mapped.ok) take(row.index, mapped.identity);
    }
  }
}

async function fromJournal(
  paths: RunPaths,
  take: (row: number, identity: string) => void,
  watched: Watched,
): Promise<void> {
  await readJournal(paths.journal, ({ record, text }) => {
    watched.check();
    if (record.t !== 'call') return;
    for (const [row, recipient] of recipientsOf(record, text)) {
      const identity = identityOf(recipient);
      if (identity !== null) take(row, identity);
    }
  });
}

/** The rows of a call with what was sent for each; nothing where the body does not fit them. */
export function recipientsOf(
  { r }: Pick<CallRecord, 'r'>,
  body: string | null,
): readonly (readonly [row: number, recipient: unknown])[] {
  let list: unknown;
  try {
    list = memberOf(JSON.parse(body ?? ''), 'recipients');
  } catch {
    return [];
  }
  if (!Array.isArray(list)) return [];
  const rows = r.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => first + at),
  );
  return rows.length === list.length ? rows.map((row, at) => [row, list[at] as unknown]) : [];
}

/** The identity of a recipient as it was sent; the same as that of its row (`row-mapper.ts`). */
export function identityOf(recipient: unknown): string | null {
  const user = textMemberOf(recipient, 'external_user_id');
  if (user !== null) return `e:${user}`;
  const braze = textMemberOf(recipient, 'braze_id');
  if (braze !== null) return `b:${braze}`;
  const email = textMemberOf(recipient, 'email');
  if (email !== null) return `m:${email.toLowerCase()}`;
  const alias = memberOf(recipient, 'user_alias');
  const parts = [textMemberOf(alias, 'alias_name'), textMemberOf(alias, 'alias_label')];
  return parts.includes(null) ? null : `a:${JSON.stringify(parts)}`;
}
