import { describe, expect, it, vi } from 'vitest';
import { commandDefinitions, isCommandEnabled, registerCommand, runCommand } from './commands';

describe('the command table', () => {
  it('names every command and every key once', () => {
    const ids = commandDefinitions.map(({ id }) => id);
    const keys = commandDefinitions.flatMap((command) => command.keys);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('sends with Ctrl+Enter and with nothing else', () => {
    const sending = commandDefinitions.filter(({ id }) => id === 'request.send');
    expect(sending.map(({ keys }) => keys)).toEqual([['Mod+Enter']]);
  });
});

describe('running a command', () => {
  it('does nothing while nobody registered it or it is not possible', () => {
    const run = vi.fn();
    expect(runCommand('theme.next')).toBe(false);
    const off = registerCommand('theme.next', { run, enabled: () => false });
    expect(runCommand('theme.next')).toBe(false);
    expect(run).not.toHaveBeenCalled();
    off();
  });

  it('goes to the handler registered last, and back when that leaves', () => {
    const first = vi.fn();
    const second = vi.fn();
    const offFirst = registerCommand('theme.next', { run: first });
    const offSecond = registerCommand('theme.next', { run: second });
    runCommand('theme.next');
    offSecond();
    runCommand('theme.next');
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
    offFirst();
    expect(isCommandEnabled('theme.next')).toBe(false);
  });
});
