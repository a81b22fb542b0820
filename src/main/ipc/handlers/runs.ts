import type { Engine } from '#engine/create-engine';
import { sandboxEnvironmentId } from '#shared/domain/environment';
import type { Handlers } from '../handlers';
import type { StartingEngine } from '../../services/starting-engine';

export interface RunHandlerDeps {
  readonly engine: StartingEngine;
  /** Resolves when the built-in sandbox has started, or failed to. */
  readonly sandboxStarted: () => Promise<unknown>;
  /** Asks for a data file; null when the dialog was dismissed. */
  readonly askForDataFile: () => Promise<string | null>;
  /** Asks where to put a file of that name; null when the dialog was dismissed. */
  readonly askWhereToSave: (name: string) => Promise<string | null>;
}

type RunRoutes = Extract<keyof Handlers, `runs.${string}`>;

/** Runs. The page names data files by a token, never by a path. */
export function createRunHandlers(deps: RunHandlerDeps): Pick<Handlers, RunRoutes> {
  const { engine } = deps;
  const runs = async (): Promise<Engine['runs']> => (await engine()).runs;
  /** Goes on in an environment that may be the sandbox of the first moments after a start. */
  const ready = async (environmentId: string | null): Promise<Engine['runs']> => {
    if (environmentId === null || environmentId === sandboxEnvironmentId) {
      await deps.sandboxStarted();
    }
    return await runs();
  };
  return {
    'runs.chooseFile': async () => {
      const path = await deps.askForDataFile();
      return path === null ? null : (await runs()).addFile(path);
    },
    'runs.inspect': async (input) => (await runs()).inspect(input),
    'runs.survey': async (input) => (await ready(input.environmentId)).survey(input),
    'runs.cancelSurvey': async (input) => (await runs()).cancelSurvey(input),
    'runs.start': async (input) => (await ready(input.environmentId)).start(input),
    'runs.pause': async (input) => (await runs()).pause(input),
    'runs.resume': async (input) => (await ready(null)).resume(input),
    'runs.cancel': async (input) => (await runs()).cancel(input),
    'runs.list': async (input) => (await runs()).list(input),
    'runs.get': async (input) => (await runs()).get(input),
    'runs.rows': async (input) => (await runs()).rows(input),
    'runs.dataRows': async (input) => (await runs()).dataRows(input),
    'runs.export': async ({ runId, format, outcomes }) => {
      const { dataFile } = await (await runs()).get({ runId });
      const file = await deps.askWhereToSave(`${dataFile.replace(/\.\w+$/, '')}-rows.${format}`);
      if (file === null) return null;
      await (await runs()).exportRows({ runId, format, outcomes }, file);
      return { file };
    },
    'runs.resolveUnknown': async (input) => (await runs()).resolveUnknown(input),
    'runs.bisect': async (input) => (await runs()).bisect(input),
    'runs.repeatFailures': async (input) => (await ready(null)).repeatFailures(input),
    'runs.compare': async (input) => (await runs()).compare(input),
    'runs.differences': async (input) => (await runs()).differences(input),
    'runs.endComparison': async (input) => (await runs()).endComparison(input),
    'runs.samples': async (input) => (await runs()).samples(input),
  };
}
