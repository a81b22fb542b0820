import { applyEdits as applyLayout, format } from 'jsonc-parser';
import { parseDocument } from '../braze/document';
import { endpointOf, type EndpointPath } from '../braze/endpoints';
import { bodyOfParameters, type Parameter } from '../braze/lookup-parameters';
import { removeNode } from '../braze/remove-edits';
import { applyEdits } from '../braze/text-edit';
import { createScrubber } from '../lib/redaction';
import { isKeyPlaceholder } from './curl-key';
import type { CurlRequestReading } from './read-curl';

/** A request made of a command. Nothing but `apiKey` holds a key. */
export interface CurlImport {
  /** A known endpoint, otherwise the path of the address. */
  readonly endpoint: string;
  /** Laid out where it was written on one line; `{}` where the command brings none. Of a look-up: what its address says. */
  readonly bodyText: string;
  /** A secret: the Bearer token, otherwise an `api_key` of the body. Hand it to the keychain or forget it. */
  readonly apiKey: string | null;
  /** Names of headers that a request has no place for. */
  readonly droppedHeaders: readonly string[];
  /** Whether the address has a query, which only a look-up has a place for. */
  readonly droppedQuery: boolean;
}

/** Shorter texts are no keys, and taking them out would harm the body. */
const minScrubbedLength = 8;
/** Sent with every call, or by tools on their own. */
const impliedHeaders = new Set([
  ...['content-type', 'accept', 'user-agent', 'host', 'connection', 'content-length'],
  ...['accept-encoding', 'cache-control', 'postman-token'],
]);

/**
 * Makes a request of what was read from a command. Values keep the characters they are written with; the key, and an
 * `api_key` as it was sent in the past, are taken out of the body.
 */
export function importCurl(reading: CurlRequestReading): CurlImport {
  const { bodyText: given, headers, url } = reading;
  const parameters = reading.endpoint === null ? null : lookupBody(reading.endpoint, url);
  const withoutKey = takeKeyOut(parameters ?? given ?? '{}');
  const keys = [reading.apiKey, withoutKey.apiKey].filter(
    (key) => key !== null && key.length >= minScrubbedLength,
  );
  const clean = createScrubber(keys as string[])(withoutKey.text);
  return {
    endpoint: reading.endpoint ?? pathOf(url),
    bodyText: laidOut(clean),
    apiKey: reading.apiKey ?? withoutKey.apiKey,
    droppedHeaders: headers
      .map(([name]) => name)
      .filter((name) => !impliedHeaders.has(name.toLowerCase())),
    droppedQuery: parameters === null && url.includes('?'),
  };
}

function takeKeyOut(text: string): { readonly text: string; readonly apiKey: string | null } {
  const { root } = parseDocument(text);
  const member = root?.kind === 'object' ? root.members.get('api_key') : undefined;
  if (member === undefined) return { text, apiKey: null };
  const isKey =
    member.kind === 'string' && member.value.trim() !== '' && !isKeyPlaceholder(member.value);
  return {
    text: applyEdits(text, removeNode(text, member)),
    apiKey: isKey ? member.value.trim() : null,
  };
}

/** The body of a look-up, of what stands in its address; null for a request that has a body. */
function lookupBody(endpoint: EndpointPath, url: string): string | null {
  if (endpointOf(endpoint).method !== 'GET') return null;
  return bodyOfParameters(endpoint, readQuery(url.replace(/^[^?]*\??/, '')));
}

/** The parameters behind the question mark; what is not encoded as it should be stays as it is written. */
function readQuery(query: string): Parameter[] {
  const decoded = (text: string): string => {
    const spaced = text.replaceAll('+', ' ');
    try {
      return decodeURIComponent(spaced);
    } catch {
      return spaced;
    }
  };
  return query
    .replace(/#.*/s, '')
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair): Parameter => {
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      return [decoded(name), decoded(value)];
    });
}

/** The path of an address, with one slash in front and none behind. */
function pathOf(url: string): string {
  const path = /^[a-z][a-z0-9+.-]*:\/\/[^/?]*([^?]*)/i.exec(url)?.[1] ?? '';
  return `/${path
    .split('/')
    .filter((part) => part !== '')
    .join('/')}`;
}

function laidOut(text: string): string {
  const trimmed = text.trim();
  if (trimmed.includes('\n') || parseDocument(trimmed).root === null) return trimmed;
  const layout = { tabSize: 2, insertSpaces: true, eol: '\n', insertFinalNewline: false };
  return applyLayout(trimmed, format(trimmed, undefined, layout));
}
