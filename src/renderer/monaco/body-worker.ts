import type { BodyAnswers, BodyQuestions, NumberedAnswer, QuestionKind } from './body-questions';
import type { BodyKnowledge } from '../lib/body-knowledge';
import { createSlicedReceiver, createSlicedSender } from '../lib/sliced-message';
import ValidationWorker from './validation.worker?worker';

interface Waiting {
  readonly resolve: (answer: BodyAnswers[QuestionKind] | null) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | null = null;
let send: (message: unknown) => void = () => undefined;
let nextId = 1;
/** What the worker has been told, to tell one that takes its place. */
let told: BodyKnowledge | null = null;

function start(): Worker {
  const created = new ValidationWorker();
  const receive = createSlicedReceiver(({ id, answer }: NumberedAnswer) => {
    waiting.get(id)?.resolve(answer);
    waiting.delete(id);
  });
  created.addEventListener('message', ({ data }) => receive(data));
  send = createSlicedSender((part) => created.postMessage(part));
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
  if (worker === null) {
    worker = start();
    if (told !== null) send({ id: 0, kind: 'learn', question: told });
  }
  const id = nextId++;
  const answer = new Promise<BodyAnswers[QuestionKind] | null>((resolve) => {
    waiting.set(id, { resolve });
  });
  send({ id, kind, question });
  return answer as Promise<BodyAnswers[K] | null>;
}

/** Tells the worker what is known; what is asked from now on is answered with it. */
export function tellWorker(known: BodyKnowledge): void {
  told = known;
  if (worker !== null) send({ id: 0, kind: 'learn', question: known });
}
