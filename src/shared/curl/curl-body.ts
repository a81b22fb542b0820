import { readTopLevel } from '../lib/top-level';
import type { CurlArguments } from './curl-arguments';
import type { CurlNote } from './curl-notes';
import type { StandardInput } from './shell-words';

/** The body of a command and where it comes from; the text is null when it is not in what was pasted. */
export interface CurlBody {
  readonly bodyText: string | null;
  readonly bodyFrom: 'inline' | 'stdin' | 'file' | null;
}

/**
 * Puts the pieces of a body together as curl does: joined by `&`, those of `--json` without.
 * @param expands whether the shell would have filled something in; otherwise `$(cat file)` is a text like any other.
 */
export function composeBody(
  read: CurlArguments,
  stdin: StandardInput | null,
  expands: boolean,
): CurlBody {
  if (read.upload) return { bodyText: null, bodyFrom: 'file' };
  if (read.data.length === 0) return { bodyText: null, bodyFrom: null };
  let text = '';
  let from: 'inline' | 'stdin' = 'inline';
  for (const [index, piece] of read.data.entries()) {
    if (index > 0 && !piece.json) text += '&';
    if (piece.kind === 'file' || (piece.kind === 'stdin' && stdin?.kind === 'file')) {
      return unknownBody('file', read.notes);
    }
    if (piece.kind === 'text') {
      if (expands && isFileSubstitution(piece.text)) return unknownBody('file', read.notes);
      text += piece.text;
      continue;
    }
    if (stdin?.kind !== 'text') return unknownBody('stdin', read.notes);
    from = 'stdin';
    text += piece.keepsLines ? stdin.text : withoutBreaks(stdin.text);
  }
  return { bodyText: text, bodyFrom: from };
}

/** Adds notes about keys in a body; nothing is taken out of it. */
export function noteKeyInBody(body: string, apiKey: string | null, notes: Set<CurlNote>): void {
  const properties = readTopLevel(body);
  const named = properties.ok && properties.properties.some(({ name }) => name === 'api_key');
  if (named || (apiKey !== null && apiKey.length >= 8 && body.includes(apiKey))) {
    notes.add('key_in_body');
  }
}

function unknownBody(bodyFrom: 'stdin' | 'file', notes: Set<CurlNote>): CurlBody {
  notes.add(bodyFrom === 'file' ? 'file_reference' : 'stdin_reference');
  return { bodyText: null, bodyFrom };
}

/** `$(cat file)`, `$(< file)` and PowerShell's `(Get-Content file)`. */
function isFileSubstitution(text: string): boolean {
  return /^(?:\$?\(\s*(?:cat\s|<|Get-Content\s)[^()]*\)|`cat\s[^`]*`)$/i.test(text);
}

/** `-d @-` drops every line break. Of JSON they are only the layout, so there they stay. */
function withoutBreaks(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch {
    return text.replace(/[\r\n]+/g, '');
  }
}
