import { runCommand } from './commands';
import { commandOf, isReload } from './key-chord';
import { isMac } from './platform';

let openDialogs = 0;

/** While a dialog is open no command runs by key: nothing behind it may be sent, closed or changed. */
export function suspendShortcuts(): () => void {
  openDialogs += 1;
  let ended = false;
  return () => {
    if (!ended) openDialogs -= 1;
    ended = true;
  };
}

/**
 * Whether a part of the page keeps the key for itself (`data-own-keys`, by `KeyboardEvent.code`), as a grid does with
 * F2, which edits a cell everywhere. Only keys alone: none with Ctrl or Cmd, which send and save.
 */
function isKept(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const keeper = event.target instanceof Element ? event.target.closest('[data-own-keys]') : null;
  return keeper?.getAttribute('data-own-keys')?.split(' ').includes(event.code) ?? false;
}

function handleKey(event: KeyboardEvent): void {
  if (isReload(event)) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  const command = commandOf(event, isMac);
  if (command === null || isKept(event)) return;
  if (openDialogs > 0) return;
  // Held down, Ctrl+Enter must not send again and again.
  const ran = event.repeat ? true : runCommand(command);
  if (ran) {
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Starts listening for the keys of the command table, before any part of the page sees them. */
export function installShortcuts(target: Window): () => void {
  target.addEventListener('keydown', handleKey, { capture: true });
  return () => target.removeEventListener('keydown', handleKey, { capture: true });
}
