import type { Headers } from '#shared/domain/dispatch';
import { redactedKey } from '#shared/lib/redaction';

/**
 * The headers of a call. `Connection: close`: a connection that was used before may be gone by now, and
 * whether a request that was put on it arrived can then not be told.
 */
export function requestHeaders(key: string, method: 'GET' | 'POST'): Headers {
  return [
    ['Authorization', `Bearer ${key}`],
    ...(method === 'POST' ? ([['Content-Type', 'application/json']] as const) : []),
    ['Accept', 'application/json'],
    ['User-Agent', 'dispatch-desk'],
    ['Connection', 'close'],
  ];
}

/** The same as they are shown and kept. */
export function shownHeaders(method: 'GET' | 'POST'): Headers {
  return requestHeaders(redactedKey, method);
}
