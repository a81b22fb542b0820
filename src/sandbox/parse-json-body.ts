/** A body as JSON, or the knowledge that it is none. */
export type ParsedBody =
  | { readonly ok: true; readonly value: unknown }
  /** `text` is the body for the journal; broken bytes appear as U+FFFD. */
  | { readonly ok: false; readonly text: string };

/** Deeper bodies are refused like broken ones: everything behind here may walk them recursively. */
export const deepestNesting = 256;

function nestsTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === 0x5c) i += 1;
      else if (c === 0x22) inString = false;
    } else if (c === 0x22) inString = true;
    else if (c === 0x5b || c === 0x7b) {
      depth += 1;
      if (depth > deepestNesting) return true;
    } else if (c === 0x5d || c === 0x7d) depth -= 1;
  }
  return false;
}

/**
 * Parses a body from its bytes: strict UTF-8, strict JSON. Of a key given twice the last counts;
 * `__proto__` becomes an ordinary own property and reaches no prototype.
 */
export function parseJsonBody(bytes: Uint8Array): ParsedBody {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, text: new TextDecoder('utf-8').decode(bytes) };
  }
  if (nestsTooDeep(text)) return { ok: false, text };
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false, text };
  }
}
