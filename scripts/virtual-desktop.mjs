// Runs a command on a virtual desktop: node scripts/virtual-desktop.mjs [--if-needed] -- COMMAND…
// With --if-needed the command runs on the real desktop where there is one.
import { runCommand } from './lib/run-command.mjs';
import { warn } from './lib/say.mjs';
import { hasDisplay, insideVirtualDesktop, runOnVirtualDesktop } from './lib/virtual-desktop.mjs';

const [before, command] = splitAt(process.argv.slice(2), '--');
const [program, ...args] = command;

if (program === undefined || before.some((option) => option !== '--if-needed')) {
  warn('Usage: node scripts/virtual-desktop.mjs [--if-needed] -- COMMAND…');
  process.exitCode = 2;
} else {
  const direct =
    process.platform !== 'linux' ||
    insideVirtualDesktop() ||
    (before.includes('--if-needed') && hasDisplay());
  try {
    process.exitCode = direct
      ? (await runCommand(program, args)).code
      : await runOnVirtualDesktop(program, args);
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/**
 * @param {string[]} words
 * @param {string} mark
 * @returns {[string[], string[]]}
 */
function splitAt(words, mark) {
  const at = words.indexOf(mark);
  return at < 0 ? [words, []] : [words.slice(0, at), words.slice(at + 1)];
}
