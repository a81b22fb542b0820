import { session } from 'electron';

/** One way to the network that carries one request at a time. */
export interface Lane {
  fetch(request: Request): Promise<Response>;
  /** Resolves when no connection of an earlier request is left. */
  closeConnections(): Promise<void>;
}

/**
 * Opens lane number `index`: a session of its own in memory, without cache, cookies or logins, that uses
 * the system's proxies and certificates. A session lasts as long as the app, so lanes are used again.
 */
export function openLane(index: number, userAgent: string): Lane {
  const own = session.fromPartition(`lane-${index}`, { cache: false });
  own.setUserAgent(userAgent);
  own.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  return {
    fetch: (request) => own.fetch(request, { bypassCustomProtocolHandlers: true }),
    closeConnections: () => own.closeAllConnections(),
  };
}
