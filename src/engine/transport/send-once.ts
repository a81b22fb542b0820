/** One request as it is handed to the network. */
export interface OutgoingCall {
  readonly method: 'GET' | 'POST';
  readonly headers: [string, string][];
  readonly body?: string;
  readonly signal: AbortSignal;
  readonly redirect: 'error';
  readonly credentials: 'omit';
}

/** An answer whose body is still to be read; `fetch`'s is one. */
export interface IncomingAnswer {
  readonly status: number;
  readonly headers: Iterable<[string, string]>;
  readonly body: AnswerBody | null;
}

/** As much of a `ReadableStream` as is used. */
export interface AnswerBody {
  getReader(): AnswerReader;
}

/** Reads a body part by part; `cancel` gives up the rest and ends its connection. */
export interface AnswerReader {
  read(): Promise<{
    readonly done?: boolean | undefined;
    readonly value?: Uint8Array | undefined;
  }>;
  cancel(): Promise<void>;
}

/**
 * Sends a request over a connection that is used for nothing else, once, whatever happens. Rejects as `fetch` does
 * where there is no answer, with the network's own error or with that as the cause.
 */
export type SendOnce = (url: string, call: OutgoingCall) => Promise<IncomingAnswer>;
