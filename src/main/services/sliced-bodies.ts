import { DeskError } from '#shared/errors';
import type { ParsedInput } from '#shared/ipc/contract';
import { bodyTextLength, type Sliced } from '#shared/ipc/contract-parts';
import { sliceLength } from '#shared/lib/text-slices';

/** Bodies as they cross the bridge: a long one comes piece by piece, before what is to be done with it. */
export interface SlicedBodies {
  /** @throws DeskError `invalid_input` for a piece that does not follow the one before, or makes the body too long. */
  slice(input: ParsedInput<'bodies.slice'>): null;
  /**
   * The input with all of its body. What came for it is forgotten: it is good for one time.
   * @throws DeskError `invalid_input` where what came before is not what the page says.
   */
  whole<I extends SlicedInput>(input: I): Omit<I, 'sliced'>;
  /** An answer with the beginning of a long text; `read` gives the rest. */
  sliced<F extends string, A extends Readonly<Record<F, string | null>>>(
    answer: A,
    field: F,
  ): Sliced<A, F>;
  /** @throws DeskError `not_found` for a text that is not waiting to be read, or was read to its end. */
  read(input: ParsedInput<'bodies.read'>): string;
}

interface SlicedInput {
  readonly request: { readonly bodyText: string };
  readonly sliced?: { readonly id: string; readonly length: number } | undefined;
}

/** More are not on their way at once; a page that went away leaves some behind. */
const mostBodies = 4;

/** The same for what is read. The page reads at once, and never so many answers. */
const mostAnswers = 16;

function keepLatest(texts: Map<string, string>, most: number): void {
  for (const oldest of texts.keys()) {
    if (texts.size <= most) break;
    texts.delete(oldest);
  }
}

/** `uuid` makes ids of texts. Nothing is ever made of a part of a body: its length must be what the page says. */
export function createSlicedBodies(uuid: () => string): SlicedBodies {
  const coming = new Map<string, string>();
  const leaving = new Map<string, string>();

  return {
    slice({ id, at, text }) {
      const before = at === 0 ? '' : coming.get(id);
      coming.delete(id);
      if (before?.length !== at || at + text.length > bodyTextLength) {
        throw new DeskError('invalid_input');
      }
      coming.set(id, before + text);
      keepLatest(coming, mostBodies);
      return null;
    },
    whole({ sliced, ...input }) {
      if (sliced === undefined) return input;
      const before = coming.get(sliced.id);
      coming.delete(sliced.id);
      const bodyText = (before ?? '') + input.request.bodyText;
      if (before?.length !== sliced.length || bodyText.length > bodyTextLength) {
        throw new DeskError('invalid_input');
      }
      return { ...input, request: { ...input.request, bodyText } };
    },
    sliced(answer, field) {
      const text = answer[field];
      if (text === null || text.length <= sliceLength) return answer;
      const id = uuid();
      leaving.set(id, text);
      keepLatest(leaving, mostAnswers);
      const rest = { field, id, length: text.length };
      return { ...answer, [field]: text.slice(0, sliceLength), rest };
    },
    read({ id, at }) {
      const text = leaving.get(id);
      if (text === undefined) throw new DeskError('not_found');
      if (at + sliceLength >= text.length) leaving.delete(id);
      return text.slice(at, at + sliceLength);
    },
  };
}
