import type { Headers as HeaderPairs, TimelineStep } from '#shared/domain/dispatch';
import { type CallFailure, classifyFailure } from './classify-failure';
import { type ReadBody, readAnswer } from './read-answer';
import type { SendOnce } from './send-once';

/** One call. It is made once: never retried, never redirected. */
export interface HttpCall {
  readonly url: string;
  /** As they are put on the request, the key among them. */
  readonly headers: HeaderPairs;
  /** Time for the whole call, the answer's body included, in milliseconds. */
  readonly timeoutMs: number;
  /** Of the answer's body; what is longer is cut. Default `answerLimit` and its margin. */
  readonly keepBytes?: number | undefined;
  /** Cancels. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((phase: 'sent' | 'answering', receivedBytes: number) => void) | undefined;
}

/** An answer. Its headers and text are as they came, not scrubbed. */
export interface HttpAnswer {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: HeaderPairs;
  readonly bodyText: string;
  readonly bytes: number;
  /** `too_large`: `bodyText` is its beginning. `ended`: no more came; `endedBy` says why. */
  readonly cut: ReadBody['cut'];
  readonly endedBy: CallFailure | null;
  readonly badUtf8: boolean;
  /** On the clock that was handed in, not yet relative to anything. */
  readonly timeline: readonly TimelineStep[];
}

/** No answer; `left` is false only where it is proved that nothing reached the server. */
export interface HttpFailure extends CallFailure {
  readonly kind: 'failure';
  readonly timeline: readonly TimelineStep[];
}

export type HttpResult = HttpAnswer | HttpFailure;

/** Makes calls. Neither method throws, and nothing about a call is ever logged here. */
export interface HttpClient {
  post(call: HttpCall & { readonly body: string }): Promise<HttpResult>;
  get(call: HttpCall): Promise<HttpResult>;
}

/** What the client needs. */
export interface HttpClientDeps {
  /**
   * Must use a connection for one call only and must not send a request again by itself. Node's HTTP client does so
   * (`createNodeSendOnce`). Chromium does not: it sends a POST again when a connection that was
   * used before breaks before an answer; each call needs a session without open connections.
   */
  readonly fetch: SendOnce;
  /** Milliseconds with fractions, on a clock that only goes forward. */
  monotonicMs(): number;
}

/** Makes calls with what is given to send them. */
export function createHttpClient({ fetch: sendOnce, monotonicMs }: HttpClientDeps): HttpClient {
  const send = async (
    call: HttpCall,
    method: 'GET' | 'POST',
    body?: string,
  ): Promise<HttpResult> => {
    const timeline: TimelineStep[] = [];
    const mark = (step: TimelineStep['step']): void => {
      timeline.push({ step, atMs: monotonicMs() });
    };
    // One signal of our own: those that Node makes of several stay in memory until a full collection.
    const stop = new AbortController();
    let endedBy: 'cancelled' | 'timeout' | null = null;
    const end = (why: 'cancelled' | 'timeout'): void => {
      endedBy ??= why;
      stop.abort();
    };
    const cancel = (): void => end('cancelled');
    call.signal?.addEventListener('abort', cancel, { once: true });
    if (call.signal?.aborted === true) cancel();
    const timer = setTimeout(() => end('timeout'), call.timeoutMs);
    let handedOver = false;

    const explain = (error: unknown): CallFailure => {
      // An aborted call may have arrived.
      if (endedBy !== null) return { code: endedBy, left: handedOver, detail: '' };
      const failure = classifyFailure(error);
      return handedOver ? failure : { ...failure, code: 'other', left: false };
    };

    try {
      stop.signal.throwIfAborted();
      const { protocol, href, username, password } = new URL(call.url);
      if (!/^https?:$/.test(protocol) || username !== '' || password !== '') {
        throw new TypeError('not an address to send to');
      }
      const headers = call.headers.map(([name, value]): [string, string] => {
        if (!isHeader(name, value)) throw new TypeError('a header that cannot be written');
        return [name, value];
      });
      handedOver = true;
      mark('sent');
      call.onProgress?.('sent', 0);
      const response = await sendOnce(href, {
        method,
        headers,
        ...(body === undefined ? {} : { body }),
        signal: stop.signal,
        redirect: 'error',
        credentials: 'omit',
      });
      mark('headers');
      const { error, text, ...read } = await readAnswer(
        response.body,
        stop.signal,
        (bytes) => call.onProgress?.('answering', bytes),
        call.keepBytes,
      );
      mark(read.cut === 'ended' ? 'ended' : 'answered');
      return {
        kind: 'answer',
        status: response.status,
        headers: [...response.headers],
        bodyText: text,
        ...read,
        endedBy: read.cut === 'ended' ? explain(error) : null,
        timeline,
      };
    } catch (error) {
      mark('ended');
      return { kind: 'failure', ...explain(error), timeline };
    } finally {
      clearTimeout(timer);
      call.signal?.removeEventListener('abort', cancel);
    }
  };

  return {
    post: ({ body, ...call }) => send(call, 'POST', body),
    get: (call) => send(call, 'GET'),
  };
}

/** What HTTP lets a name and a value be (RFC 9110, 5.1 and 5.5). */
function isHeader(name: string, value: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}
