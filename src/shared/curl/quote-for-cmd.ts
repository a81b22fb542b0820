import { escapeQuotes } from './escape-quotes';

/**
 * Quotes a text for a program called from cmd.exe. Every character that may mean something to the shell, the quotes
 * around included, has a caret before it, so the shell never is inside quotes and a line feed can be written: as a
 * caret and two line breaks. A percent sign cannot be escaped at a prompt; a caret behind it makes the name that would
 * be looked up one that nobody has. cmd.exe drops carriage returns: alone or before a line feed they are one line feed.
 */
export function quoteForCmd(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  // Backslashes before the closing quote would count as well.
  const trailing = lines.length - lengthWithoutBackslashes(lines);
  return escapeForCmd(`"${escapeQuotes(lines)}${'\\'.repeat(trailing)}"`);
}

function escapeForCmd(text: string): string {
  const pieces: string[] = [];
  let afterPercent = false;
  for (const character of text) {
    if (character === '\n') pieces.push('^\n\n');
    else if (character === '%' && !afterPercent) pieces.push('%');
    else if (afterPercent || !/[A-Za-z0-9 \t_\-:=+~'/.,;?*@#$`{}[\]\\]/.test(character)) {
      pieces.push(`^${character}`);
    } else pieces.push(character);
    afterPercent = character === '%';
  }
  return pieces.join('');
}

function lengthWithoutBackslashes(text: string): number {
  let end = text.length;
  while (end > 0 && text[end - 1] === '\\') end -= 1;
  return end;
}
