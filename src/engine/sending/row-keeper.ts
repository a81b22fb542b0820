import type { Dispatch } from '#shared/domain/dispatch';
import { DeskError } from '#shared/errors';
import type { Ledger } from '../ledger/ledger';
import type { Log } from '../log/log';
import type { Problems } from '../problems';

/** Writes outcomes; a ledger that fails now does not take the result away from who sent. */
export interface RowKeeper {
  complete(dispatch: Dispatch): Promise<Dispatch>;
  record(dispatch: Dispatch): Promise<Dispatch>;
  /** Tries once more to write what could not be written. Never rejects. */
  flush(): Promise<void>;
}

/** What the keeper needs. */
export interface RowKeeperDeps {
  readonly ledger: Pick<Ledger, 'complete' | 'record'>;
  readonly problems: Pick<Problems, 'set' | 'clear'>;
  readonly log: Log;
}

const problemId = 'ledger/unwritten';
/** Rows that are kept to be tried again; each may have a body of megabytes. */
const mostUnwritten = 50;

/**
 * Returns each dispatch whether or not its row could be written. What could not is named as a problem,
 * and tried again after the next row that can; until then the file says `unknown`, which is true of it.
 */
export function createRowKeeper({ ledger, problems, log }: RowKeeperDeps): RowKeeper {
  let unwritten: (() => Promise<void>)[] = [];

  const attempt = async (write: () => Promise<void>): Promise<boolean> => {
    try {
      await write();
      return true;
    } catch (error) {
      const known =
        error instanceof DeskError ? error.toJSON() : { code: 'internal' as const, params: {} };
      problems.set({ id: problemId, area: 'ledger', ...known });
      log.error('ledger row not written', { area: 'ledger', code: known.code, error });
      return false;
    }
  };

  const flush = async (): Promise<void> => {
    if (unwritten.length === 0) return;
    const waiting = unwritten;
    unwritten = [];
    for (const [index, write] of waiting.entries()) {
      if (await attempt(write)) continue;
      unwritten = [...waiting.slice(index), ...unwritten].slice(-mostUnwritten);
      return;
    }
    problems.clear(problemId);
  };

  const keep = async (dispatch: Dispatch, write: () => Promise<void>): Promise<Dispatch> => {
    if (await attempt(write)) await flush();
    else unwritten = [...unwritten, write].slice(-mostUnwritten);
    return dispatch;
  };

  return {
    complete: (dispatch) => keep(dispatch, () => ledger.complete(dispatch)),
    record: (dispatch) => keep(dispatch, () => ledger.record(dispatch)),
    flush,
  };
}
