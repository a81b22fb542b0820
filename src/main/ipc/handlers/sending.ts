import { randomUUID } from 'node:crypto';
import type { Engine } from '#engine/create-engine';
import { sandboxEnvironmentId } from '#shared/domain/environment';
import { DeskError } from '#shared/errors';
import type { Handlers } from '../handlers';
import { createSlicedBodies } from '../../services/sliced-bodies';
import type { StartingEngine } from '../../services/starting-engine';

export interface SendingHandlerDeps {
  readonly engine: StartingEngine;
  /** Resolves when the built-in sandbox has started, or failed to. */
  readonly sandboxStarted: () => Promise<unknown>;
  /** Asks where to put a file of that name; null when the dialog was dismissed. */
  readonly askWhereToSave: (name: string) => Promise<string | null>;
  /** @throws DeskError of the file family. */
  readonly writeFile: (file: string, text: string) => Promise<void>;
}

type SendingRoutes =
  | Extract<keyof Handlers, `queue.${string}`>
  | 'bodies.slice'
  | 'bodies.read'
  | 'dispatch.check'
  | 'dispatch.send'
  | 'dispatch.cancel'
  | 'environments.checkKey'
  | 'secrets.status'
  | 'history.list'
  | 'history.get'
  | 'answers.saveToFile';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Dispatches and their history, and what else asks the environment's server or key. */
export function createSendingHandlers(deps: SendingHandlerDeps): Pick<Handlers, SendingRoutes> {
  const { engine } = deps;
  /** The first moments after a start: nothing else needs to wait for the sandbox. */
  const ready = async (environmentId: string): Promise<Engine> => {
    if (environmentId === sandboxEnvironmentId) await deps.sandboxStarted();
    return engine();
  };
  const bodies = createSlicedBodies(randomUUID);
  return {
    'bodies.slice': (input) => Promise.resolve(bodies.slice(input)),
    'bodies.read': (input) => Promise.resolve(bodies.read(input)),
    'dispatch.check': async (input) => {
      const whole = bodies.whole(input);
      const report = await (await ready(input.environmentId)).dispatch.check(whole);
      return bodies.sliced(report, 'wireBody');
    },
    'dispatch.send': async (input) => {
      const whole = bodies.whole(input);
      const dispatch = await (await ready(input.environmentId)).queue.send(whole);
      return bodies.sliced(dispatch, 'sentBody');
    },
    'environments.checkKey': async (input) =>
      (await ready(input.environmentId)).environments.checkKey(input),
    'secrets.status': async (input) => (await ready(input.environmentId)).secrets.status(input),
    'dispatch.cancel': async (input) => (await engine()).queue.cancel(input),
    'queue.list': async () => (await engine()).queue.list(),
    'queue.schedule': async (input) => {
      const whole = bodies.whole(input);
      return (await ready(input.environmentId)).queue.schedule(whole);
    },
    'queue.sendNow': async (input) => (await engine()).queue.sendNow(input),
    'queue.reschedule': async (input) => (await engine()).queue.reschedule(input),
    'queue.remove': async (input) => (await engine()).queue.remove(input),
    'queue.restore': async (input) => (await engine()).queue.restore(input),
    'history.list': async (input) => (await engine()).history.list(input),
    'history.get': async (input) =>
      bodies.sliced(await (await engine()).history.get(input), 'sentBody'),
    'answers.saveToFile': async ({ id }) => {
      const { history, scrub } = await engine();
      const { answerBody, dispatchId } = await history.get({ id });
      if (answerBody === null) throw new DeskError('not_found', { id });
      const name = `answer-${(dispatchId ?? id).replace(/[^A-Za-z0-9-]/g, '')}`;
      const file = await deps.askWhereToSave(`${name}.${isJson(answerBody) ? 'json' : 'txt'}`);
      if (file === null) return null;
      await deps.writeFile(file, scrub(answerBody));
      return { file };
    },
  };
}
