import type { CurlNote } from './curl-notes';

const placeholders: readonly RegExp[] = [
  /^\$\{?[A-Za-z_][\w:]*\}?$/, // $NAME, ${NAME}, $env:NAME
  /^\$[({]/,
  /^`/,
  /^%\w+%$/,
  /^!\w+!$/,
  /^\{\{/,
  /^[<[(]/,
  /^(?:your|my|insert|replace|enter|paste|dein|ihr|votre)(?![a-z0-9]*\d)/i,
  /^(?:braze|rest|api|_|-)*(?:key|token|secret)$/i,
  /^[xX*.•…_-]+$/,
];

/** Whether a text only marks the place of a key: a variable, a name in brackets, `YOUR_API_KEY`. */
export function isKeyPlaceholder(text: string): boolean {
  return placeholders.some((placeholder) => placeholder.test(text));
}

/** The first real key among those given; null, with a note, when there are only stand-ins. */
export function chooseKey(bearers: readonly string[], notes: Set<CurlNote>): string | null {
  const given = [...new Set(bearers.map((bearer) => bearer.trim()))];
  const keys = given.filter((bearer) => bearer !== '' && !isKeyPlaceholder(bearer));
  if (keys.length < given.length) notes.add('key_placeholder');
  if (keys.length > 1) notes.add('several_keys');
  return keys[0] ?? null;
}

/** How many of the tokens given are a variable of the shell. */
export function countKeyVariables(bearers: readonly string[]): number {
  return bearers.filter((bearer) => /^[$%`!]/.test(bearer) && isKeyPlaceholder(bearer)).length;
}
