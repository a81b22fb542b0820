import type { SandboxService } from '../../services/sandbox-service';
import type { Handlers } from '../handlers';

export interface SandboxHandlerDeps {
  readonly sandbox: SandboxService;
}

type SandboxRoutes = 'sandbox.status' | 'sandbox.setScenario' | 'sandbox.restart';

/** The built-in server. */
export function createSandboxHandlers({
  sandbox,
}: SandboxHandlerDeps): Pick<Handlers, SandboxRoutes> {
  return {
    'sandbox.status': () => Promise.resolve(sandbox.status()),
    'sandbox.setScenario': ({ scenario }) => sandbox.setScenario(scenario),
    'sandbox.restart': () => sandbox.restart(),
  };
}
