import type { TabDocument } from '../lib/tab-document';

/** What a text was taken apart to, without the text: it need not cross over twice. */
export function withoutText(document: TabDocument, text: string): TabDocument {
  if (document.mode === 'file')
    return document.text === text ? { ...document, text: '' } : document;
  return document.anchorText === text ? { ...document, anchorText: '' } : document;
}

/** Puts the text in again. */
export function withText(document: TabDocument, text: string): TabDocument {
  if (document.mode === 'file') return document.text === '' ? { ...document, text } : document;
  return document.anchorText === '' ? { ...document, anchorText: text } : document;
}
