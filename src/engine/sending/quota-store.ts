import type { QuotaWindow } from './quota-window';

/** What is known of one workspace's allowances. */
export interface QuotaAccount {
  windows: Record<string, QuotaWindow>;
  /** Calls on their way by process and allowance. */
  flights: Record<string, { atMs: number; calls: Record<string, number> }>;
  /** The server has said something of allowances. */
  heard: boolean;
  /** An answer came that said nothing of them. */
  silent: boolean;
}

/** Keeps accounts, for one process or for all that share a home. */
export interface QuotaStore {
  /** Reads an account, lets it be changed, and keeps it, alone. Null: another process is at it just now. */
  update<T>(account: string, work: (account: QuotaAccount) => T): { readonly value: T } | null;
  close(): void;
}

/** One that nothing is known of. */
export function newAccount(): QuotaAccount {
  return { windows: {}, flights: {}, heard: false, silent: false };
}

/** Accounts of one process. */
export function createMemoryQuotaStore(): QuotaStore {
  const accounts = new Map<string, QuotaAccount>();
  return {
    update(name, work) {
      const account = accounts.get(name) ?? newAccount();
      accounts.set(name, account);
      return { value: work(account) };
    },
    close: () => undefined,
  };
}
