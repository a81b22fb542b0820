import { ENDPOINT_PATHS } from '#shared/braze/endpoints';
import { newRequestFile } from '#shared/lib/request-file';
import { readTopLevel } from '#shared/lib/top-level';
import type { TabDocument } from './tab-document';
import { documentText, editDocument, openDocument } from './tab-document';

/**
 * Takes a draft apart whose body was broken when it was kept, by the text it was made of: what stands
 * before and after the body is the same in both. Null when that is not so; nothing is guessed.
 */
function recoverFrom(anchorText: string, draftText: string): TabDocument | null {
  const top = readTopLevel(anchorText);
  const body = top.ok ? top.properties.findLast(({ name }) => name === 'body') : undefined;
  if (body === undefined) return null;
  const before = anchorText.slice(0, body.valueOffset);
  const after = anchorText.slice(body.valueOffset + body.valueLength);
  const length = draftText.length - before.length - after.length;
  if (length < 0 || !draftText.startsWith(before) || !draftText.endsWith(after)) return null;
  const written = draftText.slice(before.length, before.length + length);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const indent = /^[ \t]*/.exec(before.slice(lineStart))?.[0] ?? '';
  const bodyText =
    indent === ''
      ? written
      : written.replaceAll(new RegExp(`(\\r\\n|\\n|\\r)${indent}`, 'g'), '$1');
  const recovered = editDocument(openDocument(anchorText), { bodyText });
  return documentText(recovered) === draftText ? recovered : null;
}

/** The document of a draft that cannot be read as a request; its whole text where that is all there is. */
export function recoverDocument(savedText: string | null, draftText: string): TabDocument {
  const opened = openDocument(draftText);
  if (opened.mode === 'request') return opened;
  const anchors =
    savedText === null
      ? ENDPOINT_PATHS.map((endpoint) => newRequestFile(endpoint, '{}'))
      : [savedText];
  for (const anchor of anchors) {
    const recovered = recoverFrom(anchor, draftText);
    if (recovered !== null) return recovered;
  }
  return opened;
}
