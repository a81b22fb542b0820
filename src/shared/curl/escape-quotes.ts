/** Escapes double quotes, and the backslashes right before one, for the C runtime of Windows programs. */
export function escapeQuotes(text: string): string {
  const pieces: string[] = [];
  let backslashes = 0;
  for (const character of text) {
    if (character === '"') pieces.push('\\'.repeat(backslashes + 1));
    backslashes = character === '\\' ? backslashes + 1 : 0;
    pieces.push(character);
  }
  return pieces.join('');
}
