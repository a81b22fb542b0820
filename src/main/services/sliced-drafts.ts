import type { Draft, ListedDraft } from '#shared/domain/draft';
import { DeskError } from '#shared/errors';
import type { ParsedInput } from '#shared/ipc/contract';
import { sliceLength } from '#shared/lib/text-slices';
import type { Drafts } from '#engine/drafts/service';

/** Drafts as they cross the bridge: a long text comes and goes piece by piece. */
export interface SlicedDrafts {
  /** Long texts with their beginning only; `read` gives the rest. */
  list(): Promise<readonly ListedDraft[]>;
  /** @throws DeskError `not_found` for a draft that was not listed, or was read to its end. */
  read(input: ParsedInput<'drafts.read'>): string;
  /** Keeps the beginning of a text until it is saved. */
  slice(input: ParsedInput<'drafts.slice'>): null;
  /** @throws DeskError `invalid_input` where what came before is not what the page says. */
  save(input: ParsedInput<'drafts.save'>): Promise<null>;
  discard(input: ParsedInput<'drafts.discard'>): Promise<null>;
}

/** No piece stays once its text is whole, or its draft is gone. */
export function createSlicedDrafts(drafts: () => Promise<Drafts>): SlicedDrafts {
  const coming = new Map<string, string>();
  const leaving = new Map<string, string>();

  function listed(draft: Draft): ListedDraft {
    const rest = Math.max(0, draft.text.length - sliceLength);
    if (rest > 0) leaving.set(draft.id, draft.text);
    return { ...draft, text: draft.text.slice(0, sliceLength), rest };
  }

  return {
    async list() {
      const all = await (await drafts()).list();
      leaving.clear();
      return all.map(listed);
    },
    read({ id, at }) {
      const text = leaving.get(id);
      if (text === undefined) throw new DeskError('not_found');
      if (at + sliceLength >= text.length) leaving.delete(id);
      return text.slice(at, at + sliceLength);
    },
    slice({ id, at, text }) {
      const before = at === 0 ? '' : coming.get(id);
      if (before?.length !== at) throw new DeskError('invalid_input');
      coming.set(id, before + text);
      return null;
    },
    async save({ sliced, ...draft }) {
      const before = coming.get(draft.id) ?? '';
      if (sliced === undefined) {
        await (await drafts()).save(draft);
        return null;
      }
      coming.delete(draft.id);
      if (before.length !== sliced) throw new DeskError('invalid_input');
      await (await drafts()).save({ ...draft, text: before + draft.text });
      return null;
    },
    async discard(input) {
      coming.delete(input.id);
      return (await drafts()).discard(input);
    },
  };
}
