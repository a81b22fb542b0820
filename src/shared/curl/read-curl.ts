import { endpointOf, type EndpointPath } from '../braze/endpoints';
import {
  looksLikeAddress,
  readArguments,
  type CurlArguments,
  type CurlHeader,
} from './curl-arguments';
import { readAddress } from './curl-address';
import { composeBody, noteKeyInBody } from './curl-body';
import { detectDialect, type CurlDialect } from './curl-dialect';
import { chooseKey, countKeyVariables } from './curl-key';
import type { CurlNote } from './curl-notes';
import { findCurl, type CurlCandidate } from './find-curl';
import { readPipedInput } from './piped-input';
import { findStrings, isPowershellScript, type PowershellString } from './powershell-script';
import { readShellCommand } from './shell-command';
import { createScan } from './shell-words';
import { hasOtherText } from './text-around';

/** The longest text that is read, in UTF-16 units. */
export const maxCurlLength = 10_000_000;

/** What a pasted command asks for. */
export interface CurlRequestReading {
  readonly ok: true;
  /** The shell it was read as. */
  readonly dialect: CurlDialect;
  /** In capital letters. */
  readonly method: string;
  /** Without credentials, fragment and `api_key`; with `https://` where the scheme was left out. */
  readonly url: string;
  /** With its port unless that is the scheme's own; null when it is a variable or unreadable. */
  readonly host: string | null;
  readonly endpoint: EndpointPath | null;
  /** Without Authorization and cookies. */
  readonly headers: readonly CurlHeader[];
  /** As curl would send it, but for line breaks around and between the parts of JSON; null when there is none or it is elsewhere. */
  readonly bodyText: string | null;
  readonly bodyFrom: 'inline' | 'stdin' | 'file' | null;
  /** A secret: the Bearer token, unless it is only a stand-in. Hand it to the keychain or forget it. */
  readonly apiKey: string | null;
  readonly clusterId: string | null;
  /** What was dropped or is odd; each code once. */
  readonly notes: readonly CurlNote[];
  /** Options behind `unknown_option`, with their dashes, without values. */
  readonly unknownOptions: readonly string[];
}

/** Why a text is no command that can be read. */
export type CurlFailureCode = 'nothing' | 'too_long' | 'not_curl' | 'unclosed_quote' | 'no_url';

/** `offset` is the place to show, in UTF-16 units. */
export interface CurlFailure {
  readonly ok: false;
  readonly code: CurlFailureCode;
  readonly offset: number;
}

/** A command's reading or why there is none. */
export type CurlReading = CurlRequestReading | CurlFailure;

/**
 * Reads a pasted curl command. Text around it is skipped; of several commands the first is read. Nothing is run,
 * fetched or opened. Never throws; the time is linear in the length of the text.
 * @param options.dialect the shell it is written for, instead of guessing.
 */
export function readCurl(
  text: string,
  options: { readonly dialect?: CurlDialect | undefined } = {},
): CurlReading {
  if (text.trim() === '') return { ok: false, code: 'nothing', offset: 0 };
  if (text.length > maxCurlLength) return { ok: false, code: 'too_long', offset: maxCurlLength };

  const { dialect } = options;
  const isScript = isPowershellScript(text) && (dialect ?? 'powershell') === 'powershell';
  const strings = isScript ? findStrings(text, 0, text.length) : [];
  const candidates = findCurl(text, strings);
  let failure: CurlFailure | null = null;
  let weak: CurlRequestReading | null = null;
  for (const candidate of candidates) {
    // Behind an open quote, only what leads a line can be trusted to be no part of the quoted text.
    if (failure?.code === 'unclosed_quote' && !candidate.leads) continue;
    if (weak !== null && !candidate.leads) continue;
    const reading = readCandidate(text, candidate, { dialect, strings, candidates });
    if (!reading.ok) failure ??= reading;
    else if (/^[a-z]+:\/\/|^[{$%<]/i.test(reading.url) && !reading.notes.includes('scheme_added')) {
      return reading;
    } else weak ??= reading;
  }
  return weak ?? failure ?? { ok: false, code: 'not_curl', offset: 0 };
}

interface Surroundings {
  readonly dialect: CurlDialect | undefined;
  readonly strings: readonly PowershellString[];
  readonly candidates: readonly CurlCandidate[];
}

function readCandidate(
  text: string,
  candidate: CurlCandidate,
  { dialect: chosen, strings, candidates }: Surroundings,
): CurlReading {
  const { start, prompt } = candidate;
  const dialect = chosen ?? detectDialect(text, start, prompt);
  const piped = readPipedInput(text, candidate, dialect, strings);

  const notes = new Set<CurlNote>();
  const scan = createScan(text, start, notes);
  const command = readShellCommand(scan, dialect, piped.heredocs);
  if (!command.ok) return command;
  if (command.words.some((word) => /^-(?:Uri|Method|Headers|Body|ContentType)$/i.test(word.text))) {
    return { ok: false, code: 'not_curl', offset: start };
  }
  const read = readArguments(command.words, notes);
  const [address, ...others] = read.addresses;
  if (address === undefined || !looksLikeAddress(address.text.trim())) {
    return { ok: false, code: 'no_url', offset: address?.offset ?? start };
  }
  if (others.length > 0) notes.add('several_urls');
  if (candidates.some(({ leads, start: other }) => leads && other > command.end)) {
    notes.add('several_commands');
  }
  const before =
    text.slice(0, piped.from) + (candidate.leads || piped.stdin !== null ? '' : prompt);
  if (hasOtherText(before) || hasOtherText(text.slice(command.end))) notes.add('text_ignored');

  // Variables for the key and the address have notes of their own.
  const expansions = scan.expansions + piped.expansions - countKeyVariables(read.bearers);
  const body = composeBody(read, command.stdin ?? piped.stdin, expansions > 0);
  const queries = read.get && body.bodyText !== null ? [...read.query, body.bodyText] : read.query;
  const target = readAddress(address.text, queries, notes);
  const method = methodOf(read, body.bodyFrom !== null);
  const apiKey = chooseKey(read.bearers, notes);
  if (expansions > (notes.has('address_variable') ? 1 : 0)) notes.add('shell_expansion');
  const sent = read.get ? { bodyText: null, bodyFrom: null } : body;

  if (method === 'GET' && sent.bodyFrom !== null) notes.add('get_with_body');
  if (target.endpoint !== null && endpointOf(target.endpoint).method !== method) {
    notes.add('method_differs');
  }
  if (sent.bodyText !== null) noteKeyInBody(sent.bodyText, apiKey, notes);
  const headers = read.json ? withJsonHeaders(read.headers) : read.headers;
  const unknownOptions = [...new Set(read.unknown)];
  return {
    ok: true,
    dialect,
    method,
    ...target,
    headers,
    ...sent,
    apiKey,
    notes: [...notes],
    unknownOptions,
  };
}

function methodOf(read: CurlArguments, hasBody: boolean): string {
  if (read.method !== null && read.method !== '') return read.method;
  if (read.head) return 'HEAD';
  if (read.get) return 'GET';
  if (read.upload) return 'PUT';
  return hasBody || read.form ? 'POST' : 'GET';
}

/** The two headers that `--json` brings, unless they were given. */
function withJsonHeaders(headers: readonly CurlHeader[]): readonly CurlHeader[] {
  const missing = ['Content-Type', 'Accept'].filter(
    (name) => !headers.some(([given]) => given.toLowerCase() === name.toLowerCase()),
  );
  return [...headers, ...missing.map((name) => [name, 'application/json'] as const)];
}
