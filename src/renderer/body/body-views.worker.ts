import type { ViewMessage, ViewReply } from './body-questions';
import { openBody } from './open-body';

let latest = -1;
let body = openBody('');

self.addEventListener('message', ({ data }: MessageEvent<ViewMessage>) => {
  if (data.kind === 'text') {
    latest = data.version;
    body = openBody(data.text);
    return;
  }
  const stale = data.version !== latest;
  const answer = stale ? null : body.answer(data);
  self.postMessage({ id: data.id, answer, stale } satisfies ViewReply);
});
