/** How the program ends; documented in its help. */
export const exitCodes = {
  /** Done, and nothing at error level. */
  done: 0,
  /** Done, but refused, failed or at error level. */
  failed: 1,
  /** Usage, unreadable or malformed input. */
  usage: 2,
  /** The gate said no. */
  blocked: 3,
  /** It left, and nobody knows what became of it. */
  unknown: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The text below every help page. */
export const exitCodesHelp = `
Exit codes:
  0    done, and nothing at error level
  1    done, but refused, failed or at error level
  2    usage, unreadable or malformed input
  3    blocked by the gate
  4    outcome unknown
  130  interrupted`;

/** Ends a command with one line on standard error: where, what, what to do. */
export class CommandFailure extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, line: string, options?: { cause?: unknown }) {
    super(line, options);
    this.name = 'CommandFailure';
    this.exitCode = exitCode;
  }
}
