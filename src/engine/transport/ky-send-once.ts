import type { SendOnce } from './send-once';

/** Loaded with the first call: it has Node load its whole fetch, which a start has no time for. */
let library: Promise<typeof import('ky')> | undefined;

/**
 * Sends with ky over a `fetch`: neither retries nor follows redirects, and throws for no status. The fetch must use
 * a connection for one call only and must not send again by itself. This is the one file that knows ky.
 */
export function createKySendOnce(givenFetch: typeof fetch): SendOnce {
  return async (url, call) => {
    const { default: ky, NetworkError } = await (library ??= import('ky'));
    try {
      return await ky(url, {
        ...call,
        fetch: givenFetch,
        retry: 0,
        timeout: false,
        throwHttpErrors: false,
      });
    } catch (error) {
      // ky's own error has the request with it, and the key in that; what is of use is its cause.
      throw error instanceof NetworkError ? error.cause : error;
    }
  };
}
