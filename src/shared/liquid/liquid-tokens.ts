/** A step of a path: a name, an entry of a list, or one that is only known when the message is made. */
export type PathStep =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'entry' }
  | { readonly kind: 'open' };

/** What an expression is made of. A bare word is a path without steps. */
export type LiquidToken =
  | { readonly kind: 'path'; readonly root: string; readonly steps: readonly PathStep[] }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'sign'; readonly sign: string };

type PathToken = Extract<LiquidToken, { kind: 'path' }>;

const word = /[A-Za-z_][\w-]*\??/y;
const wrapped = /\$\{([^{}]{1,300})\}/y;
const quoted = /"([^"]*)"|'([^']*)'/y;
const number = /-?\d+(\.\d+)?/y;
const sign = /==|!=|<>|<=|>=|\S/y;
const blank = /\s+/y;
const accessors = {
  wrappedName: /\s*\.\s*\$\{([^{}]{1,300})\}/y,
  name: /\s*\.\s*([A-Za-z_][\w-]*\??)/y,
  index: /\s*\[\s*-?\d+\s*\]/y,
  quotedName: /\s*\[\s*(?:"([^"\]]*)"|'([^'\]]*)')\s*\]/y,
  other: /\s*\[[^\]]{0,300}\]/y,
};

/** Reads the tokens of an expression in order. Never throws; what it does not know is a sign. */
export function readLiquidTokens(expression: string): LiquidToken[] {
  const tokens: LiquidToken[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(expression);
    if (match !== null) at = pattern.lastIndex;
    return match;
  };

  const steps = (): { readonly steps: readonly PathStep[]; readonly inner: readonly string[] } => {
    const found: PathStep[] = [];
    const inner: string[] = [];
    for (;;) {
      const name = take(accessors.wrappedName) ?? take(accessors.name);
      if (name !== null) {
        found.push({ kind: 'name', name: (name[1] ?? '').trim() });
        continue;
      }
      if (take(accessors.index) !== null) {
        found.push({ kind: 'entry' });
        continue;
      }
      const text = take(accessors.quotedName);
      if (text !== null) {
        found.push({ kind: 'name', name: text[1] ?? text[2] ?? '' });
        continue;
      }
      const other = take(accessors.other);
      if (other === null) return { steps: found, inner };
      found.push({ kind: 'open' });
      inner.push(other[0].trim().slice(1, -1));
    }
  };

  const path = (root: string): PathToken[] => {
    const { steps: found, inner } = steps();
    return [
      { kind: 'path', root, steps: found },
      // What stands in the brackets is read as well.
      ...inner.flatMap(readLiquidTokens).filter((token) => token.kind === 'path'),
    ];
  };

  while (at < expression.length) {
    if (take(blank) !== null) continue;
    const text = take(quoted);
    if (text !== null) {
      tokens.push({ kind: 'text', value: text[1] ?? text[2] ?? '' });
      continue;
    }
    const root = take(wrapped);
    if (root !== null) {
      tokens.push(...path(`\${${(root[1] ?? '').trim()}}`));
      continue;
    }
    const named = take(word);
    if (named !== null) {
      tokens.push(...path(named[0]));
      continue;
    }
    if (take(number) !== null) {
      tokens.push({ kind: 'text', value: '' });
      continue;
    }
    const other = take(sign);
    if (other === null) break;
    tokens.push({ kind: 'sign', sign: other[0] });
  }
  return tokens;
}
