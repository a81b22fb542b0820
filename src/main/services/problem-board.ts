import type { Publish } from '#engine/publish';
import type { AppProblem } from '#shared/ipc/contract';

/** One list of the engine's problems and of those that only the app has. */
export interface ProblemBoard {
  /** To hand to the engine: takes its problems in, passes everything else on. */
  readonly fromEngine: Publish;
  list(): readonly AppProblem[];
  /** To be called when what `own` returns has changed. */
  changed(): void;
}

/** `own` gives the app's own problems as they are now. */
export function createProblemBoard(deps: {
  readonly publish: Publish;
  readonly own: () => readonly AppProblem[];
}): ProblemBoard {
  let engine: readonly AppProblem[] = [];
  const list = (): readonly AppProblem[] => [...engine, ...deps.own()];
  const changed = (): void => {
    deps.publish('app.problemsChanged', list());
  };
  return {
    list,
    changed,
    fromEngine(name, payload) {
      if (name !== 'app.problemsChanged') {
        deps.publish(name, payload);
        return;
      }
      engine = payload as readonly AppProblem[];
      changed();
    },
  };
}
