import { DIAGNOSTIC_CODES, ruleOf, type DiagnosticCode, type RuleId } from './diagnostic-codes';

/** All rule ids there are: R01 to R35. */
export const ALL_RULES: readonly string[] = Array.from(
  { length: 35 },
  (_unused, index) => `R${String(index + 1).padStart(2, '0')}`,
);

/** Rules that validation reports, in order; `JSON` is the text itself. */
export const BUILT_RULES: readonly RuleId[] = [
  ...new Set((Object.keys(DIAGNOSTIC_CODES) as DiagnosticCode[]).map(ruleOf)),
].sort();

/** Rules that are not built; empty when all are. */
export const MISSING_RULES: readonly string[] = ALL_RULES.filter(
  (rule) => !(BUILT_RULES as readonly string[]).includes(rule),
);
