import type { Headers as HeaderPairs, TimelineStep } from '#shared/domain/dispatch';
import { type CallFailure, classifyFailure } from './classify-failure';
import { type ReadBody, readAnswer } from './read-answer';

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
   * Must use a connection for one call only and must not send a request again by itself. Node's does so
   * through `createOneCallFetch`. Chromium's does not: it sends a POST again when a connection that was
   * used before breaks before an answer; each call needs a session without open connections.
   */
  readonly fetch: typeof fetch;
  /** Milliseconds with fractions, on a clock that only goes forward. */
  monotonicMs(): number;
}

/** Loaded with the first call: it has Node load its whole fetch, which a start has no time for. */
let library: Promise<typeof import('ky')> | undefined;

/** ky over the given fetch. This is the one place that knows ky. */
export function createHttpClient({ fetch: givenFetch, monotonicMs }: HttpClientDeps): HttpClient {
  const send = async (
    call: HttpCall,
    method: 'get' | 'post',
    body?: string,
  ): Promise<HttpResult> => {
    const { default: ky, NetworkError } = await (library ??= import('ky'));
    const timeline: TimelineStep[] = [];
    const mark = (step: TimelineStep['step']): void => {
      timeline.push({ step, atMs: monotonicMs() });
    };
    const timeUp = new AbortController();
    const timer = setTimeout(() => timeUp.abort(), call.timeoutMs);
    const { signal: cancel = new AbortController().signal } = call;
    const signal = AbortSignal.any([cancel, timeUp.signal]);
    let handedOver = false;

    const explain = (error: unknown): CallFailure => {
      // Which of the two came first does not matter: an aborted call may have arrived.
      if (cancel.aborted) return { code: 'cancelled', left: handedOver, detail: '' };
      if (timeUp.signal.aborted) return { code: 'timeout', left: handedOver, detail: '' };
      // ky's own error has the request with it, and nothing else of use.
      const failure = classifyFailure(error instanceof NetworkError ? error.cause : error);
      return handedOver ? failure : { ...failure, code: 'other', left: false };
    };

    try {
      cancel.throwIfAborted();
      const response = await ky(call.url, {
        method,
        ...(body === undefined ? {} : { body }),
        headers: call.headers.map(([name, value]) => [name, value]),
        fetch: (input, init) => {
          handedOver = true;
          mark('sent');
          call.onProgress?.('sent', 0);
          return givenFetch(input, init);
        },
        signal,
        retry: 0,
        timeout: false,
        throwHttpErrors: false,
        redirect: 'error',
        credentials: 'omit',
      });
      mark('headers');
      const { error, text, ...read } = await readAnswer(
        response.body,
        signal,
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
    }
  };

  return {
    post: ({ body, ...call }) => send(call, 'post', body),
    get: (call) => send(call, 'get'),
  };
}
