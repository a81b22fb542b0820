import type { EndpointPath } from '#shared/braze/endpoints';
import { isEndpointPath } from '#shared/braze/endpoints';
import { validateText } from '#shared/braze/validate';
import type { Environment } from '#shared/domain/environment';
import type { GateReport } from '#shared/domain/gate';
import type { SecretState } from '#shared/domain/secret';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import { createCallFrame } from '#shared/lib/call-template';
import { type ComposeDeps, composeRequest } from '../sending/compose-request';
import { evaluateGate } from '../sending/gate';
import { someRecipient } from './call-body';
import type { HostTarget } from '../sending/host-target';

/**
 * What the gate says of a run as a whole: of its request with some row in it. Whether each row may leave is
 * decided call by call.
 */
export function gateOfPlan(
  environment: Environment,
  request: OutgoingRequest,
  target: HostTarget,
  secret: SecretState,
  scrub: (text: string) => string,
  deps: ComposeDeps,
): GateReport {
  const asWritten = composeRequest(environment, request, deps);
  const { endpoint, wire } = asWritten;
  if (endpoint === null || !wire.ok || !isEndpointPath(request.endpoint)) {
    return evaluateGate({ environment, composed: asWritten, target, secret, keyInBody: false });
  }
  const json = createCallFrame(wire.json, null).compose([someRecipient]);
  const composed = {
    endpoint,
    wire: { ...wire, json, value: JSON.parse(json) as unknown },
    diagnostics: diagnosticsOf(endpoint, json, deps.now()),
  };
  // Only rows are measured against the list of test users, not the one that stands for them.
  const anyone = { ...environment, testUsers: environment.testUsers.length === 0 ? [] : ['row'] };
  const keyInBody = scrub(json) !== json;
  return evaluateGate({ environment: anyone, composed, target, secret, keyInBody });
}

function diagnosticsOf(endpoint: EndpointPath, json: string, nowMs: number) {
  return validateText(endpoint, json, { nowMs }).map((found) => ({
    ...found,
    offset: 0,
    length: 0,
  }));
}
