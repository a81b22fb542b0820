/** UTF-8 bytes as text, byte order mark included, or where the first byte is that is not UTF-8. */
export function decodeText(
  bytes: Uint8Array,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly offset: number } {
  const text = decode(bytes);
  if (text !== null) return { ok: true, text };
  // A decoder that keeps its state would hide where it stopped, so halve: the longest good beginning ends here.
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (decode(bytes.subarray(0, middle), true) !== null) good = middle;
    else bad = middle;
  }
  return { ok: false, offset: decode(bytes.subarray(0, bad), true) === null ? bad - 1 : good };
}

/** `open`: a character may be cut off at the end. */
function decode(bytes: Uint8Array, open = false): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: open });
  } catch {
    return null;
  }
}

/** Where text has half of a character pair, which no UTF-8 file can hold; -1 when it has none. */
export function loneSurrogate(text: string): number {
  if (text.isWellFormed()) return -1;
  return text.search(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/);
}
