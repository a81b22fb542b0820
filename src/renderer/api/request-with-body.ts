import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import type { RouteInput, RouteOutput } from '#shared/ipc/contract';
import { slicesOf } from '#shared/lib/text-slices';
import { AppErrorException, request } from './desk';

/** Routes that do something with a body. */
type BodyRoute = 'dispatch.check' | 'dispatch.send' | 'queue.schedule';

/**
 * Asks main to do something with a body; one of many megabytes crosses over piece by piece, so that the page goes on
 * meanwhile. Where it is not wanted any more by then nothing is asked, and it throws `send_undone`.
 */
export async function requestWithBody<K extends BodyRoute>(
  name: K,
  input: RouteInput<K> & { readonly request: OutgoingRequest },
  isWanted: () => boolean = () => true,
): Promise<RouteOutput<K>> {
  const { first, last } = slicesOf(input.request.bodyText);
  if (first.length === 0) return request(name, input);
  const id = crypto.randomUUID();
  let length = 0;
  for (const text of first) {
    if (!isWanted()) break;
    await request('bodies.slice', { id, at: length, text });
    length += text.length;
  }
  if (!isWanted()) throw new AppErrorException({ code: 'send_undone', params: {} });
  const sliced = { id, length };
  return request(name, { ...input, request: { ...input.request, bodyText: last }, sliced });
}
