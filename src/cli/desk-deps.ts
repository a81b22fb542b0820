import type { Interruption } from './interruption';
import type { Print } from './print';
import type { ReadInput } from './request-input';

/** What the entry hands to every command. */
export interface DeskDeps {
  readonly print: Print;
  readonly readInput: ReadInput;
  readonly interruption: Interruption;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The built worker that owns the ledger. */
  readonly ledgerWorker: URL;
  readonly version: string;
  now(): number;
}
