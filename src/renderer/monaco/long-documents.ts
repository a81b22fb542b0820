import { recoverDocument } from '../lib/recover-document';
import type { TabDocument } from '../lib/tab-document';
import {
  documentText,
  keepDocumentText,
  knownDocumentText,
  openDocument,
} from '../lib/tab-document';
import { askWorker } from './body-worker';
import { longTextLength } from './editor-options';
import { withText } from './open-text';

/** Whether it takes the page long to make the text of a document. */
export function isLongDocument(document: TabDocument): boolean {
  if (document.mode === 'file') return document.text.length > longTextLength;
  return document.bodyText.length > longTextLength || document.anchorText.length > longTextLength;
}

/** Takes a file's text apart; a long one in the worker, so that the page goes on meanwhile. */
export async function openText(text: string): Promise<TabDocument> {
  if (text.length <= longTextLength) return openDocument(text);
  const opened = await askWorker('openText', { text, savedText: text });
  return opened === null ? openDocument(text) : withText(opened, text);
}

/** The document of a draft that has no file; of a long one as `openText` does. */
export async function openDraftText(text: string): Promise<TabDocument> {
  if (text.length <= longTextLength) return recoverDocument(null, text);
  const opened = await askWorker('openText', { text, savedText: null });
  return opened === null ? recoverDocument(null, text) : withText(opened, text);
}

/** The whole text of a document; that of a long one is put together in the worker. */
export async function textOfDocument(document: TabDocument): Promise<string> {
  const known = knownDocumentText(document);
  if (known !== null || document.mode === 'file' || !isLongDocument(document)) {
    return known ?? documentText(document);
  }
  const text = await askWorker('fileText', document);
  if (text === null) return documentText(document);
  keepDocumentText(document, text);
  return text;
}
