import type { Engine } from '#engine/create-engine';
import { sandboxEnvironmentId } from '#shared/domain/environment';
import type { Handlers } from '../handlers';
import type { StartingEngine } from '../../services/starting-engine';

export interface SuiteHandlerDeps {
  readonly engine: StartingEngine;
  /** Resolves when the built-in sandbox has started, or failed to. */
  readonly sandboxStarted: () => Promise<unknown>;
}

type SuiteRoutes = Extract<keyof Handlers, `suites.${string}`>;

/** Test matrices. */
export function createSuiteHandlers({
  engine,
  sandboxStarted,
}: SuiteHandlerDeps): Pick<Handlers, SuiteRoutes> {
  const suites = async (): Promise<Engine['suites']> => (await engine()).suites;
  return {
    'suites.read': async (input) => (await suites()).read(input),
    'suites.create': async (input) => (await suites()).create(input),
    'suites.edit': async (input) => (await suites()).edit(input),
    'suites.run': async (input) => {
      if (input.environmentId === sandboxEnvironmentId) await sandboxStarted();
      return (await suites()).run(input);
    },
    'suites.stop': async (input) => (await suites()).stop(input),
  };
}
