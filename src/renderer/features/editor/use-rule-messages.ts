import type { Diagnostic } from '#shared/braze/diagnostic';

/** The words for a finding. */
export function useRuleMessages(): (diagnostic: Diagnostic) => string {
  return ({ code, params }) => `${code} ${Object.values(params).join(' ')}`.trim();
}
