import type { RouteInput, RouteOutput } from './contract';
import type { EventPayload } from './events';
import type { EventName, RouteName } from './names';
import type { Result } from './result';

/** What the preload puts into the page as `window.desk`. */
export interface DeskBridge {
  request<K extends RouteName>(name: K, input: RouteInput<K>): Promise<Result<RouteOutput<K>>>;
  /** Returns the function that stops listening. */
  on<K extends EventName>(name: K, callback: (payload: EventPayload<K>) => void): () => void;
}
