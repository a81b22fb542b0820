import { DeskError } from '#shared/errors';
import type { ParsedInput } from '#shared/ipc/contract';
import { bodyTextLength } from '#shared/ipc/contract-parts';

/** Bodies as they cross the bridge: a long one comes piece by piece, before what is to be done with it. */
export interface SlicedBodies {
  /** @throws DeskError `invalid_input` for a piece that does not follow the one before, or makes the body too long. */
  slice(input: ParsedInput<'bodies.slice'>): null;
  /**
   * The input with all of its body. What came for it is forgotten: it is good for one time.
   * @throws DeskError `invalid_input` where what came before is not what the page says.
   */
  whole<I extends SlicedInput>(input: I): Omit<I, 'sliced'>;
}

interface SlicedInput {
  readonly request: { readonly bodyText: string };
  readonly sliced?: { readonly id: string; readonly length: number } | undefined;
}

/** More are not on their way at once; a page that went away leaves some behind. */
const mostBodies = 4;

/** Nothing is ever made of a part of a body: its length must be what the page says. */
export function createSlicedBodies(): SlicedBodies {
  const coming = new Map<string, string>();

  return {
    slice({ id, at, text }) {
      const before = at === 0 ? '' : coming.get(id);
      coming.delete(id);
      if (before?.length !== at || at + text.length > bodyTextLength) {
        throw new DeskError('invalid_input');
      }
      coming.set(id, before + text);
      for (const oldest of coming.keys()) {
        if (coming.size <= mostBodies) break;
        coming.delete(oldest);
      }
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
  };
}
