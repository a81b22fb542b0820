import type { editor } from 'monaco-editor/editor';
import { nextTurn } from '../lib/next-turn';

/**
 * A change that would take too long at once and is made piece by piece, so that keys and pictures come between.
 * Until it has ended nothing else may change its model, and nobody may take the text for a whole one.
 */
export interface LongEdit {
  /** Makes at once what is left. */
  finish(): void;
  /** Resolves once it has ended, whoever ended it. */
  readonly ended: Promise<void>;
}

/** The long edits that are under way, one a model at most. */
export interface LongEdits {
  of(model: editor.ITextModel | null | undefined): LongEdit | null;
  /** Any of them. */
  first(): LongEdit | null;
  /**
   * `step` makes the next piece, and says whether there is more to do. The first one comes a turn later. In haste,
   * when somebody waits for all of them, pieces may be longer.
   */
  begin(model: editor.ITextModel, step: (inHaste: boolean) => boolean): LongEdit;
  finishAll(): void;
}

/** `ended` is told of each that has come to its end. */
export function createLongEdits(ended: (model: editor.ITextModel) => void): LongEdits {
  const running = new Map<editor.ITextModel, LongEdit>();

  function begin(model: editor.ITextModel, step: (inHaste: boolean) => boolean): LongEdit {
    running.get(model)?.finish();
    let active = true;
    let stepping = false;
    let resolve: () => void = () => undefined;
    const whenEnded = new Promise<void>((done) => (resolve = done));

    function advance(inHaste: boolean): void {
      let more = false;
      stepping = true;
      try {
        more = !model.isDisposed() && step(inHaste);
      } finally {
        stepping = false;
        if (!more) {
          active = false;
          running.delete(model);
          ended(model);
          resolve();
        }
      }
    }

    async function run(): Promise<void> {
      for (;;) {
        await nextTurn();
        if (!active) return;
        advance(false);
      }
    }

    const edit: LongEdit = {
      finish() {
        while (active && !stepping) advance(true);
      },
      ended: whenEnded,
    };
    running.set(model, edit);
    void run();
    return edit;
  }

  function first(): LongEdit | null {
    const [edit] = running.values();
    return edit ?? null;
  }

  return {
    of: (model) => (model ? (running.get(model) ?? null) : null),
    first,
    begin,
    finishAll() {
      for (const edit of [...running.values()]) edit.finish();
    },
  };
}
