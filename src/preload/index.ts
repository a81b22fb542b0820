import { contextBridge, ipcRenderer } from 'electron';
import type { ErrorCode } from '#shared/errors';
import type { DeskBridge } from '#shared/ipc/bridge';
import { eventChannel, eventNames, requestChannel, routeNames } from '#shared/ipc/names';

const routes: ReadonlySet<unknown> = new Set(routeNames);
const listeners = new Map<unknown, Set<(payload: never) => void>>(
  eventNames.map((name) => [name, new Set()]),
);

function refusal(code: ErrorCode): { ok: false; error: { code: ErrorCode; params: object } } {
  return { ok: false, error: { code, params: {} } };
}

// One listener for all: the page never adds one to Electron's own object.
ipcRenderer.on(eventChannel, (_event, name: unknown, payload: unknown) => {
  for (const callback of listeners.get(name) ?? []) callback(payload as never);
});

/** The page's two functions, with the types that the page sees them by. */
const bridge: { [K in keyof DeskBridge]: (...args: Parameters<DeskBridge[K]>) => unknown } = {
  async request(name, input) {
    if (!routes.has(name)) return refusal('unknown_route');
    try {
      const result: unknown = await ipcRenderer.invoke(requestChannel, name, input);
      return result;
    } catch (error) {
      // Either it cannot be copied to another process, or the main process is going away.
      return refusal(/cloned/.test(String(error)) ? 'invalid_input' : 'internal');
    }
  },
  on(name, callback) {
    const own = listeners.get(name);
    if (own === undefined || typeof callback !== 'function') throw new TypeError('Unknown event');
    own.add(callback);
    return () => own.delete(callback);
  },
};

contextBridge.exposeInMainWorld('desk', bridge);
