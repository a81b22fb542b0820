import { createSlicedReceiver, createSlicedSender } from '../lib/sliced-message';
import type {
  ViewAnswers,
  ViewMessage,
  ViewQuestionKind,
  ViewQuestions,
  ViewReply,
} from './body-questions';
import BodyViewsWorker from './body-views.worker?worker';

/** `stale`: another text was asked about meanwhile. `failed`: the worker ended. */
export type BodyReply<K extends ViewQuestionKind> =
  | { readonly state: 'answered'; readonly answer: ViewAnswers[K] }
  | { readonly state: 'stale' | 'failed' };

type AnyReply = BodyReply<ViewQuestionKind>;

const waiting = new Map<number, (reply: AnyReply) => void>();
let worker: Worker | null = null;
let send: (message: ViewMessage) => void = () => undefined;
let nextId = 1;
let version = 0;
let sentText: string | null = null;

function start(): Worker {
  const created = new BodyViewsWorker();
  const receive = createSlicedReceiver(({ id, answer, stale }: ViewReply) => {
    waiting.get(id)?.(stale ? { state: 'stale' } : { state: 'answered', answer });
    waiting.delete(id);
  });
  created.addEventListener('message', ({ data }) => receive(data));
  send = createSlicedSender((part) => created.postMessage(part));
  created.addEventListener('error', () => {
    created.terminate();
    worker = null;
    sentText = null;
    for (const resolve of waiting.values()) resolve({ state: 'failed' });
    waiting.clear();
  });
  return created;
}

/**
 * Asks about a body text in a worker, which keeps it parsed: a text of many megabytes crosses over once, and
 * nothing of it is read in the page.
 */
export function askBody<K extends ViewQuestionKind>(
  text: string,
  kind: K,
  question: ViewQuestions[K],
): Promise<BodyReply<K>> {
  worker ??= start();
  if (text !== sentText) {
    version += 1;
    sentText = text;
    send({ kind: 'text', version, text });
  }
  const id = nextId++;
  const reply = new Promise<AnyReply>((resolve) => {
    waiting.set(id, resolve);
  });
  send({ id, version, kind, question } as ViewMessage);
  return reply as Promise<BodyReply<K>>;
}
