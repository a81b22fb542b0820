import type { Publish } from '#engine/publish';
import type { EventPayload } from '#shared/ipc/events';
import type { EventName } from '#shared/ipc/names';

/** Hands events to the page and to the parts of main that follow them too. */
export interface EventHub {
  readonly publish: Publish;
  /** Called before the page hears of it. */
  on<K extends EventName>(name: K, listener: (payload: EventPayload<K>) => void): void;
}

type Listener = (payload: never) => void;

/** `toPage` is where every event goes in the end. */
export function createEventHub(toPage: Publish): EventHub {
  const listeners = new Map<EventName, Listener[]>();
  return {
    publish(name, payload) {
      for (const listener of listeners.get(name) ?? []) listener(payload as never);
      toPage(name, payload);
    },
    on(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    },
  };
}
