/**
 * Facts a log line may carry. Only these names reach the file, whatever a caller hands over: never a
 * body, a recipient, a header or a key. `error` is reduced to its name, its code and where it was thrown.
 */
export interface LogFields {
  readonly area?: string;
  readonly code?: string;
  readonly route?: string;
  readonly environmentId?: string;
  readonly attemptId?: string;
  readonly dispatchRow?: string;
  readonly endpoint?: string;
  readonly host?: string;
  readonly outcome?: string;
  readonly status?: number;
  readonly failure?: string;
  readonly elapsedMs?: number;
  readonly bytes?: number;
  readonly count?: number;
  readonly file?: string;
  readonly line?: number;
  readonly state?: string;
  readonly version?: string;
  readonly platform?: string;
  readonly runtime?: string;
  readonly system?: string;
  readonly error?: unknown;
}

/**
 * The engine's log. `event` is a constant phrase in the past tense ("ledger opened"), never built
 * from data: what varies goes into the fields.
 */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** A log that keeps nothing, for tests and for parts that are started without one. */
export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
