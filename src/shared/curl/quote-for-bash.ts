const control = /[\u0000-\u0009\u000b-\u001f\u007f]/;

/**
 * Quotes a text for bash and zsh so that it arrives as it is, also when pasted into a running shell: no history, no
 * completion, nothing expanded. Control characters but the line feed are written as escapes. It must hold no `\0`.
 */
export function quoteForBash(text: string): string {
  if (control.test(text)) return `$'${[...text].map(ansiEscape).join('')}'`;
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function ansiEscape(character: string): string {
  switch (character) {
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    case '\t':
      return '\\t';
    case '\\':
    case "'":
      return `\\${character}`;
    default:
      return control.test(character) || character === '!'
        ? `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`
        : character;
  }
}
