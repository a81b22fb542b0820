/**
 * Node's fetch such that a request is sent once whatever the answer. By its standard, fetch sends a
 * request again after status 421 when it can read the body twice: from a stream it cannot. The length is
 * set so that the body does not leave in chunks.
 */
export function createOneCallFetch(nodeFetch: typeof fetch): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    if (request.body === null) return await nodeFetch(request);
    const bytes = new Uint8Array(await request.arrayBuffer());
    const headers = new Headers(request.headers);
    headers.set('content-length', String(bytes.byteLength));
    return await nodeFetch(request.url, {
      method: request.method,
      headers,
      body: new Blob([bytes]).stream(),
      duplex: 'half',
      redirect: request.redirect,
      signal: request.signal,
    });
  };
}
