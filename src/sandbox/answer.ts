/** An answer before it goes on the wire. An object body is sent as JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>> | Buffer;
}

/** A JSON answer. */
export function answer(status: number, body: Readonly<Record<string, unknown>>): Answer {
  return { status, headers: {}, body };
}

/**
 * A fatal refusal as documented: `message`, and `errors` only where there are any (`api/errors`).
 */
export function refusal(status: number, message: string, errors: readonly string[] = []): Answer {
  return answer(status, errors.length === 0 ? { message } : { message, errors });
}

/** The same answer with further headers; later ones win. */
export function withHeaders(given: Answer, headers: Readonly<Record<string, string>>): Answer {
  return { ...given, headers: { ...given.headers, ...headers } };
}
