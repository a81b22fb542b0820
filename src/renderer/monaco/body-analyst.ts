import type { BodyAnalysis, BodyQuestion } from '../lib/body-analysis';
import ValidationWorker from './validation.worker?worker';

/** Resolves with null when a newer question took its place. */
export type BodyAnalyst = (question: BodyQuestion) => Promise<BodyAnalysis | null>;

interface Waiting {
  readonly question: BodyQuestion;
  readonly resolve: (analysis: BodyAnalysis | null) => void;
}

/**
 * Analyses bodies in a worker, so that typing never waits. One question is worked on at a time; of those
 * that come meanwhile only the newest is kept.
 */
export function createBodyAnalyst(): BodyAnalyst {
  let worker: Worker | null = null;
  let current: Waiting | null = null;
  let next: Waiting | null = null;

  function start(waiting: Waiting): void {
    current = waiting;
    worker ??= listen(new ValidationWorker());
    worker.postMessage(waiting.question);
  }

  function finish(analysis: BodyAnalysis | null): void {
    current?.resolve(analysis);
    current = null;
    if (next === null) return;
    const waiting = next;
    next = null;
    start(waiting);
  }

  function listen(created: Worker): Worker {
    created.addEventListener('message', ({ data }: MessageEvent<BodyAnalysis>) => finish(data));
    created.addEventListener('error', () => {
      created.terminate();
      worker = null;
      finish(null);
    });
    return created;
  }

  return (question) =>
    new Promise((resolve) => {
      const waiting = { question, resolve };
      if (current === null) {
        start(waiting);
        return;
      }
      next?.resolve(null);
      next = waiting;
    });
}
