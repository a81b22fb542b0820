import type { EndpointPath } from '#shared/braze/endpoints';
import type { Diagnostic } from '#shared/braze/diagnostic';
import { validateText } from '#shared/braze/validate';
import type { Environment } from '#shared/domain/environment';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import { createCallFrame } from '#shared/lib/call-template';
import { createVariableLookup, dynamicVariableNames } from '#shared/lib/variables';
import { composeWireBody } from '#shared/lib/wire-body';
import { type ComposeDeps, type ComposedRequest } from '../sending/compose-request';
import type { RunCall } from './call-maker';

/** Makes the bodies of a run's calls. */
export interface CallBodies {
  /** The body without rows, for sizes. */
  readonly bodyJson: string;
  /**
   * One call's body with its rows in it. Its recipients were checked against the rules one by one when they were read,
   * and no user stands in it twice; what is checked here is all the rest. Placeholders in rows stay as they are.
   * The value has as many recipients as the text, but who they are only where the list of test users asks for it.
   */
  compose(call: Pick<RunCall, 'recipients' | 'parts'>): ComposedRequest;
}

/** Stands for the rows where the rest of a call is checked. */
export const someRecipient = '{"external_user_id":"row"}';
const someone: unknown = JSON.parse(someRecipient);

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
  interface Frame {
    readonly key: string;
    readonly compose: (joined: string) => string;
    /** The body without its rows. */
    readonly members: object;
    readonly diagnostics: readonly Diagnostic[];
  }
  const frameOf = (key: string, json: string, parts: RunCall['parts']): Frame => {
    const callFrame = createCallFrame(json, parts);
    const compose: Frame['compose'] = (joined) => callFrame.compose([joined]);
    const members = JSON.parse(compose('')) as object;
    const diagnostics = validateText(endpoint, compose(someRecipient), { nowMs: deps.now() });
    return { key, compose, members, diagnostics };
  };
  const asksWho = environment.testUsers.length > 0;
  const valuesOf = ({ joined, ends }: RunCall['recipients']): readonly unknown[] =>
    asksWho
      ? (JSON.parse(`[${joined}]`) as unknown[])
      : new Array<unknown>(ends.length).fill(someone);
  /** Rows with the same parts of the whole call follow each other more often than not. */
  let last: Frame | null = null;

  return {
    bodyJson: first.json,
    compose({ recipients, parts }) {
      const template = changes ? composeWireBody(request.bodyText, lookup) : first;
      const { json: bodyJson, unresolved, notJson } = template.ok ? template : first;
      const key = parts === null ? '' : JSON.stringify(parts);
      const frame = last?.key === key && !changes ? last : frameOf(key, bodyJson, parts);
      last = frame;
      const json = frame.compose(recipients.joined);
      const { members, diagnostics } = frame;
      const value = { ...members, recipients: valuesOf(recipients) };
      return { endpoint, wire: { ok: true, json, value, unresolved, notJson }, diagnostics };
    },
  };
}
