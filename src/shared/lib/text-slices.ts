/**
 * So much of a text crosses to another thread, or process, in a few milliseconds: a longer one goes piece by piece.
 * In UTF-16 units.
 */
export const sliceLength = 1_000_000;

/** A text without its last piece, cut into pieces of `sliceLength`, and that last one; it is the text if that is short. */
export function slicesOf(text: string): {
  readonly first: readonly string[];
  readonly last: string;
} {
  const first: string[] = [];
  let at = 0;
  for (; text.length - at > sliceLength; at += sliceLength) {
    first.push(text.slice(at, at + sliceLength));
  }
  return { first, last: text.slice(at) };
}
