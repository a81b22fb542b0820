import type { DiagnosticCode } from '../diagnostic-codes';
import type { EndpointPath } from '../endpoints';

/** One body that has a finding, and the place of the finding; a campaign send unless it says more. */
export type CodeRow = readonly [
  code: DiagnosticCode,
  pointer: string,
  body: unknown,
  endpoint?: EndpointPath,
];
