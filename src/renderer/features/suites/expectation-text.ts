import type { SuiteExpectation } from '#shared/domain/suite';
import { text } from '../../i18n/use-text';

/** What is expected, in one line: outcome, status, a part of the error. */
export function expectationText({ outcome, status, errorContains }: SuiteExpectation): string {
  const parts = [
    ...(outcome === undefined ? [] : [text(`outcomes.${outcome}`)]),
    ...(status === undefined ? [] : [String(status)]),
    ...(errorContains === undefined ? [] : [`“${errorContains}”`]),
  ];
  return parts.join(' · ');
}
