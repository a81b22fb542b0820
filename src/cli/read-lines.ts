/** One line of input, without its end. `text` is null where it cannot be used, and `fault` says why. */
export type InputLine =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly text: null; readonly fault: string };

/** The longest line that is taken in: a body of 4 MB with room for escapes around it. */
export const maxLineBytes = 32 * 1024 * 1024;

/**
 * Lines of UTF-8 as they arrive, blank ones left out. Memory stays within one line, whatever comes: a line
 * beyond `limit` bytes is passed over to its end and reported as a fault.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  limit: number = maxLineBytes,
): AsyncGenerator<InputLine> {
  let parts: Uint8Array[] = [];
  let bytes = 0;
  let number = 0;

  const add = (part: Uint8Array): void => {
    bytes += part.length;
    if (bytes > limit) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const finish = (): InputLine | null => {
    number += 1;
    const line =
      bytes > limit
        ? fault(number, `longer than ${limit} bytes`)
        : decode(number, Buffer.concat(parts));
    parts = [];
    bytes = 0;
    return line;
  };

  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      add(chunk.subarray(from, end));
      from = end + 1;
      const line = finish();
      if (line !== null) yield line;
    }
    // Copied, because a stream may use its buffer again.
    add(Uint8Array.prototype.slice.call(chunk, from));
  }
  const last = finish();
  if (last !== null) yield last;
}

function fault(number: number, text: string): InputLine {
  return { number, text: null, fault: text };
}

function decode(number: number, bytes: Uint8Array): InputLine | null {
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true, ignoreBOM: number > 1 }).decode(bytes);
    const text = decoded.trim();
    return text === '' ? null : { number, text };
  } catch {
    return fault(number, 'not UTF-8 text');
  }
}
