import type { HeredocStart } from './bash-heredoc';
import { readBashCommand } from './bash-words';
import { readCmdCommand } from './cmd-words';
import type { CurlDialect } from './curl-dialect';
import { readPowershellCommand } from './powershell-words';
import type { Scan, ShellCommand, UnclosedQuote } from './shell-words';

/** Takes a command apart by the rules of its shell, from the place on, which moves to its end. */
export function readShellCommand(
  scan: Scan,
  dialect: CurlDialect,
  heredocs: readonly HeredocStart[],
): ShellCommand | UnclosedQuote {
  switch (dialect) {
    case 'bash':
      return readBashCommand(scan, heredocs);
    case 'cmd':
      return readCmdCommand(scan);
    case 'powershell':
      return readPowershellCommand(scan);
  }
}
