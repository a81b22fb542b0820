import { createHash } from 'node:crypto';
import type { Environment } from '#shared/domain/environment';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import { createVariableLookup } from '#shared/lib/variables';
import { composeWireBody } from '#shared/lib/wire-body';

/** Values made anew at each send are no change of what was confirmed. */
const still = { uuid: () => '00000000-0000-4000-8000-000000000000', now: () => 0 };

/** Stands for what a request would send and where to; values made at each send count as always the same. */
export function bodyFingerprint(
  environment: Environment,
  host: string,
  request: OutgoingRequest,
): string {
  const lookup = createVariableLookup([environment.variables, request.variables], still);
  const wire = composeWireBody(request.bodyText, lookup);
  const { id, name, production } = environment;
  return hashOf([id, name, production, host, request.endpoint, wire.ok ? wire.json : null]);
}

/** One fingerprint of several, in their order. */
export function joinFingerprints(fingerprints: readonly string[]): string {
  return hashOf(fingerprints);
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
