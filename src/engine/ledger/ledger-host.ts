import { writeFileSync } from 'node:fs';
import { DeskError } from '#shared/errors';
import { brokenMarker } from './candidates';
import type { LedgerState } from './ledger';
import type { Migration } from './migrate';
import { type OpenLedger, openLedger } from './open-ledger';
import { type Repository, createRepository } from './repository';
import { toLedgerError } from './sqlite-error';

/** Keeps a ledger file open and finds another when it turns out broken. Synchronous. */
export interface LedgerHost {
  /** Opens the file first where it is not open. @throws DeskError as `Ledger` says. */
  use<T>(work: (repository: Repository) => T): T;
  state(): LedgerState;
  close(): void;
}

/** What a host needs. */
export interface LedgerHostDeps {
  readonly file: string;
  readonly migrations: readonly Migration[];
  /** How long to wait for another process, in milliseconds. */
  readonly busyMs: number;
  /** Names this process among those that write to the file. */
  readonly owner: string;
  readonly onState: (state: LedgerState) => void;
}

/** Opens at first use, so that what was locked or full is tried again. */
export function createLedgerHost(deps: LedgerHostDeps): LedgerHost {
  let open: (OpenLedger & { readonly repository: Repository }) | null = null;
  let state: LedgerState = { file: null, setAside: [], unused: [], error: null };

  const become = (next: LedgerState): void => {
    if (JSON.stringify(next) === JSON.stringify(state)) return;
    state = next;
    deps.onState(state);
  };

  const opened = (): NonNullable<typeof open> => {
    if (open !== null) return open;
    try {
      const ledger = openLedger(deps.file, deps.migrations, deps.busyMs);
      open = { ...ledger, repository: createRepository(ledger.database, deps.owner) };
      const { file, setAside, unused } = ledger;
      become({ file, setAside, unused, error: null });
      return open;
    } catch (error) {
      if (error instanceof DeskError) become({ ...state, file: null, error: error.toJSON() });
      throw error;
    }
  };

  const run = <T>(work: (repository: Repository) => T): T => {
    const { repository, file } = opened();
    try {
      return work(repository);
    } catch (error) {
      throw toLedgerError(error, file) ?? error;
    }
  };

  const close = (): void => {
    if (open === null) return;
    const { database } = open;
    open = null;
    try {
      database.all('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // The log stays beside the file; the next opening reads it.
    }
    database.close();
  };

  return {
    use(work) {
      try {
        return run(work);
      } catch (error) {
        const broken = open?.file;
        if (
          !(error instanceof DeskError && error.code === 'ledger_corrupt') ||
          broken === undefined
        ) {
          throw error;
        }
        // Kept as it is, under its own name; the mark tells the next start not to use it again.
        writeFileSync(brokenMarker(broken), '');
        close();
        return run(work);
      }
    },
    state() {
      try {
        opened();
      } catch (error) {
        if (!(error instanceof DeskError)) throw error;
      }
      return state;
    },
    close,
  };
}
