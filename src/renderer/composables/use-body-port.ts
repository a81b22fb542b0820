import { type BodyChange, editsOfChange } from '#shared/braze/body-change';
import { parseDocument } from '#shared/braze/document';
import { applyEdits } from '#shared/braze/text-edit';
import { askBody } from '../body/ask-body';
import { bodyEditor } from '../body/body-editor-door';
import { type PlacedEdit, placeEdits } from '../body/placed-edit';
import { afterPendingEdits, flushPendingEdits } from '../lib/pending-edits';
import { createTextPlaces } from '../lib/text-places';
import { useEditorFocusStore } from '../stores/editor-focus';
import type { OpenTab } from '../stores/tabs';
import { useTabsStore } from '../stores/tabs';

/** `refused`: the body is broken, read only, or holds something else there. `same`: it is so already. */
export type ChangeOutcome =
  | { readonly state: 'refused' | 'same' }
  | {
      readonly state: 'done';
      /** Takes this change back if nothing was changed since; says whether it did. */
      readonly undo: () => boolean;
    };

/** The one way in which views beside the editor change the body: each change is a patch and one step of undo. */
export interface BodyPort {
  /** Changes come into effect one after another, in the order in which they were asked for. */
  readonly change: (wanted: BodyChange) => Promise<ChangeOutcome>;
  /** Makes a change before it returns, for a text that is about to be sent or saved. Reads the body in the page. */
  readonly changeNow: (wanted: BodyChange) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Undoes or redoes for Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y outside of fields; says whether the key was one of them. */
  readonly pressed: (event: KeyboardEvent) => boolean;
  /** Shows a place in the editor. */
  readonly goTo: (line: number, column: number) => void;
}

let queue: Promise<unknown> = Promise.resolve();

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select, [contenteditable]');
}

export function useBodyPort(tab: () => OpenTab): BodyPort {
  const tabs = useTabsStore();
  const editorFocus = useEditorFocusStore();

  function bodyOf(id: string): string | null {
    const found = tabs.find(id);
    if (found === null || found.readOnly || found.document?.mode !== 'request') return null;
    return found.document.bodyText;
  }

  function put(id: string, before: string, edits: readonly PlacedEdit[]): () => boolean {
    const editor = bodyEditor();
    if (editor?.apply(id, edits) === true) {
      const version = editor.textVersion();
      return () => {
        flushPendingEdits();
        if (tabs.activeId !== id || version === null || editor.textVersion() !== version) {
          return false;
        }
        editor.step('undo');
        return true;
      };
    }
    // No editor yet: it will take the whole text over, which is one step of undo as well.
    const replace = (text: string): void => {
      tabs.edit(id, { bodyText: text });
      tabs.patch(id, { generation: (tabs.find(id)?.generation ?? 0) + 1 });
    };
    const after = applyEdits(before, edits);
    replace(after);
    return () => {
      flushPendingEdits();
      if (bodyOf(id) !== after) return false;
      replace(before);
      return true;
    };
  }

  async function make(id: string, wanted: BodyChange): Promise<ChangeOutcome> {
    for (;;) {
      const before = await afterPendingEdits(() => bodyOf(id));
      if (before === null) return { state: 'refused' };
      const reply = await askBody(before, 'edits', wanted);
      if (reply.state === 'failed') return { state: 'refused' };
      flushPendingEdits();
      // Something was typed meanwhile: the edits are those of another text.
      if (reply.state !== 'answered' || bodyOf(id) !== before) continue;
      if (reply.answer === null) return { state: 'refused' };
      if (reply.answer.length === 0) return { state: 'same' };
      return { state: 'done', undo: put(id, before, reply.answer) };
    }
  }

  const port: BodyPort = {
    change(wanted) {
      const { id } = tab();
      const outcome = queue.then(() => make(id, wanted));
      queue = outcome.catch(() => undefined);
      return outcome;
    },
    changeNow(wanted) {
      const { id } = tab();
      const before = bodyOf(id);
      const edits = before === null ? null : editsOfChange(parseDocument(before), wanted);
      if (before === null || edits === null || edits.length === 0) return;
      put(id, before, placeEdits(createTextPlaces(before), edits));
    },
    undo: () => bodyEditor()?.step('undo'),
    redo: () => bodyEditor()?.step('redo'),
    pressed(event) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isField(event.target)) return false;
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey) port.undo();
      else if (key === 'y' || (key === 'z' && event.shiftKey)) port.redo();
      else return false;
      event.preventDefault();
      return true;
    },
    goTo: (line, column) => editorFocus.goTo(line, column),
  };
  return port;
}
