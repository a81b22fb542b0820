import type { BodyAnswers, BodyQuestions, NumberedAnswer, QuestionKind } from './body-questions';
import ValidationWorker from './validation.worker?worker';

interface Waiting {
  readonly resolve: (answer: BodyAnswers[QuestionKind] | null) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | null = null;
let nextId = 1;

function start(): Worker {
  const created = new ValidationWorker();
  created.addEventListener('message', ({ data }: MessageEvent<NumberedAnswer>) => {
    waiting.get(data.id)?.resolve(data.answer);
    waiting.delete(data.id);
  });
  created.addEventListener('error', () => {
    created.terminate();
    worker = null;
    for (const { resolve } of waiting.values()) resolve(null);
    waiting.clear();
  });
  return created;
}

/** Asks the worker that knows the rules; null when it failed. */
export function askWorker<K extends QuestionKind>(
  kind: K,
  question: BodyQuestions[K],
): Promise<BodyAnswers[K] | null> {
  worker ??= start();
  const id = nextId++;
  const answer = new Promise<BodyAnswers[QuestionKind] | null>((resolve) => {
    waiting.set(id, { resolve });
  });
  worker.postMessage({ id, kind, question });
  return answer as Promise<BodyAnswers[K] | null>;
}
