import type { editor } from 'monaco-editor/editor';
import { describe, expect, it } from 'vitest';
import { createLongEdits } from './long-edit';
import { steppedUndo } from './stepped-undo';

/** As much of a model as undo needs: texts, and a version for each that undo brings back. */
function fakeModel() {
  let states = [{ text: '', version: 1 }];
  let at = 0;
  let latest = 1;
  const current = () => states[at] ?? { text: '', version: 0 };
  const model = {
    type(text: string) {
      latest += 1;
      states = [...states.slice(0, at + 1), { text: current().text + text, version: latest }];
      at += 1;
    },
    undo: () => void (at = Math.max(0, at - 1)),
    redo: () => void (at = Math.min(states.length - 1, at + 1)),
    getAlternativeVersionId: () => current().version,
    getValueLength: () => current().text.length,
    getLineCount: () => current().text.length + 1,
    pushStackElement: () => undefined,
    isDisposed: () => false,
    get text() {
      return current().text;
    },
  };
  const edits = createLongEdits(() => undefined);
  const grown: number[] = [];
  const undo = steppedUndo(
    model as unknown as editor.ITextModel,
    edits,
    (_model, { length }) => void grown.push(length),
  );
  const paste = (pieces: readonly string[]): void => {
    const group = undo.group();
    group.note();
    for (const piece of pieces) {
      model.type(piece);
      group.note();
    }
  };
  const step = async (direction: 'undo' | 'redo'): Promise<string> => {
    model[direction]();
    await edits.first()?.ended;
    return model.text;
  };
  return { model, edits, paste, step, grown };
}

describe('undo of a group of steps', () => {
  it('takes back all of a group and nothing else, and makes it again', async () => {
    const { model, paste, step, grown } = fakeModel();
    model.type('a');
    paste(['b', 'c', 'd']);
    model.type('e');
    expect(await step('undo')).toBe('abcd');
    expect(await step('undo')).toBe('a');
    expect(await step('undo')).toBe('');
    expect(await step('undo')).toBe('');
    expect(await step('redo')).toBe('a');
    expect(await step('redo')).toBe('abcd');
    expect(await step('redo')).toBe('abcde');
    expect(await step('redo')).toBe('abcde');
    expect(grown).toEqual([1, 4]);
  });

  it('keeps groups apart that follow each other', async () => {
    const { paste, step } = fakeModel();
    paste(['a', 'b']);
    paste(['c', 'd']);
    expect(await step('undo')).toBe('ab');
    expect(await step('undo')).toBe('');
    expect(await step('redo')).toBe('ab');
    expect(await step('redo')).toBe('abcd');
  });

  it('makes a step at a time with a turn between, until it is told to finish', () => {
    const { model, edits, paste } = fakeModel();
    paste(['a', 'b', 'c', 'd']);
    model.undo();
    expect(model.text).toBe('abc');
    edits.finishAll();
    expect(model.text).toBe('');
    expect(edits.first()).toBeNull();
  });

  it('does not take for its own what was typed in the place of what was undone', async () => {
    const { model, paste, step } = fakeModel();
    paste(['a', 'b']);
    expect(await step('undo')).toBe('');
    model.type('x');
    expect(await step('undo')).toBe('');
    expect(await step('redo')).toBe('x');
  });

  it('ends one walk before it begins another', async () => {
    const { model, paste, step } = fakeModel();
    paste(['a', 'b', 'c']);
    model.undo();
    expect(await step('redo')).toBe('abc');
  });
});
