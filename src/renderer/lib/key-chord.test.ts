import { describe, expect, it } from 'vitest';
import type { KeyPress } from './key-chord';
import { commandOf, isReload, readableKeys } from './key-chord';

function press(change: Partial<KeyPress> & { altGraph?: boolean }): KeyPress {
  const { altGraph = false, ...rest } = change;
  return {
    key: '',
    code: '',
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    isComposing: false,
    keyCode: 0,
    getModifierState: (name) => name === 'AltGraph' && altGraph,
    ...rest,
  };
}

const ctrlEnter = press({ key: 'Enter', code: 'Enter', ctrlKey: true });

describe('the command of a key press', () => {
  it.each([
    [ctrlEnter, 'request.send'],
    [press({ key: 'k', code: 'KeyK', ctrlKey: true }), 'palette.open'],
    [press({ key: 'S', code: 'KeyS', ctrlKey: true, shiftKey: true }), 'request.saveAll'],
    [press({ key: '\\', code: 'Backslash', ctrlKey: true }), 'sidebar.toggle'],
    [press({ key: '?', code: 'Slash', ctrlKey: true, shiftKey: true }), 'shortcuts.show'],
    [press({ key: ',', code: 'Comma', ctrlKey: true }), 'settings.show'],
    [press({ key: '3', code: 'Digit3', ctrlKey: true }), 'tab.go3'],
    [press({ key: '9', code: 'Numpad9', ctrlKey: true }), 'tab.goLast'],
    [press({ key: 'F', code: 'KeyF', altKey: true, shiftKey: true }), 'body.format'],
    [press({ key: 'F2', code: 'F2' }), 'request.rename'],
  ])('%# is the one of the table', (event, command) => {
    expect(commandOf(event, false)).toBe(command);
  });

  it('goes by the letter on the key, wherever it is', () => {
    // On AZERTY the key in the place of W writes Z.
    expect(commandOf(press({ key: 'w', code: 'KeyZ', ctrlKey: true }), false)).toBe('tab.close');
  });

  it('is Cmd instead of Ctrl on macOS', () => {
    expect(commandOf(press({ key: 'Enter', code: 'Enter', metaKey: true }), true)).toBe(
      'request.send',
    );
    expect(commandOf(ctrlEnter, true)).toBeNull();
  });

  it.each([
    ['while an input method composes', { ...ctrlEnter, isComposing: true }],
    ['while an input method eats the key', { ...ctrlEnter, keyCode: 229 }],
    [
      'with AltGr',
      press({ key: '\\', code: 'Minus', ctrlKey: true, altKey: true, altGraph: true }),
    ],
    ['for Enter alone', press({ key: 'Enter', code: 'Enter' })],
    ['with one modifier too many', { ...ctrlEnter, shiftKey: true }],
    ['for Ctrl+R', press({ key: 'r', code: 'KeyR', ctrlKey: true })],
    ['for F5', press({ key: 'F5', code: 'F5' })],
  ])('is none %s', (_case, event) => {
    expect(commandOf(event, false)).toBeNull();
  });

  it('knows the keys that would reload the page', () => {
    expect(isReload(press({ key: 'F5', code: 'F5', ctrlKey: true }))).toBe(true);
    expect(isReload(press({ key: 'R', code: 'KeyR', ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(isReload(press({ key: 'r', code: 'KeyR' }))).toBe(false);
  });
});

describe('keys to read', () => {
  it('are those of the platform', () => {
    expect(readableKeys('Mod+Shift+Slash', false)).toBe('Ctrl+Shift+/');
    expect(readableKeys('Mod+Shift+S', true)).toBe('⌘⇧S');
  });
});
