import type { DiagnosticCode, RuleId } from './diagnostic-codes';

/** How bad a finding is. `info` counts as valid. */
export type Severity = 'error' | 'warning' | 'info';

/** Values that a finding's message names. */
export type DiagnosticParams = Readonly<Record<string, string | number>>;

/** One finding of validation. */
export interface Diagnostic {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Message key, such as `R13.several`. */
  readonly code: DiagnosticCode;
  readonly params: DiagnosticParams;
  /** JSON Pointer of the offending value, or of its parent where the value is missing. */
  readonly pointer: string;
  /** UTF-16 offset in the source text, comments and all; 0 when a value was validated. */
  readonly offset: number;
  /** UTF-16 code units; 0 when a value was validated. */
  readonly length: number;
  /** Whether the vendor's pages leave the server's reaction open. */
  readonly unconfirmed: boolean;
}

/** The level of a whole body. */
export type Level = 'valid' | 'warning' | 'error';

/** The highest severity found; `info` and nothing are both `valid`. */
export function levelOf(diagnostics: readonly Diagnostic[]): Level {
  let level: Level = 'valid';
  for (const { severity } of diagnostics) {
    if (severity === 'error') return 'error';
    if (severity === 'warning') level = 'warning';
  }
  return level;
}
