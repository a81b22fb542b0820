import type { AppProblem } from '#shared/ipc/contract';
import type { Publish } from './publish';

/** What stays wrong until someone acts, for the status bar. A problem is named by its id; ids start with the area. */
export interface Problems {
  list(): readonly AppProblem[];
  /** Adds a problem, or takes the place of the one with its id. */
  set(problem: AppProblem): void;
  /** Replaces all problems of an area. */
  replace(area: AppProblem['area'], problems: readonly AppProblem[]): void;
  clear(id: string): void;
}

/** Publishes `app.problemsChanged` with the whole list whenever it differs. */
export function createProblems(publish: Publish): Problems {
  let problems: readonly AppProblem[] = [];
  const become = (next: readonly AppProblem[]): void => {
    if (JSON.stringify(next) === JSON.stringify(problems)) return;
    problems = next;
    publish('app.problemsChanged', problems);
  };
  return {
    list: () => problems,
    set(problem) {
      const known = problems.some(({ id }) => id === problem.id);
      become(
        known
          ? problems.map((one) => (one.id === problem.id ? problem : one))
          : [...problems, problem],
      );
    },
    replace(area, list) {
      become([...problems.filter((one) => one.area !== area), ...list]);
    },
    clear(id) {
      become(problems.filter((one) => one.id !== id));
    },
  };
}
