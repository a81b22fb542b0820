import { describeHost } from '../braze/clusters';
import { type EndpointPath, isEndpointPath } from '../braze/endpoints';
import { type Parameter, parametersOf } from '../braze/lookup-parameters';
import type { CurlDialect } from './curl-dialect';
import { writeCurl } from './write-curl';

/** What a command is written of: an address as an environment has it, and the body as it would leave. */
export interface CopiedRequest {
  /** Scheme and host, or a host alone; `https://` is added except for this machine. */
  readonly host: string;
  readonly endpoint: string;
  /** Empty for none. */
  readonly bodyJson: string;
}

/** Why there is no command: the endpoint is not known, or no shell can carry it. */
export type CopyProblem = 'unknown_endpoint' | 'not_writable';

/**
 * Writes a request as a curl command. The key is never part of it: a variable of the shell stands for it.
 * @param options.keyHeader whether the Authorization header is written, with that variable.
 */
export function copyAsCurl(
  { host, endpoint, bodyJson }: CopiedRequest,
  dialect: CurlDialect,
  { keyHeader }: { readonly keyHeader: boolean },
):
  | { readonly ok: true; readonly command: string }
  | { readonly ok: false; readonly code: CopyProblem } {
  if (!isEndpointPath(endpoint)) return { ok: false, code: 'unknown_endpoint' };
  const scheme = describeHost(host).kind === 'loopback' ? 'http' : 'https';
  const url = /^https?:\/\//i.test(host) ? host : `${scheme}://${host}`;
  const query = queryOf(endpoint, bodyJson);
  try {
    const command = writeCurl(
      {
        url,
        endpoint,
        ...(query === null ? {} : { query }),
        bodyJson: query !== null || bodyJson.trim() === '' ? null : bodyJson,
        ...(keyHeader ? {} : { apiKeyPlaceholder: null }),
      },
      dialect,
    );
    return { ok: true, command };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, code: 'not_writable' };
    throw error;
  }
}

/** What a look-up's body says in its address; null for a request that has a body. */
function queryOf(endpoint: EndpointPath, bodyJson: string): readonly Parameter[] | null {
  try {
    return parametersOf(endpoint, JSON.parse(bodyJson));
  } catch {
    return parametersOf(endpoint, {});
  }
}
