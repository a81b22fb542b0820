import type { Dispatch } from '#shared/domain/dispatch';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import type { RouteInput, RouteOutput } from '#shared/ipc/contract';
import { slicesOf } from '#shared/lib/text-slices';
import { AppErrorException, request } from './desk';

/** Routes that do something with a body. */
type BodyRoute = 'dispatch.check' | 'dispatch.send' | 'queue.schedule';

interface SlicedAnswer {
  readonly rest?: { readonly field: string; readonly id: string; readonly length: number };
}

/** An answer with all of its long text. */
async function wholeAnswer<A>(answer: A): Promise<A> {
  const { rest, ...known } = answer as SlicedAnswer;
  if (rest === undefined) return answer;
  let text = String((known as Readonly<Record<string, unknown>>)[rest.field]);
  while (text.length < rest.length) {
    text += await request('bodies.read', { id: rest.id, at: text.length });
  }
  return { ...known, [rest.field]: text } as unknown as A;
}

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
  if (first.length === 0) return wholeAnswer(await request(name, input));
  const id = crypto.randomUUID();
  let length = 0;
  for (const text of first) {
    if (!isWanted()) break;
    await request('bodies.slice', { id, at: length, text });
    length += text.length;
  }
  if (!isWanted()) throw new AppErrorException({ code: 'send_undone', params: {} });
  const sliced = { id, length };
  const end = { ...input.request, bodyText: last };
  return wholeAnswer(await request(name, { ...input, request: end, sliced }));
}

/** One dispatch of the history, with all of its body. */
export async function readDispatch(id: string): Promise<Dispatch> {
  return wholeAnswer(await request('history.get', { id }));
}
