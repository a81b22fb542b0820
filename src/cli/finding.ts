import type { Diagnostic } from '#shared/braze/diagnostic';
import { formatDiagnostic } from '#shared/braze/format-diagnostic';
import type { Language } from '#shared/domain/language';
import { textError } from '#shared/lib/wire-body';

/** A finding as it is printed. */
export interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** JSON Pointer into the body. */
  readonly path: string;
  readonly message: string;
  /** Place in the file, from 1; only where there is a file. */
  readonly line?: number;
  readonly column?: number;
}

/** Findings in the words of a language; with the file's text they get their place in it. */
export function findingsOf(
  diagnostics: readonly Diagnostic[],
  language: Language,
  text?: string,
): Finding[] {
  return diagnostics.map((diagnostic) => {
    const { rule, severity, pointer } = diagnostic;
    const message = formatDiagnostic(diagnostic, language);
    const finding = { rule, severity, path: pointer, message };
    if (text === undefined) return finding;
    const { line, column } = textError(text, diagnostic.offset);
    return { ...finding, line, column };
  });
}
