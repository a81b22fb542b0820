import type { Engine } from '#engine/create-engine';
import type { DispatchSummary, Outcome } from '#shared/domain/dispatch';
import { DeskError } from '#shared/errors';
import { findEnvironment } from '../chosen-environment';
import type { DeskDeps } from '../desk-deps';
import { CommandFailure, type ExitCode, exitCodes } from '../exit-codes';
import { withEngine } from '../with-engine';

export interface HistoryOptions {
  readonly home: string | undefined;
  readonly format: 'text' | 'json';
}

export interface SearchOptions extends HistoryOptions {
  readonly query: string;
  readonly env: string | undefined;
  readonly outcome?: readonly Outcome[];
  /** Epoch milliseconds; the first moment that counts, and the first that no longer does. */
  readonly since: number | undefined;
  readonly until: number | undefined;
  readonly limit: number;
}

const pageSize = 200;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `desk history search`: dispatches of the ledger, newest first. */
export async function searchHistory(options: SearchOptions, deps: DeskDeps): Promise<ExitCode> {
  return withEngine({ home: options.home }, deps, async ({ engine }) => {
    const found = await search(engine, options);
    if (options.format === 'json') await deps.print.result(JSON.stringify(found));
    else for (const one of found) await deps.print.result(asLine(one));
    deps.print.note(found.length === 1 ? '1 dispatch' : `${found.length} dispatches`);
    return exitCodes.done;
  });
}

/** `desk history show`: one dispatch with everything that was sent and came back. */
export async function showHistory(
  id: string,
  options: HistoryOptions,
  deps: DeskDeps,
): Promise<ExitCode> {
  const unknown = (): CommandFailure =>
    new CommandFailure(
      exitCodes.usage,
      `${JSON.stringify(id)} is no dispatch of this ledger; desk history search lists the ids`,
    );
  if (!uuid.test(id)) throw unknown();
  return withEngine({ home: options.home }, deps, async ({ engine }) => {
    const dispatch = await engine.history.get({ id: id.toLowerCase() }).catch((error: unknown) => {
      throw error instanceof DeskError && error.code === 'not_found' ? unknown() : error;
    });
    const indent = options.format === 'json' ? undefined : 2;
    await deps.print.result(JSON.stringify(dispatch, null, indent));
    return exitCodes.done;
  });
}

async function search(engine: Engine, options: SearchOptions): Promise<DispatchSummary[]> {
  const { query, env, outcome = [], since = -Infinity, until = Infinity, limit } = options;
  const environments = env === undefined ? [] : await engine.environments.list();
  const environmentId = env === undefined ? null : findEnvironment(environments, env).id;
  const found: DispatchSummary[] = [];
  let before: string | null = null;
  do {
    const page = await engine.history.list({
      query,
      environmentId,
      outcomes: [...outcome],
      before,
      limit: pageSize,
    });
    for (const one of page.items) {
      const at = Date.parse(one.createdAt);
      // Newest first: what is older than asked for is followed by older still.
      if (at < since) return found;
      if (at < until) found.push(one);
      if (found.length === limit) return found;
    }
    before = page.next;
  } while (before !== null);
  return found;
}

function asLine(one: DispatchSummary): string {
  return [
    one.id,
    one.createdAt,
    one.environmentName,
    one.outcome,
    one.status ?? '-',
    one.dispatchId ?? '-',
    one.requestName ?? one.endpoint,
  ].join('  ');
}
