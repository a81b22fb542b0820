import { createSlicedReceiver, createSlicedSender } from '../lib/sliced-message';
import type { ViewMessage, ViewReply } from './body-questions';
import { openBody } from './open-body';

let latest = -1;
let body = openBody('');

const send = createSlicedSender((part) => self.postMessage(part));
const receive = createSlicedReceiver((data: ViewMessage) => {
  if (data.kind === 'text') {
    latest = data.version;
    body = openBody(data.text);
    return;
  }
  const stale = data.version !== latest;
  const answer = stale ? null : body.answer(data);
  send({ id: data.id, answer, stale } satisfies ViewReply);
});
self.addEventListener('message', ({ data }) => receive(data));
