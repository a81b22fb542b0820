import type { editor } from 'monaco-editor/editor';
import { describe, expect, it, vi } from 'vitest';
import { createLongEdits } from './long-edit';

function fakeModel() {
  let disposed = false;
  return {
    model: { isDisposed: () => disposed } as unknown as editor.ITextModel,
    dispose: () => void (disposed = true),
  };
}

describe('long edits', () => {
  it('go on by themselves to their end, a turn at a time', async () => {
    const ended = vi.fn();
    const edits = createLongEdits(ended);
    const { model } = fakeModel();
    let left = 3;
    const edit = edits.begin(model, () => --left > 0);
    expect(left).toBe(3);
    expect(edits.of(model)).toBe(edit);
    await edit.ended;
    expect(left).toBe(0);
    expect(edits.of(model)).toBeNull();
    expect(ended).toHaveBeenCalledExactlyOnceWith(model);
  });

  it('are finished at once where somebody cannot wait', async () => {
    const ended = vi.fn();
    const edits = createLongEdits(ended);
    const step = vi.fn(() => step.mock.calls.length < 4);
    const edit = edits.begin(fakeModel().model, step);
    edit.finish();
    edit.finish();
    await edit.ended;
    expect(step).toHaveBeenCalledTimes(4);
    expect(ended).toHaveBeenCalledOnce();
  });

  it('are not finished from within one of their own pieces', () => {
    const edits = createLongEdits(() => undefined);
    const { model } = fakeModel();
    let depth = 0;
    let deepest = 0;
    let left = 3;
    edits
      .begin(model, () => {
        depth += 1;
        deepest = Math.max(deepest, depth);
        edits.finishAll();
        depth -= 1;
        return --left > 0;
      })
      .finish();
    expect([deepest, left]).toEqual([1, 0]);
  });

  it('end with their model, and with a piece that cannot be made', async () => {
    const edits = createLongEdits(() => undefined);
    const gone = fakeModel();
    const step = vi.fn(() => true);
    const edit = edits.begin(gone.model, step);
    gone.dispose();
    await edit.ended;
    expect(step).not.toHaveBeenCalled();
    const failing = edits.begin(fakeModel().model, () => {
      throw new Error('no');
    });
    expect(() => failing.finish()).toThrow('no');
    await failing.ended;
    expect(edits.first()).toBeNull();
  });

  it('are one a model: the first is whole before the next begins', () => {
    const edits = createLongEdits(() => undefined);
    const { model } = fakeModel();
    const steps: string[] = [];
    edits.begin(model, () => steps.push('a') < 2);
    edits.begin(model, () => steps.push('b') < 4);
    expect(steps).toEqual(['a', 'a']);
    edits.finishAll();
    expect(steps).toEqual(['a', 'a', 'b', 'b']);
  });
});
