import type { Diagnostic } from '#shared/braze/diagnostic';
import { type EndpointPath, isEndpointPath } from '#shared/braze/endpoints';
import { validateText } from '#shared/braze/validate';
import type { Environment } from '#shared/domain/environment';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import { createVariableLookup } from '#shared/lib/variables';
import { type WireBody, composeWireBody } from '#shared/lib/wire-body';

/** A request with its variables' values in, checked against the rules. */
export interface ComposedRequest {
  /** Null: not an endpoint this program knows. */
  readonly endpoint: EndpointPath | null;
  readonly wire: WireBody;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where values made anew come from. */
export interface ComposeDeps {
  uuid(): string;
  /** Epoch milliseconds. */
  now(): number;
}

/**
 * Makes the body as it would leave and validates that very text, so that a field which stands twice is
 * seen. Offsets are 0: they would count in the body as sent, not in the text on the screen.
 */
export function composeRequest(
  environment: Environment,
  request: OutgoingRequest,
  { uuid, now }: ComposeDeps,
): ComposedRequest {
  const endpoint = isEndpointPath(request.endpoint) ? request.endpoint : null;
  const lookup = createVariableLookup([environment.variables, request.variables], { uuid, now });
  const wire = composeWireBody(request.bodyText, lookup);
  const diagnostics = endpoint === null ? [] : diagnosticsOf(endpoint, wire, request, now());
  return { endpoint, wire, diagnostics };
}

function diagnosticsOf(
  endpoint: EndpointPath,
  wire: WireBody,
  request: OutgoingRequest,
  nowMs: number,
): readonly Diagnostic[] {
  if (!wire.ok) return validateText(endpoint, request.bodyText, { nowMs, placeholders: 'allow' });
  return validateText(endpoint, wire.json, { nowMs }).map((found) => ({
    ...found,
    offset: 0,
    length: 0,
  }));
}
