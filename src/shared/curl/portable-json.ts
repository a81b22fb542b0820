/**
 * The same JSON in printable ASCII and line feeds: other characters as `\u` escapes, tabs between the parts as two
 * spaces. Many builds of curl for Windows read their arguments in the system's code page and would send anything else
 * garbled; a pasted tab completes file names. A text that is not JSON comes back as it is.
 */
export function toPortableJson(text: string): string {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  // In JSON, tabs and carriage returns stand only between its parts, other characters than ASCII only in strings.
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replaceAll('\t', '  ')
    .replace(
      /[^\n -~]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
