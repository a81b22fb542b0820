import type { editor } from 'monaco-editor/editor';
import type { LongEdits } from './long-edit';

/** How much text there is. */
export interface TextSize {
  readonly length: number;
  readonly lines: number;
}

/** Steps of undo that are one to a person. */
export interface StepGroup {
  /** Ends a step; the first call says where the group begins. */
  note(): void;
}

/** What Monaco's models do and do not declare. */
interface UndoableModel {
  undo(): void;
  redo(): void;
}

export interface SteppedUndo {
  group(): StepGroup;
}

interface Group {
  /** Of the text before the first step, and after each. Undo brings the earlier ones back. */
  readonly versions: number[];
  before: TextSize;
  after: TextSize;
}

const undoers = new WeakMap<editor.ITextModel, SteppedUndo>();

/**
 * Has a model undo and redo the steps of a group one after the other, with a turn between them, where Monaco's own
 * groups keep the page until all is done. `growing` is told of the size that the text will have.
 */
export function steppedUndo(
  model: editor.ITextModel,
  edits: LongEdits,
  growing: (model: editor.ITextModel, size: TextSize) => void,
): SteppedUndo {
  const known = undoers.get(model);
  if (known !== undefined) return known;
  const undoable = model as unknown as UndoableModel;
  const undo = undoable.undo.bind(model);
  const redo = undoable.redo.bind(model);
  const groups: Group[] = [];
  const version = (): number => model.getAlternativeVersionId();
  const size = (): TextSize => ({ length: model.getValueLength(), lines: model.getLineCount() });

  /** The group whose steps lie that way, where the text stands among them now. */
  function groupTo(direction: 'undo' | 'redo'): Group | undefined {
    return groups.find((group) => goesOn(group, direction));
  }

  /** Where one group ends another may begin: each is a walk of its own. */
  function goesOn({ versions }: Group, direction: 'undo' | 'redo'): boolean {
    const at = versions.indexOf(version());
    return direction === 'undo' ? at > 0 : at > 0 && at < versions.length - 1;
  }

  function walk(direction: 'undo' | 'redo', go: () => void): void {
    edits.of(model)?.finish();
    const left = groupTo('undo');
    go();
    // What is made again may be the first step of a group: that shows afterwards.
    const group = direction === 'undo' ? left : groupTo('redo');
    if (group === undefined || !goesOn(group, direction)) return;
    let told = false;
    edits.begin(model, () => {
      if (!told) {
        told = true;
        growing(model, direction === 'undo' ? group.before : group.after);
        return true;
      }
      const was = version();
      go();
      return version() !== was && goesOn(group, direction);
    });
  }

  undoable.undo = () => walk('undo', undo);
  undoable.redo = () => walk('redo', redo);

  const made: SteppedUndo = {
    group() {
      let group: Group | null = null;
      return {
        note() {
          model.pushStackElement();
          if (group === null) {
            group = { versions: [version()], before: size(), after: size() };
            groups.push(group);
            return;
          }
          group.versions.push(version());
          group.after = size();
        },
      };
    },
  };
  undoers.set(model, made);
  return made;
}
