import type { Log } from '#engine/log/log';
import type { AppError } from '#shared/errors';
import { DeskError } from '#shared/errors';
import { contract } from '#shared/ipc/contract';
import type { RouteName } from '#shared/ipc/names';
import type { Result } from '#shared/ipc/result';
import type { Handlers } from './handlers';

/** A request as it came over the bridge: nothing of it is known yet. */
export interface BridgeRequest {
  /** It came from our window's main frame at our origin. */
  readonly trusted: boolean;
  readonly route: unknown;
  readonly input: unknown;
}

function isRoute(route: unknown): route is RouteName {
  return typeof route === 'string' && Object.hasOwn(contract, route);
}

/** A failure as the page gets it. What is no DeskError is a bug: it says so and nothing else. */
function asAppError(error: unknown): AppError {
  return error instanceof DeskError ? error.toJSON() : { code: 'internal', params: {} };
}

/**
 * Answers one request: sender, route, schema, handler, in this order. Never rejects; a refusal is a
 * result with `foreign_sender`, `unknown_route`, `invalid_input` or `internal`. Logs names and codes
 * only, never what was asked or answered.
 */
export async function answerRequest(
  { trusted, route, input }: BridgeRequest,
  { handlers, log }: { readonly handlers: Handlers; readonly log: Log },
): Promise<Result<unknown>> {
  const refuse = (error: AppError, name = ''): Result<never> => {
    log.warn('request refused', { route: name, code: error.code });
    return { ok: false, error };
  };
  if (!trusted) return refuse({ code: 'foreign_sender', params: {} });
  if (!isRoute(route)) return refuse({ code: 'unknown_route', params: {} });
  try {
    const parsed = contract[route].input.safeParse(input);
    if (!parsed.success) {
      const at = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
      return refuse({ code: 'invalid_input', params: { route, at: at.slice(0, 200) } }, route);
    }
    // The table's type ties each handler to its route's schema; here any of them is meant.
    const handler = handlers[route] as (input: unknown) => Promise<unknown>;
    return { ok: true, value: await handler(parsed.data) };
  } catch (error) {
    if (!(error instanceof DeskError)) log.error('request failed', { route, error });
    return { ok: false, error: asAppError(error) };
  }
}
