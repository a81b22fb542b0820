import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ENDPOINTS } from '#shared/braze/endpoints';
import type { EndpointPath } from '#shared/braze/endpoints';
import { validateValue } from '#shared/braze/validate';
import { DeskError } from '#shared/errors';
import { refusal } from './answer';
import { sampleCatalogue } from './catalogue';
import { checkOptions, checkScenario, checkWait } from './check-options';
import { createJournal } from './journal';
import { createPauses } from './pauses';
import { createQuotaRules } from './quota-rules';
import { createQuotaWindows } from './quota-windows';
import { newDashedId, systemRandom } from './random-ids';
import type { ReceivedBody } from './read-body';
import { readBody } from './read-body';
import type { Sandbox, SandboxOptions } from './sandbox';
import { serveExchange } from './serve-exchange';
import type { ServeDeps } from './serve-exchange';
import { createWorkspace } from './workspace';

const host = '127.0.0.1';

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

function createServer(deps: ServeDeps): FastifyInstance {
  const app = Fastify({
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    logger: false,
    // The router would answer such an address by itself, and leave no record of it.
    rewriteUrl: ({ url = '/' }) => (isDecodable(url) ? url : '/undecodable'),
  });
  const bodies = new WeakMap<FastifyRequest, ReceivedBody>();

  // Every body is read here, whatever its type, so that even a refused call is on record.
  app.addHook('onRequest', async (request) => {
    bodies.set(request, await readBody(request.raw));
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));

  function serve(endpoint: EndpointPath | null) {
    return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const body = bodies.get(request) ?? { kind: 'broken' };
      await serveExchange(request, reply, body, endpoint, deps);
      return reply;
    };
  }
  for (const { method, path } of ENDPOINTS) {
    app.route({ method, url: path, handler: serve(path) });
  }
  app.setNotFoundHandler(serve(null));
  // A content type without its slash never reaches a handler.
  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    if (error.statusCode === 415) return serve(pathOf(request))(request, reply);
    return reply.code(500).send(refusal(500, 'Internal Server Error').body);
  });
  return app;
}

function pathOf(request: FastifyRequest): EndpointPath | null {
  const url = request.routeOptions.url;
  return ENDPOINTS.find(({ path }) => path === url)?.path ?? null;
}

async function listen(app: FastifyInstance, port: number): Promise<number> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    if (code === 'EADDRINUSE') throw new DeskError('port_taken', { port }, { cause: error });
    if (code === 'EACCES') throw new DeskError('no_access', { port }, { cause: error });
    throw error;
  }
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  return address.port;
}

/**
 * Starts a Braze-compatible server on 127.0.0.1. Nothing it accepts goes anywhere.
 * Throws `port_taken`, `no_access` (port or journal), `folder_missing` (journal), `invalid_input`.
 */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  checkOptions(options);
  let scenario = checkScenario(options.scenario ?? 'accepted');
  let latencyMs = options.latencyMs ?? 0;
  let url = '';
  const { now, random = systemRandom, dripMs = 200 } = options;
  const apiKey = options.apiKey ?? newDashedId(random);
  const journal = createJournal(options.journal);
  const pauses = createPauses();

  const app = createServer({
    apiKey,
    journal,
    workspace: createWorkspace({
      catalogue: options.catalogue ?? sampleCatalogue,
      acceptAnyId: options.acceptAnyId ?? false,
      now,
      random,
    }),
    quotaRules: createQuotaRules(options),
    quotaWindows: createQuotaWindows(now, options.quotaOthers),
    validate: (endpoint, value) => validateValue(endpoint, value, { nowMs: now() }),
    scenario: () => scenario,
    redirectUrl: () => `${url}/redirected`,
    now,
    timing: () => ({ latencyMs, dripMs, pauses }),
  });

  let port: number;
  try {
    port = await listen(app, options.port ?? 0);
  } catch (error) {
    journal.close();
    throw error;
  }
  url = `http://${host}:${port}`;

  async function stop(): Promise<void> {
    pauses.endAll();
    await app.close();
    journal.close();
  }

  return {
    url,
    port,
    apiKey,
    scenario: () => scenario,
    setScenario(id) {
      scenario = checkScenario(id);
    },
    setLatency(ms) {
      checkWait('latency', ms);
      latencyMs = ms;
    },
    received: () => journal.entries(),
    stop,
  };
}
