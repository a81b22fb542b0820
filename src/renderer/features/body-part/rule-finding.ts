import type { BodyFinding } from '../../lib/body-analysis';

/** What a rule says about a place in the body. */
export type RuleFinding = Extract<BodyFinding, { readonly kind: 'rule' }>;

/** Those about one field at the top of the body and what is in it. */
export function findingsUnder(
  field: string,
  findings: readonly BodyFinding[],
): readonly RuleFinding[] {
  return findings.filter(
    (finding): finding is RuleFinding =>
      finding.kind === 'rule' &&
      (finding.pointer === `/${field}` || finding.pointer.startsWith(`/${field}/`)),
  );
}
