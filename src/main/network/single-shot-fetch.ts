import type { Lane } from './lane';

/** The body as it arrives; `onEnd` runs once, when it has ended, failed or been given up. */
function watchBody(
  body: ReadableStream<Uint8Array>,
  onEnd: (givenUp: boolean) => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          onEnd(false);
          controller.close();
        } else {
          controller.enqueue(value);
        }
      } catch (error) {
        onEnd(true);
        controller.error(error);
      }
    },
    cancel() {
      onEnd(true);
    },
  });
}

/**
 * A `fetch` over Chromium's network that puts each request on a connection of its own.
 *
 * Chromium sends a request again, POST too, when a connection that it had kept from an earlier request
 * ends before the answer's headers, and says nothing of it. It never does so on a connection that is new.
 * So a lane forgets its connections before each request, and carries one at a time (ADR 6).
 *
 * Rejects as `fetch` does, with Chromium's name of the failure (`net::ERR_…`) as the message.
 */
export function createSingleShotFetch(open: (index: number) => Lane): typeof fetch {
  const idle: Lane[] = [];
  let opened = 0;

  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const lane = idle.pop() ?? open(opened++);
    const gaveUp = new AbortController();
    const free = (): void => {
      // A lane whose connections will not close is not used again.
      void lane.closeConnections().then(
        () => idle.push(lane),
        () => undefined,
      );
    };

    try {
      await lane.closeConnections();
      request.signal.throwIfAborted();
      const response = await lane.fetch(
        new Request(request, {
          signal: AbortSignal.any([request.signal, gaveUp.signal]),
          credentials: 'omit',
        }),
      );
      if (response.body === null) {
        free();
        return response;
      }
      // Giving a body up does not end its connection in Electron; aborting does.
      const body = watchBody(response.body, (givenUp) => {
        if (givenUp) gaveUp.abort();
        free();
      });
      const { status, statusText, headers } = response;
      return new Response(body, { status, statusText, headers });
    } catch (error) {
      free();
      throw error;
    }
  };
}
