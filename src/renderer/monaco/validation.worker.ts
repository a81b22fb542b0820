import type { BodyQuestion } from '../lib/body-analysis';
import { analyseBody } from '../lib/body-analysis';

self.addEventListener('message', ({ data }: MessageEvent<BodyQuestion>) => {
  self.postMessage(analyseBody(data, Date.now()));
});
