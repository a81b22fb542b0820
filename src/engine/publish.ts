import type { EventPayload } from '#shared/ipc/events';
import type { EventName } from '#shared/ipc/names';

/** Tells whoever listens that something happened. Handed in, so that no service knows a window. */
export type Publish = <K extends EventName>(name: K, payload: EventPayload<K>) => void;
