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

function handleKey(event: KeyboardEvent): void {
  if (isReload(event)) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  const command = commandOf(event, isMac);
  if (command === null) return;
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
