import type { PowershellString } from './powershell-script';

/** A place where the word `curl` may start a command. */
export interface CurlCandidate {
  /** Offset of the first character behind the word and, if its path is quoted, the quote. */
  readonly start: number;
  readonly lineStart: number;
  /** What stands before it on the line: a prompt, `sudo`, the program's folder, prose. */
  readonly prompt: string;
  /** Whether it is the first thing on its line, but for a prompt. */
  readonly leads: boolean;
}

/** More than these are not looked at; it bounds the time that a hostile text takes. */
const maxMatches = 200;
const maxCandidates = 8;
/** How far back a line's start is looked for. */
const maxBefore = 20_000;
/** No prompt is longer. */
const maxPrompt = 500;

/**
 * Finds the places where a curl command may start, the likeliest first: those that lead their line, then those within
 * one. Comments are left out.
 * @param strings those of a PowerShell script, in order; what is in them is no command.
 */
export function findCurl(
  text: string,
  strings: readonly PowershellString[],
): readonly CurlCandidate[] {
  const leading: CurlCandidate[] = [];
  const inside: CurlCandidate[] = [];
  const word = /curl(?:\.exe)?/gi;
  let next = 0;
  for (let count = 0; count < maxMatches; count += 1) {
    const match = word.exec(text);
    if (match === null) break;
    const around = stringAt(match.index);
    // The program's own path may be quoted; then the string ends with it.
    if (around !== null && match.index + match[0].length + 1 < around.end) {
      word.lastIndex = around.end;
      count -= 1;
      continue;
    }
    const before = text.slice(Math.max(0, match.index - maxBefore), match.index);
    const prompt = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
    const end = match.index + match[0].length;
    const quotedPath = /["'][^"']*[/\\]$/.test(prompt) && /["']/.test(text.charAt(end));
    if (!/(?:^|[\s;|&(`'"/\\>@$=:])$/.test(prompt)) continue;
    if (!quotedPath && !/^(?:$|\s|[`^\\]\r?\n)/.test(text.slice(end, end + 3))) continue;
    // The end of a string that began on an earlier line may look like anything.
    const inString = Math.max(0, (strings[next - 1]?.end ?? 0) - (match.index - prompt.length));
    const code = prompt.slice(inString);
    if (/^\s*(?:#(?!.*[#$%>]\s*$)|\/\/|::|rem\s)/i.test(code)) continue;
    const candidate = {
      start: end + (quotedPath ? 1 : 0),
      lineStart: match.index - prompt.length,
      prompt,
      leads: isPrompt(quotedPath ? prompt.replace(/["'][^"']*$/, '') : prompt),
    };
    (candidate.leads ? leading : inside).push(candidate);
  }
  return [...leading, ...inside].slice(0, maxCandidates);

  function stringAt(offset: number): PowershellString | null {
    while ((strings[next]?.end ?? Infinity) <= offset) next += 1;
    const string = strings[next];
    return string !== undefined && string.from <= offset ? string : null;
  }
}

const callWord = /^(?:[A-Za-z_]\w*=.*|sudo|time|env|command|exec|nohup)$/;

/** Whether nothing but a prompt, a call sign, `sudo`, variables and the program's own folder stands before it. */
function isPrompt(before: string): boolean {
  if (before.length > maxPrompt) return false;
  const withoutFolder = before.replace(/(?:^|\s)["']?[^\s"']*[/\\]$/, ' ').trim();
  const withoutCall = withoutFolder.replace(/(?:^|\s)[&@]$/, '').trim();
  if (withoutCall === '' || /^➜\s+\S+$/.test(withoutCall)) return true;
  if (/^[^'"|]*[$%>❯➜#]$/.test(withoutCall)) return true;
  if (/^(?:[A-Za-z_]\w*=)?["']?(?:\$\(|`)$/.test(withoutCall)) return true;
  return withoutCall.split(/\s+/).every((word) => callWord.test(word));
}
