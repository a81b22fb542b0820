import { welcomeCampaignId } from '../catalogue';
import type { Sandbox } from '../sandbox';

/** A body that every rule is content with. */
export const legalBody = {
  campaign_id: welcomeCampaignId,
  recipients: [{ external_user_id: 'qa-1' }],
};

/** How a call differs from a plain send. */
export interface CallOptions {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is when text or bytes, otherwise as JSON. Default: `legalBody`. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** An answer, read whole. */
export interface CallResult {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed text; undefined when it is not JSON. */
  readonly json: Record<string, unknown> | undefined;
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** Makes a call over real HTTP, without following redirects. */
export async function callSandbox(sandbox: Sandbox, call: CallOptions = {}): Promise<CallResult> {
  const method = call.method ?? 'POST';
  const body = 'body' in call ? call.body : legalBody;
  const asIs = typeof body === 'string' || body instanceof Uint8Array;
  const headers = {
    authorization: `Bearer ${sandbox.apiKey}`,
    ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    ...call.headers,
  };
  const response = await fetch(sandbox.url + (call.path ?? '/campaigns/trigger/send'), {
    method,
    headers,
    redirect: 'manual',
    ...(method === 'GET' || body === undefined ? {} : { body: asIs ? body : JSON.stringify(body) }),
    ...(call.signal === undefined ? {} : { signal: call.signal }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parsed(text) };
}

/** A look-up. */
export function lookUp(sandbox: Sandbox, path: string): Promise<CallResult> {
  return callSandbox(sandbox, { method: 'GET', path });
}
