/**
 * The closed set of things that can go wrong, as machine codes.
 * Human text lives in the renderer's catalogues (`errors.<code>`) and in the command line's printer.
 */
export const errorCodes = [
  // bridge
  'invalid_input',
  'unknown_route',
  'foreign_sender',
  'internal',
  // files
  'not_found',
  'already_exists',
  'name_invalid',
  'outside_folder',
  'read_only',
  'no_access',
  'disk_full',
  'too_large',
  'not_text',
  'file_changed',
  'folder_missing',
  'file_newer',
  'file_broken',
  // data files of runs
  'data_unreadable',
  'data_empty',
  'columns_repeated',
  'mapping_invalid',
  // keychain
  'secret_missing',
  'secret_invalid',
  'keychain_locked',
  'keychain_unavailable',
  'keychain_refused',
  // sandbox
  'port_taken',
  'sandbox_stopped',
  // ledger
  'ledger_locked',
  'ledger_newer',
  'ledger_corrupt',
  'ledger_closed',
  // sending
  'attempt_repeated',
  'attempt_unknown',
  'environment_unknown',
  'host_invalid',
  'link_unknown',
  // queue
  'send_undone',
  'send_held',
  'send_changed',
  'queue_unknown',
  'queue_full',
  'due_past',
  // look-ups
  'call_cancelled',
  'call_rate_limited',
  'call_failed',
  'call_refused',
  'answer_too_large',
  'answer_unreadable',
  // runs
  'run_unknown',
  'run_locked',
  'run_state',
  'run_broken',
  'comparison_unknown',
  'data_file_unknown',
  'data_changed',
  // test matrices
  'suite_broken',
  'suite_running',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** An error as it crosses the bridge: a code, facts for the text, never a secret, a body or a stack. */
export interface AppError {
  readonly code: ErrorCode;
  /** Facts the text may name: a path, a line, a size in bytes, a system error code. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** An expected failure. Anything else that is thrown is a bug and becomes `internal` at the gate. */
export class DeskError extends Error {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(
    code: ErrorCode,
    params: Readonly<Record<string, string | number>> = {},
    options?: { cause?: unknown },
  ) {
    super(code, options);
    this.name = 'DeskError';
    this.code = code;
    this.params = params;
  }

  toJSON(): AppError {
    return { code: this.code, params: this.params };
  }
}

/** Fails to compile where a union is not handled whole. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
