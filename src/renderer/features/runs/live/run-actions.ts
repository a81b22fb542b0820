import type { RunSummary } from '#shared/domain/run-state';

/** Whether rows of a run can go on to leave. */
export function canResume({ state, rows }: Pick<RunSummary, 'state' | 'rows'>): boolean {
  return (
    state === 'paused' || state === 'interrupted' || (state === 'finished' && rows.waiting > 0)
  );
}

/** Whether a new run of what failed can begin. */
export function canRepeat({ state, elsewhere }: Pick<RunSummary, 'state' | 'elsewhere'>): boolean {
  return (state === 'finished' || state === 'stopped') && !elsewhere;
}

/** Whether it came to rest by no one's will and is offered to go on. */
export function wasInterrupted({
  state,
  pausedFor,
}: Pick<RunSummary, 'state' | 'pausedFor'>): boolean {
  return state === 'interrupted' || (state === 'paused' && pausedFor === 'quit');
}
