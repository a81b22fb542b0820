import type { Variable } from '#shared/domain/variable';
import type { MatrixValue } from '#shared/lib/test-matrix';

/** What was typed, as a value: JSON where the variable is JSON and the text is, else text. */
export function newValue(typed: string, kind: Variable['kind']): MatrixValue {
  return kind === 'json' && isJson(typed)
    ? { value: typed.trim(), kind }
    : { value: typed, kind: 'text' };
}

/** The kind that a variable's new values get: that of the request's own variable. */
export function kindOfVariable(variables: readonly Variable[], name: string): Variable['kind'] {
  return variables.find((variable) => variable.name === name)?.kind ?? 'text';
}

function isJson(typed: string): boolean {
  try {
    JSON.parse(typed);
    return true;
  } catch {
    return false;
  }
}
