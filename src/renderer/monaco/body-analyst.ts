import type { BodyAnalysis, BodyQuestion } from '../lib/body-analysis';
import { askWorker } from './body-worker';

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
  let busy = false;
  let next: Waiting | null = null;

  async function work(first: Waiting): Promise<void> {
    busy = true;
    for (let current: Waiting | null = first; current !== null;) {
      current.resolve(await askWorker('analyse', current.question));
      current = next;
      next = null;
    }
    busy = false;
  }

  return (question) =>
    new Promise((resolve) => {
      const asked = { question, resolve };
      if (!busy) {
        void work(asked);
        return;
      }
      next?.resolve(null);
      next = asked;
    });
}
