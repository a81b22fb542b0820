import type { EndpointPath } from '#shared/braze/endpoints';
import { validateValue } from '#shared/braze/validate';
import type { Environment } from '#shared/domain/environment';
import type { OutgoingRequest } from '#shared/ipc/contract';
import { createCallFrame } from '#shared/lib/call-template';
import { createVariableLookup, dynamicVariableNames } from '#shared/lib/variables';
import { composeWireBody } from '#shared/lib/wire-body';
import { type ComposeDeps, type ComposedRequest } from '../sending/compose-request';
import type { RunCall } from './call-maker';

/** Makes the bodies of a run's calls. */
export interface CallBodies {
  /** The body without rows, for sizes. */
  readonly bodyJson: string;
  /** One call's body with its rows in it, checked against the rules. Placeholders in rows stay as they are. */
  compose(call: Pick<RunCall, 'recipients' | 'parts'>): ComposedRequest;
}

/** Null: the request's text is not JSON. */
export function createCallBodies(
  environment: Environment,
  request: OutgoingRequest,
  endpoint: EndpointPath,
  deps: ComposeDeps,
): CallBodies | null {
  const lookup = createVariableLookup([environment.variables, request.variables], deps);
  const first = composeWireBody(request.bodyText, lookup);
  if (!first.ok) return null;
  const variables = [request.bodyText, ...environment.variables, ...request.variables];
  // A time or an id made anew has to be new in every call.
  const changes = dynamicVariableNames.some((name) =>
    variables.some((one) => (typeof one === 'string' ? one : one.value).includes(name)),
  );
  let frame = createCallFrame(first.json, null);

  return {
    bodyJson: first.json,
    compose({ recipients, parts }) {
      const template = changes ? composeWireBody(request.bodyText, lookup) : first;
      const { json: bodyJson, unresolved, notJson } = template.ok ? template : first;
      if (changes) frame = createCallFrame(bodyJson, null);
      const json = (parts === null ? frame : createCallFrame(bodyJson, parts)).compose(recipients);
      const value: unknown = JSON.parse(json);
      const diagnostics = validateValue(endpoint, value, { nowMs: deps.now() });
      return { endpoint, wire: { ok: true, json, value, unresolved, notJson }, diagnostics };
    },
  };
}
