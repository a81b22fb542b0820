import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { RouteName } from '#shared/ipc/names';
import { createAppHandlers } from './handlers/app';
import type { AppHandlerDeps } from './handlers/app';
import { createCollectionHandlers } from './handlers/collections';
import type { CollectionHandlerDeps } from './handlers/collections';
import { createEnvironmentHandlers } from './handlers/environments';
import { createLookupHandlers } from './handlers/lookups';
import { createRunHandlers } from './handlers/runs';
import type { RunHandlerDeps } from './handlers/runs';
import { createSandboxHandlers } from './handlers/sandbox';
import type { SandboxHandlerDeps } from './handlers/sandbox';
import { createSuiteHandlers } from './handlers/suites';
import { createSendingHandlers } from './handlers/sending';
import type { SendingHandlerDeps } from './handlers/sending';

/** What answers one route: gets the parsed input, throws a DeskError for an expected failure. */
export type Handler<K extends RouteName> = (input: ParsedInput<K>) => Promise<RouteOutput<K>>;

/** One handler for each route: a missing or an extra one does not compile. */
export type Handlers = { readonly [K in RouteName]: Handler<K> };

export type HandlerDeps = AppHandlerDeps &
  CollectionHandlerDeps &
  RunHandlerDeps &
  SandboxHandlerDeps &
  SendingHandlerDeps;

/** The whole table. Handlers wait for what is still starting, so the window may ask at once. */
export function createHandlers(deps: HandlerDeps): Handlers {
  return {
    ...createAppHandlers(deps),
    ...createEnvironmentHandlers(deps),
    ...createCollectionHandlers(deps),
    ...createSendingHandlers(deps),
    ...createLookupHandlers(deps),
    ...createRunHandlers(deps),
    ...createSuiteHandlers(deps),
    ...createSandboxHandlers(deps),
  };
}
