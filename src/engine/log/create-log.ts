import pino from 'pino';
import type { Log, LogFields } from './log';
import { logFields } from './log-line';
import type { LineSink } from './rotating-file';

export interface CreateLogDeps {
  readonly sinks: readonly LineSink[];
  /** Removes every known key; asked anew for each line. */
  scrub(text: string): string;
  now(): number;
  readonly level?: 'debug' | 'info' | 'warn' | 'error';
}

/** A log that can be closed; lines after that go nowhere. */
export interface ClosableLog extends Log {
  close(): void;
}

/**
 * Lines of JSON to every sink. What may stand in one is the logger's own doing: names outside the
 * allow-list never get that far, and the finished line is scrubbed of keys as the last step.
 */
export function createLog(deps: CreateLogDeps): ClosableLog {
  const logger = pino(
    {
      level: deps.level ?? 'info',
      base: { pid: process.pid },
      messageKey: 'event',
      timestamp: () => `,"time":"${new Date(deps.now()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }), log: (fields) => logFields(fields) },
      hooks: { streamWrite: (line) => deps.scrub(line) },
    },
    { write: (line: string) => deps.sinks.forEach((sink) => sink.write(line)) },
  );
  const at =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}): void =>
      logger[level](fields, event);
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    close: () => deps.sinks.forEach((sink) => sink.close()),
  };
}
