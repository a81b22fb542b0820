import { scanBashCommand } from './bash-words';
import type { CurlDialect } from './curl-dialect';
import type { HeredocStart } from './bash-heredoc';
import type { CurlCandidate } from './find-curl';
import { findStrings, type PowershellString } from './powershell-script';
import { createScan, type StandardInput } from './shell-words';

/** What is piped into the command, as far as the text before it shows. */
export interface PipedInput {
  readonly stdin: StandardInput | null;
  /** Here-documents whose text comes after the command. */
  readonly heredocs: readonly HeredocStart[];
  /** Where the pipeline starts in the pasted text. */
  readonly from: number;
  /** Variables and commands in it that the shell would have put a value for. */
  readonly expansions: number;
}

/**
 * Reads what comes before the command: `echo '…' |`, `cat <<EOF |` and in PowerShell `'…' |` and here-strings.
 * Other programs are not run; their output is unknown.
 * @param strings those of a PowerShell script, where the whole text is one.
 */
export function readPipedInput(
  text: string,
  candidate: CurlCandidate,
  dialect: CurlDialect,
  strings: readonly PowershellString[],
): PipedInput {
  if (dialect === 'powershell') return readPowershellPipe(text, candidate, strings);
  const nothing = nothingPiped(candidate);
  const pipe = /^(.*)\|\s*(?:[^\s|'"]*[/\\])?$/.exec(candidate.prompt)?.[1];
  if (pipe === undefined) return nothing;
  const unknown = { ...nothing, stdin: { kind: 'pipe' } } as const;
  if (dialect === 'cmd') return unknown;

  const promptSign = /^\s*(?:\S*[$%❯]\s)?/.exec(pipe)?.[0].length ?? 0;
  const scan = createScan(pipe, promptSign);
  const command = scanBashCommand(scan);
  if (!command.ok || command.end < pipe.trimEnd().length) return unknown;
  const [program, ...rest] = command.words.map((word) => word.text);
  if (program === 'cat' && rest.length === 0 && command.heredocs.length > 0) {
    return { ...unknown, heredocs: command.heredocs };
  }
  const written = program === 'echo' || program === 'printf' ? rest.filter(isNoOption) : [];
  const body = written[0];
  if (body === undefined || written.length > 1) return unknown;
  if (program === 'printf' && /[%\\]/.test(body)) return unknown;
  return { ...unknown, stdin: { kind: 'text', text: body }, expansions: scan.expansions };
}

function nothingPiped(candidate: CurlCandidate): PipedInput {
  return { stdin: null, heredocs: [], from: candidate.lineStart, expansions: 0 };
}

function isNoOption(word: string): boolean {
  return word !== '-n' && word !== '%s' && word !== '%s\\n';
}

/** What is written before the last `|` in front of the command: a string, or something else. */
function readPowershellPipe(
  text: string,
  candidate: CurlCandidate,
  known: readonly PowershellString[],
): PipedInput {
  const { lineStart, start, prompt } = candidate;
  const nothing = nothingPiped(candidate);
  const strings = known.length > 0 ? known : findStrings(text, lineStart, start);
  const pipe = /\|\s*(?:&\s*)?(?:["']?[^\s|'"]*[/\\])?$/.exec(prompt);
  if (pipe === null) return nothing;
  const end = lineStart + pipe.index;
  const last = strings.findLast((string) => string.end <= end);
  if (last === undefined || text.slice(last.end, end).trim() !== '') {
    return { ...nothing, stdin: { kind: 'pipe' } };
  }
  return { ...nothing, stdin: { kind: 'text', text: last.text }, from: last.from };
}
