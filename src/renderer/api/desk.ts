import type { AppError, ErrorCode } from '#shared/errors';
import type { DeskBridge } from '#shared/ipc/bridge';
import type { RouteInput, RouteOutput } from '#shared/ipc/contract';
import type { EventPayload } from '#shared/ipc/events';
import type { EventName, RouteName } from '#shared/ipc/names';

declare global {
  interface Window {
    readonly desk: DeskBridge;
  }
}

/** An expected failure that came over the bridge. Its text is `errors.<code>` in the catalogues. */
export class AppErrorException extends Error {
  readonly code: ErrorCode;
  readonly params: AppError['params'];

  constructor(error: AppError) {
    super(error.code);
    this.name = 'AppErrorException';
    this.code = error.code;
    this.params = error.params;
  }
}

/** What was thrown as an error of the closed set; anything unexpected is `internal`. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppErrorException) return { code: thrown.code, params: thrown.params };
  return { code: 'internal', params: {} };
}

/** Asks main. Resolves with the value, or throws `AppErrorException`. */
export async function request<K extends RouteName>(
  name: K,
  input: RouteInput<K>,
): Promise<RouteOutput<K>> {
  const result = await window.desk.request(name, input);
  if (result.ok) return result.value;
  throw new AppErrorException(result.error);
}

/** Listens to an event of main; returns the function that stops listening. */
export function on<K extends EventName>(
  name: K,
  callback: (payload: EventPayload<K>) => void,
): () => void {
  return window.desk.on(name, callback);
}
