import type { CommandId } from './commands';
import { commandDefinitions } from './commands';

/** The parts of a keyboard event that decide which command is meant. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
  getModifierState(key: string): boolean;
}

/** Whether an input method has the press, and will say what it writes. */
export function isComposed(press: KeyPress): boolean {
  return press.isComposing || press.keyCode === 229;
}

/** While an input method composes, and with AltGr, a press writes text and means no command. */
export function isTyping(press: KeyPress): boolean {
  return isComposed(press) || press.getModifierState('AltGraph');
}

function keyName(press: KeyPress): string {
  // Letters go by what is written on the key (AZERTY, Dvorak); everything else by its place.
  if (/^[a-z]$/i.test(press.key)) return press.key.toUpperCase();
  return press.code.replace(/^(Key|Digit|Numpad)(?=.)/, '');
}

/** The press as a chord such as `Ctrl+Shift+T`, with `Mod` already resolved to the platform's key. */
export function chordOf(press: KeyPress): string {
  return [
    press.ctrlKey ? 'Ctrl' : '',
    press.metaKey ? 'Meta' : '',
    press.shiftKey ? 'Shift' : '',
    press.altKey ? 'Alt' : '',
    keyName(press),
  ]
    .filter((part) => part !== '')
    .join('+');
}

function resolved(chord: string, mac: boolean): string {
  return chord.replace('Mod', mac ? 'Meta' : 'Ctrl');
}

/** The command of a key press, or null. */
export function commandOf(press: KeyPress, mac: boolean): CommandId | null {
  if (isTyping(press)) return null;
  const chord = chordOf(press);
  const found = commandDefinitions.find((command) =>
    command.keys.some((keys) => resolved(keys, mac) === chord),
  );
  return found?.id ?? null;
}

/** Chromium's reload keys. They do nothing here: a reload would throw away what is in flight. */
export function isReload(press: KeyPress): boolean {
  return press.key === 'F5' || ((press.ctrlKey || press.metaKey) && keyName(press) === 'R');
}

const macSymbols: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Meta: '⌘',
  Ctrl: '⌃',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↩',
};

const keySymbols: Readonly<Record<string, string>> = {
  Comma: ',',
  Slash: '/',
  Backslash: '\\',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** The keys as people read them: `Ctrl+Shift+T`, on macOS `⌘⇧T`. */
export function readableKeys(chord: string, mac: boolean): string {
  const parts = chord.split('+').map((part) => keySymbols[part] ?? part);
  if (mac) return parts.map((part) => macSymbols[part] ?? part).join('');
  return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+');
}
