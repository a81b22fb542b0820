import { hasPercentVariable } from './percent-variable';
import { isPowershellScript } from './powershell-script';

/** The shells a curl command is written for; `bash` stands for zsh and sh too. */
export const curlDialects = ['bash', 'cmd', 'powershell'] as const;
/** One of those shells. */
export type CurlDialect = (typeof curlDialects)[number];

/** How far the evidence is looked for, in UTF-16 units from the command on. */
const regionLength = 200_000;

const hereString = /(?:^|[\s=(])@['"][ \t]*\r?$/m;

/**
 * Guesses the shell from what is written: the prompt, the sign that continues the first line, here-strings, the kind
 * of quotes. What speaks for none is taken for bash.
 * @param start offset right behind the word `curl`.
 * @param prompt what stands before the command on its line.
 */
export function detectDialect(text: string, start: number, prompt: string): CurlDialect {
  if (/(?:^|\s)PS(?: [^>]*)?>/.test(prompt) || isPowershellScript(text)) return 'powershell';
  if (/[A-Za-z]:\\[^<>|]*>/.test(prompt)) return 'cmd';
  if (/['"]@\s*\|\s*&?\s*$/.test(prompt)) return 'powershell';

  const region = text.slice(start, start + regionLength);
  const byContinuation = continuedBy(region);
  if (byContinuation !== null) return byContinuation;
  if (hereString.test(region)) return 'powershell';

  const exe = text
    .slice(Math.max(0, start - 5), start)
    .toLowerCase()
    .includes('.exe');
  const firstQuote = /[\^`]?["']/.exec(region)?.[0];
  if (firstQuote === '^"') return 'cmd';
  if (firstQuote === '`"') return 'powershell';
  if (/(?:^|[\s=])\$?'/.test(region)) {
    return exe || /\$env:/i.test(region) ? 'powershell' : 'bash';
  }
  if (/\$env:/i.test(region) || /`"/.test(region)) return 'powershell';
  if (exe || hasPercentVariable(region) || /[{[]\s*""/.test(region)) return 'cmd';
  return 'bash';
}

/** The shell whose sign ends the first line, if that is not the last one. */
function continuedBy(region: string): CurlDialect | null {
  const lineEnd = region.indexOf('\n');
  if (lineEnd === -1) return null;
  switch (region.slice(0, lineEnd).trimEnd().at(-1)) {
    case '\\':
      return 'bash';
    case '^':
      return 'cmd';
    case '`':
      return 'powershell';
    default:
      return null;
  }
}
