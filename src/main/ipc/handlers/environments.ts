import type { Handlers } from '../handlers';
import type { StartingEngine } from '../../services/starting-engine';

type EnvironmentRoutes =
  | 'environments.list'
  | 'environments.create'
  | 'environments.update'
  | 'environments.remove'
  | 'environments.restore'
  | 'secrets.set'
  | 'secrets.clear'
  | 'quota.get';

/** Environments, their keys and their quota. */
export function createEnvironmentHandlers({
  engine,
}: {
  readonly engine: StartingEngine;
}): Pick<Handlers, EnvironmentRoutes> {
  return {
    'environments.list': async (input) => (await engine()).environments.list(input),
    'environments.create': async (input) => (await engine()).environments.create(input),
    'environments.update': async (input) => (await engine()).environments.update(input),
    'environments.remove': async (input) => (await engine()).environments.remove(input),
    'environments.restore': async (input) => (await engine()).environments.restore(input),
    'secrets.set': async (input) => (await engine()).secrets.set(input),
    'secrets.clear': async (input) => (await engine()).secrets.clear(input),
    'quota.get': async (input) => (await engine()).quota.get(input),
  };
}
