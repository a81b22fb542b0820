import { readdir } from 'node:fs/promises';
import type { RunSummary } from '#shared/domain/run-state';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { Log } from '../log/log';

/** A page of all runs in a folder, newest first. One that cannot be read does not hide the others. */
export async function listRuns(
  folder: string,
  { before, limit }: ParsedInput<'runs.list'>,
  deps: { readonly log: Log; find(runId: string): Promise<RunSummary> },
): Promise<RouteOutput<'runs.list'>> {
  const names = await readdir(folder).catch(() => []);
  const ids = names
    .filter((name) => /^[0-9a-f-]{36}$/.test(name) && (before === null || name < before))
    .sort()
    .reverse();
  const found: RunSummary[] = [];
  for (const id of ids) {
    if (found.length === limit) return { runs: found, next: found.at(-1)?.id ?? null };
    try {
      found.push(await deps.find(id));
    } catch (error) {
      deps.log.warn('run not read', { error });
    }
  }
  return { runs: found, next: null };
}
