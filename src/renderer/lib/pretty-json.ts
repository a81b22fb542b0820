/**
 * JSON with line breaks and two blanks a level. Every value keeps the characters it came with, numbers of
 * any length included; a text that is no JSON comes out with its words unharmed.
 */
export function prettyJson(text: string): string {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"?|[{}[\],:]|[^\s"{}[\],:]+/gsu) ?? [];
  let result = '';
  let depth = 0;
  const newLine = (): string => `\n${'  '.repeat(depth)}`;

  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    switch (token) {
      case '{':
      case '[':
        result += token;
        depth += 1;
        if (next !== '}' && next !== ']') result += newLine();
        break;
      case '}':
      case ']': {
        const before = tokens[index - 1];
        depth = Math.max(0, depth - 1);
        result += before === '{' || before === '[' ? token : newLine() + token;
        break;
      }
      case ',':
        result += token + newLine();
        break;
      case ':':
        result += ': ';
        break;
      default:
        result += token;
    }
  }
  return result;
}
