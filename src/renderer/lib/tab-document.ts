import type { Variable } from '#shared/domain/variable';
import { openRequestFile, readRequestFile } from '#shared/lib/request-file';
import type { OpenedRequestFile, RequestEdit, RequestFileReading } from '#shared/lib/request-file';

/** What a request is sent to when its file does not say. */
export const defaultEndpoint = '/campaigns/trigger/send';

/** A request file that could be read, with its parts as edited now. */
export interface RequestDocument {
  readonly mode: 'request';
  /**
   * The last text that could be read. The text of the tab is always made of it and the parts, so that a
   * body which is broken halfway through typing cannot make the rest of the file unreadable.
   */
  readonly anchorText: string;
  readonly endpoint: string;
  readonly notes: string;
  readonly variables: readonly Variable[];
  readonly bodyText: string;
  /** The file is nothing but a body: it has no room for notes and variables. */
  readonly bare: boolean;
}

export type FileProblem = Extract<RequestFileReading, { ok: false }>;

/** A file that cannot be read as a request: its whole text is shown, and it cannot be sent. */
export interface FileDocument {
  readonly mode: 'file';
  readonly text: string;
  /** Null once the text can be read again. */
  readonly problem: FileProblem | null;
}

export type TabDocument = RequestDocument | FileDocument;

/** The text that was taken apart last: with every pause in typing it is needed again. */
let opened: { readonly text: string; readonly file: OpenedRequestFile } | null = null;
/** Documents never change, so the text of one is made once. */
const texts = new WeakMap<RequestDocument, string>();

function opening(text: string): OpenedRequestFile {
  if (opened?.text !== text) opened = { text, file: openRequestFile(text) };
  return opened.file;
}

export function openDocument(text: string): TabDocument {
  const { reading } = opening(text);
  if (!reading.ok) return { mode: 'file', text, problem: reading };
  return {
    mode: 'request',
    anchorText: text,
    endpoint: reading.endpoint ?? defaultEndpoint,
    notes: reading.notes,
    variables: reading.variables,
    bodyText: reading.bodyText,
    bare: reading.bare,
  };
}

/** Remembers a document's text that was made elsewhere. */
export function keepDocumentText(document: RequestDocument, text: string): void {
  texts.set(document, text);
}

/** The whole text of the file as edited, where making it costs nothing; null where it was not made yet. */
export function knownDocumentText(document: TabDocument): string | null {
  return document.mode === 'file' ? document.text : (texts.get(document) ?? null);
}

/** The whole text of the file as edited. */
export function documentText(document: TabDocument): string {
  if (document.mode === 'file') return document.text;
  const known = texts.get(document);
  if (known !== undefined) return known;
  const text = composed(document);
  texts.set(document, text);
  return text;
}

function composed(document: RequestDocument): string {
  const { reading, apply } = opening(document.anchorText);
  // A file that says nothing about the endpoint keeps saying nothing while it is the default.
  const keepsSilent =
    reading.ok && reading.endpoint === null && document.endpoint === defaultEndpoint;
  return apply({
    ...(keepsSilent ? {} : { endpoint: document.endpoint }),
    notes: document.notes,
    variables: document.variables,
    bodyText: document.bodyText,
  });
}

/** A text as it is on disk, with its parts taken apart once for all comparisons. */
export interface SavedText {
  readonly text: string;
  readonly document: TabDocument;
}

export function savedTextOf(text: string): SavedText {
  return { text, document: openDocument(text) };
}

/**
 * Whether a document says something else than the text on disk. Asked with every key: the whole text is only made
 * where the parts leave it open.
 */
export function differs(document: TabDocument, saved: SavedText): boolean {
  if (document.mode === 'file') return document.text !== saved.text;
  if (hasOtherParts(document, saved.document)) return true;
  // Of the same text and the same parts the same is made.
  if (isSameAs(document, saved.document)) return false;
  return documentText(document) !== saved.text;
}

function isSameAs(document: RequestDocument, saved: TabDocument): boolean {
  return saved.mode === 'request' && document.anchorText === saved.anchorText;
}

function hasOtherParts(document: RequestDocument, saved: TabDocument): boolean {
  if (saved.mode !== 'request' || document.bare !== saved.bare) return false;
  if (document.bodyText !== saved.bodyText) return true;
  // A bare body has no room for the rest.
  if (document.bare) return false;
  return (
    document.endpoint !== saved.endpoint ||
    document.notes !== saved.notes ||
    JSON.stringify(document.variables) !== JSON.stringify(saved.variables)
  );
}

export function editDocument(document: TabDocument, edit: RequestEdit): TabDocument {
  return document.mode === 'request' ? { ...document, ...edit } : document;
}

/** A new text for a file shown whole. It stays shown whole until it is opened again. */
export function editFileText(text: string): FileDocument {
  const reading = readRequestFile(text);
  return { mode: 'file', text, problem: reading.ok ? null : reading };
}
