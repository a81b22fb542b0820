/** Lines that say nothing: comments, fences of a code block, brackets and set-up lines around a command. */
const idleLine =
  /^\s*(?:$|#|\/\/|::|rem(?:\s|$)|@?echo\s+off\b|```|~~~|[)}\]"'`;&]+\s*$|&\s*\{|\$(?:OutputEncoding|PSNativeCommandArgumentPassing)\b|#!|PS [^>]*>\s*$|[A-Za-z]:\\[^>]*>\s*$|\S*[$%❯>]\s*$)/i;

/** How much of the text is looked at; more is text for sure. */
const maxLength = 100_000;

/** Whether the text beside a command holds more than comments and brackets. */
export function hasOtherText(text: string): boolean {
  if (text.length > maxLength) return true;
  return text.split(/\r\n|\n|\r/).some((line) => !idleLine.test(line));
}
