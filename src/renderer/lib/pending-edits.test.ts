import { afterEach, describe, expect, it, vi } from 'vitest';
import { afterPendingEdits, flushPendingEdits, registerPendingEdits } from './pending-edits';

let leave: (() => void)[] = [];
afterEach(() => {
  for (const one of leave) one();
  leave = [];
});

describe('edits that are on their way', () => {
  it('are handed on before anything is taken, at once where nothing has to wait', () => {
    const steps: string[] = [];
    leave.push(registerPendingEdits(() => steps.push('handed on')));
    void afterPendingEdits(() => steps.push('taken'));
    expect(steps).toEqual(['handed on', 'taken']);
  });

  it('are waited for in turn, and nothing that came later is taken with them', async () => {
    const turns: (() => void)[] = [];
    let text = 'half';
    let handed = '';
    const flush = vi.fn();
    const handOn = (): void => void (handed = text);
    leave.push(registerPendingEdits(flush, { handOn, inTurn: (run) => turns.push(run) }));
    const taken = afterPendingEdits(() => handed);
    text = 'whole';
    turns.shift()?.();
    text = 'whole and more';
    handOn();
    expect(await taken).toBe('whole');
    expect(flush).not.toHaveBeenCalled();
  });

  it('are handed on at once where nobody can wait', () => {
    const flush = vi.fn();
    leave.push(registerPendingEdits(flush, { handOn: vi.fn(), inTurn: vi.fn() }));
    flushPendingEdits();
    expect(flush).toHaveBeenCalledOnce();
  });

  it('tells whoever asked what went wrong', async () => {
    const failing = afterPendingEdits(() => {
      throw new Error('gone');
    });
    await expect(failing).rejects.toThrow('gone');
  });
});
