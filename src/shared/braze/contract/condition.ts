import type { LiquidToken, PathStep } from '../../liquid/liquid-tokens';

/** A path that a condition looks at, as the caller resolves it. */
export type Resolve = (token: LiquidToken) => readonly PathStep[] | null;

/** What a condition says of properties; both empty for one that says more than whether they are there. */
export interface Condition {
  /** The block is only there when all of these are. */
  readonly present: readonly (readonly PathStep[])[];
  /** The block is there when any of these is missing. */
  readonly missing: readonly (readonly PathStep[])[];
}

const blankWords: ReadonlySet<string> = new Set(['blank', 'nil', 'null', 'empty', 'false']);
export const saysNothing: Condition = { present: [], missing: [] };

function isBlank(token: LiquidToken | undefined): boolean {
  if (token?.kind === 'text') return token.value === '';
  return token?.kind === 'path' && token.steps.length === 0 && blankWords.has(token.root);
}

function isWord(token: LiquidToken, word: string): boolean {
  return token.kind === 'path' && token.steps.length === 0 && token.root === word;
}

function split(tokens: readonly LiquidToken[], word: string): LiquidToken[][] {
  const pieces: LiquidToken[][] = [[]];
  for (const token of tokens) {
    if (isWord(token, word)) pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  return pieces;
}

/** The property a piece asks for: `x`, `x != blank` for its presence, `x == blank` for its absence. */
function asked(
  piece: readonly LiquidToken[],
  resolve: Resolve,
): { readonly path: readonly PathStep[]; readonly there: boolean } | null {
  const [first, operator, value, ...rest] = piece;
  const path = first === undefined ? null : resolve(first);
  if (path === null || rest.length > 0) return null;
  if (operator === undefined) return { path, there: true };
  if (operator.kind !== 'sign' || !isBlank(value)) return null;
  if (operator.sign === '==') return { path, there: false };
  return operator.sign === '!=' || operator.sign === '<>' ? { path, there: true } : null;
}

function allOf(
  pieces: readonly (readonly LiquidToken[])[],
  resolve: Resolve,
  there: boolean,
): readonly (readonly PathStep[])[] {
  const found = pieces.map((piece) => asked(piece, resolve));
  if (found.some((one) => one?.there !== there)) return [];
  return found.flatMap((one) => (one === null ? [] : [one.path]));
}

/** Reads the condition of `if` or `unless`; anything but tests for presence says nothing. */
export function readCondition(
  tokens: readonly LiquidToken[],
  negated: boolean,
  resolve: Resolve,
): Condition {
  const all = split(tokens, 'and');
  const any = split(tokens, 'or');
  if (negated) {
    return { present: allOf(any, resolve, false), missing: allOf(all, resolve, true) };
  }
  return { present: allOf(all, resolve, true), missing: allOf(any, resolve, false) };
}
