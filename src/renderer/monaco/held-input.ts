import type { editor } from 'monaco-editor/editor';
import { isComposed } from '../lib/key-chord';
import { nextTurn } from '../lib/next-turn';
import type { LongEdit, LongEdits } from './long-edit';

/** What is done to the editor while a long edit is under way waits for its end, and happens then in its order. */
export interface HeldInput {
  /** Has something done when it is its turn; now, where nothing is waited for. */
  inTurn(run: () => void): void;
  /** The same, a turn later at the earliest: for what takes a while, after something else that did. */
  inLaterTurn(run: () => void): void;
  /** As `inTurn`, and no long edit of any text is under way then. */
  inTurnOfAll(run: () => void): void;
  /** Whether what is done now has to wait. */
  readonly isBusy: boolean;
  /** Whether something was typed that is not in the text yet. */
  readonly holdsKeys: boolean;
  /** Has everything done now. */
  finish(): void;
}

interface Act {
  readonly run: () => void;
  /** Whether the editor does it only while keys go to its text. */
  readonly needsFocus: boolean;
}

interface Held extends Act {
  readonly forAll: boolean;
  /** When it may be done. */
  readonly due: Promise<void> | null;
}

/** How long what was held may take in one turn, in milliseconds. */
const wantedMs = 12;

/** Keys that Monaco itself gives a meaning, with whatever is held down beside them. */
const commandKeys = new Set([
  'Backspace',
  'Delete',
  'Tab',
  'Escape',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);
const commandLetters = new Set(['a', 'z', 'y']);
const clipboardLetters = new Set(['c', 'v']);
const modifierKeys = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock']);

/** What a key writes; null where it does something else. */
function writtenBy(event: KeyboardEvent): string | null {
  const withAltGraph = event.getModifierState('AltGraph');
  if (!withAltGraph && (event.ctrlKey || event.metaKey || event.altKey)) return null;
  if (event.key === 'Enter') return '\n';
  return [...event.key].length === 1 ? event.key : null;
}

/** A quote or a bracket is put around what is selected. */
function replacesSelected(event: KeyboardEvent): boolean {
  const text = writtenBy(event);
  return text !== null && !'"\'`([{<'.includes(text);
}

/** What can be done again just as it would have been done; anything else is not held. */
function actOf(event: KeyboardEvent, view: editor.ICodeEditor): Act | null {
  if (isComposed(event)) return null;
  const text = writtenBy(event);
  if (text !== null) {
    return { run: () => view.trigger('keyboard', 'type', { text }), needsFocus: false };
  }
  const isCommand = event.ctrlKey || event.metaKey;
  if (!commandKeys.has(event.key) && !(isCommand && commandLetters.has(event.key.toLowerCase()))) {
    return null;
  }
  const again = new KeyboardEvent('keydown', event);
  return {
    run() {
      if (!view.hasTextFocus()) view.focus();
      // Not where it was pressed: a text that is shown anew has another element for its keys.
      document.activeElement?.dispatchEvent(again);
    },
    needsFocus: true,
  };
}

export function createHeldInput(
  host: HTMLElement,
  view: editor.ICodeEditor,
  edits: LongEdits,
  /** Begins to take away what is selected where that is long; says whether it did. */
  removeSelected: () => boolean,
): HeldInput {
  const held: Held[] = [];
  let replaying = false;
  let running = false;

  /** What has to end first. */
  function underWay(forAll: boolean): LongEdit | null {
    return forAll ? edits.first() : edits.of(view.getModel());
  }

  function doFirst(): void {
    const first = held.shift();
    running = true;
    try {
      first?.run();
    } finally {
      running = false;
    }
  }

  const isBusy = (): boolean => held.length > 0 || underWay(false) !== null;

  async function replay(): Promise<void> {
    if (replaying) return;
    replaying = true;
    let began = performance.now();
    try {
      for (let next = held[0]; next !== undefined; next = held[0]) {
        const before = underWay(next.forAll)?.ended ?? next.due;
        if (before !== null) {
          await before;
          if (held[0] === next) held[0] = { ...next, due: null };
        } else if (performance.now() - began > wantedMs) {
          await nextTurn();
          began = performance.now();
        } else doFirst();
      }
    } finally {
      replaying = false;
    }
  }

  function done(act: Act, forAll: boolean, due: Promise<void> | null = null): void {
    if (held.length === 0 && underWay(forAll) === null && due === null) {
      act.run();
      return;
    }
    held.push({ ...act, forAll, due });
    void replay();
  }

  function finish(): void {
    edits.finishAll();
    // What happens on the way is no reason to do the next before this.
    while (held.length > 0 && edits.first() === null && !running) {
      doFirst();
      edits.finishAll();
    }
  }

  function onOther(): void {
    if (view.hasTextFocus()) finish();
  }

  /** The last moment at which the editor does all that was asked of it. */
  function onBlur(): void {
    if (held.some(({ needsFocus }) => needsFocus)) finish();
  }

  function onKey(event: KeyboardEvent): void {
    // The field of a search in the text is not the text.
    if (!view.hasTextFocus()) return;
    const removes = event.key === 'Backspace' || event.key === 'Delete';
    // What a key writes in the place of a long selection comes after that is gone.
    if (!isBusy() && event.isTrusted && (removes || replacesSelected(event))) {
      if (isComposed(event) || !removeSelected()) return;
      if (removes) {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
    }
    if (!isBusy() || !event.isTrusted || modifierKeys.has(event.key)) return;
    if ((event.ctrlKey || event.metaKey) && clipboardLetters.has(event.key.toLowerCase())) return;
    const act = actOf(event, view);
    if (act === null) {
      finish();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    done(act, false);
  }

  host.addEventListener('keydown', onKey, { capture: true });
  host.addEventListener('blur', onBlur, { capture: true });
  // What cannot be done again waits for what came before it.
  for (const name of ['beforeinput', 'compositionstart', 'cut', 'drop', 'contextmenu']) {
    host.addEventListener(name, onOther, { capture: true });
  }

  return {
    inTurn: (run) => done({ run, needsFocus: false }, false),
    inLaterTurn: (run) => done({ run, needsFocus: false }, false, nextTurn()),
    inTurnOfAll: (run) => done({ run, needsFocus: false }, true),
    get isBusy() {
      return isBusy();
    },
    get holdsKeys() {
      return held.some(({ forAll }) => !forAll);
    },
    finish,
  };
}
