/** An output `{{ … }}` or a tag `{% … %}`; `content` is what stands inside, trimmed of `-` and blanks. */
export interface LiquidPart {
  readonly kind: 'output' | 'tag';
  readonly content: string;
}

/** Longer ones are no tags that a person wrote; the bound keeps reading linear. */
const longestPart = 20_000;
/** Openings without end that are looked at; a text with more of them is no template. */
const mostUnclosed = 50;
const skipped = { raw: /\{%-?\s*endraw\s*-?%\}/g, comment: /\{%-?\s*endcomment\s*-?%\}/g };

/**
 * Takes a template apart, as far as tags go. Knows what a standard Liquid reader does not: the names in
 * `${…}` that the vendor's dialect puts inside braces. What `raw` and `comment` enclose is left out, and so
 * is a part without end. Never throws.
 */
export function readLiquidParts(template: string): LiquidPart[] {
  const parts: LiquidPart[] = [];
  const opening = /\{[{%]/g;
  let unclosed = 0;
  for (let found = opening.exec(template); found !== null; found = opening.exec(template)) {
    const kind = found[0] === '{{' ? 'output' : 'tag';
    const start = found.index + 2;
    const end = partEnd(template, start, kind);
    if (end === null) {
      unclosed += 1;
      if (unclosed > mostUnclosed) break;
      continue;
    }
    opening.lastIndex = end + 2;
    const content = template.slice(start, end).replace(/^-/, '').replace(/-$/, '').trim();
    if (kind === 'tag' && (content === 'raw' || content === 'comment')) {
      const closing = skipped[content];
      closing.lastIndex = opening.lastIndex;
      if (closing.exec(template) === null) break;
      opening.lastIndex = closing.lastIndex;
    } else if (content !== '') {
      parts.push({ kind, content });
    }
  }
  return parts;
}

/** Where the closing braces of a part begin; an odd quotation mark does not hide them. */
function partEnd(template: string, start: number, kind: LiquidPart['kind']): number | null {
  const limit = Math.min(template.length, start + longestPart);
  return (
    scanEnd(template, start, limit, kind, true) ?? scanEnd(template, start, limit, kind, false)
  );
}

function scanEnd(
  template: string,
  start: number,
  limit: number,
  kind: LiquidPart['kind'],
  heedQuotes: boolean,
): number | null {
  const closing = kind === 'output' ? '}}' : '%}';
  let quote: string | null = null;
  let inName = false;
  for (let at = start; at < limit; at += 1) {
    const character = template.charAt(at);
    if (quote !== null) {
      if (character === quote) quote = null;
    } else if (heedQuotes && (character === '"' || character === "'")) {
      quote = character;
    } else if (inName) {
      if (character === '}') inName = false;
    } else if (character === '$' && template.charAt(at + 1) === '{') {
      inName = true;
    } else if (template.startsWith(closing, at)) {
      return at;
    }
  }
  return null;
}
