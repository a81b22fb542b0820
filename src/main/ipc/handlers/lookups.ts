import type { Engine } from '#engine/create-engine';
import { sandboxEnvironmentId } from '#shared/domain/environment';
import type { Handlers } from '../handlers';
import type { StartingEngine } from '../../services/starting-engine';

export interface LookupHandlerDeps {
  readonly engine: StartingEngine;
  /** Resolves when the built-in sandbox has started, or failed to. */
  readonly sandboxStarted: () => Promise<unknown>;
}

type LookupRoutes = Extract<keyof Handlers, `lookups.${string}`>;

/** Campaigns and Canvases by name. */
export function createLookupHandlers({
  engine,
  sandboxStarted,
}: LookupHandlerDeps): Pick<Handlers, LookupRoutes> {
  const ready = async (environmentId: string): Promise<Engine> => {
    if (environmentId === sandboxEnvironmentId) await sandboxStarted();
    return engine();
  };
  return {
    'lookups.list': async (input) => (await engine()).lookups.list(input),
    'lookups.refresh': async (input) => (await ready(input.environmentId)).lookups.refresh(input),
    'lookups.cancel': async (input) => (await engine()).lookups.cancel(input),
    'lookups.target': async (input) => (await engine()).lookups.target(input),
    'lookups.details': async (input) => (await ready(input.environmentId)).lookups.details(input),
  };
}
