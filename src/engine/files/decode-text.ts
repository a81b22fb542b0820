/** UTF-8 bytes as text, byte order mark included, or where the first character begins that is not UTF-8. */
export function decodeText(
  bytes: Uint8Array,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly offset: number } {
  const text = decode(bytes);
  if (text !== null) return { ok: true, text };
  // A decoder does not say where it stopped, so look for the longest beginning it accepts by halving.
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (decode(bytes.subarray(0, middle), true) !== null) good = middle;
    else bad = middle;
  }
  let offset = good;
  while (offset > 0 && decode(bytes.subarray(0, offset)) === null) offset -= 1;
  return { ok: false, offset };
}

/** `open`: a character may be cut off at the end. */
function decode(bytes: Uint8Array, open = false): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, {
      stream: open,
    });
  } catch {
    return null;
  }
}

/** Where text has half of a character pair, which no UTF-8 file can hold; -1 when it has none. */
export function loneSurrogate(text: string): number {
  return text.search(/\p{Surrogate}/u);
}
