import { describeHost } from '../braze/clusters';
import { endpointOf, type EndpointPath } from '../braze/endpoints';
import type { CurlHeader } from './curl-arguments';
import type { CurlDialect } from './curl-dialect';
import { escapeQuotes } from './escape-quotes';
import { toPortableJson } from './portable-json';
import { quoteForBash } from './quote-for-bash';
import { quoteForCmd } from './quote-for-cmd';
import { quoteForPowershell } from './quote-for-powershell';

/** What a written command asks for. */
export interface CurlCommand {
  /** Address of the REST API, as in an environment: scheme and host. */
  readonly url: string;
  readonly endpoint: EndpointPath;
  /** Names and values of the query, not encoded. Default: none. */
  readonly query?: readonly (readonly [name: string, value: string])[];
  /** The body as it is to be sent, placeholders resolved; null for none. */
  readonly bodyJson: string | null;
  /** More headers. `Content-Type: application/json` is added to a body; Authorization is never taken from here. */
  readonly headers?: readonly CurlHeader[];
  /** Name of the environment variable that stands for the key; null leaves the header out. Default: `BRAZE_API_KEY`. */
  readonly apiKeyPlaceholder?: string | null;
  /** The key itself, written out instead of a variable. A secret: leave it out unless it was asked for by name. */
  readonly apiKey?: string;
}

/** The variable that stands for the key unless another is named. */
export const defaultKeyVariable = 'BRAZE_API_KEY';

/**
 * Writes a curl command to be pasted into a shell.
 *
 * For bash and PowerShell the body arrives byte for byte (PowerShell adds a line break). For cmd.exe JSON is written
 * in ASCII, which means the same, and a carriage return becomes a line feed.
 * @throws RangeError for an address that is none, a header or key with control characters, a variable with an odd
 * name, and a body with `\0`, which no shell can pass on.
 */
export function writeCurl(command: CurlCommand, dialect: CurlDialect): string {
  check(command);
  switch (dialect) {
    case 'bash':
      return `curl ${argumentsOf(command, quoteForBash, '$').join(' \\\n  ')}`;
    case 'cmd':
      return `curl ${argumentsOf(command, quoteForCmd, '%').join(' ^\n  ')}`;
    case 'powershell':
      return powershellScript(command);
  }
}

/** Options and their values, one line each. */
function argumentsOf(
  command: CurlCommand,
  quote: (text: string) => string,
  sign: '$' | '%' | '$env:',
): string[] {
  const { bodyJson } = command;
  const lines = [`--request ${endpointOf(command.endpoint).method} ${quote(addressOf(command))}`];
  for (const header of headersOf(command)) lines.push(`--header ${quote(header)}`);
  if (command.apiKey !== undefined) {
    lines.push(`--header ${quote(`Authorization: Bearer ${command.apiKey}`)}`);
  } else if (command.apiKeyPlaceholder !== null) {
    const name = command.apiKeyPlaceholder ?? defaultKeyVariable;
    lines.push(`--header "Authorization: Bearer ${sign}${name}${sign === '%' ? '%' : ''}"`);
  }
  if (bodyJson === null) return lines;
  if (sign === '$env:') lines.push("--data-binary '@-'");
  else lines.push(`--data-raw ${quote(sign === '%' ? toPortableJson(bodyJson) : bodyJson)}`);
  return lines;
}

/**
 * The body goes through the pipe: as an argument its double quotes would arrive in some versions and be lost in others.
 * For quotes in a header or a key the older way is asked for. Both settings end with the block.
 */
function powershellScript(command: CurlCommand): string {
  const withQuotes = [...headersOf(command), command.apiKey ?? '', command.url].some((text) =>
    text.includes('"'),
  );
  const quote = (text: string) =>
    quoteForPowershell(withQuotes && text.includes('"') ? escapeQuotes(text) : text);
  const call = `curl.exe ${argumentsOf(command, quote, '$env:').join(' `\n    ')}`;
  if (command.bodyJson === null && !withQuotes) return call;
  const lines = ['& {'];
  if (withQuotes) lines.push("  $PSNativeCommandArgumentPassing = 'Legacy'");
  if (command.bodyJson === null) lines.push(`  ${call}`);
  else {
    lines.push('  $OutputEncoding = [System.Text.UTF8Encoding]::new($false)');
    lines.push(`  ${quoteForPowershell(command.bodyJson)} | ${call}`);
  }
  return [...lines, '}'].join('\n');
}

function addressOf({ url, endpoint, query = [] }: CurlCommand): string {
  const pairs = query.map((pair) =>
    pair.map((part) => encodeURIComponent(part.toWellFormed())).join('='),
  );
  return url.trim().replace(/\/$/, '') + endpoint + (pairs.length > 0 ? `?${pairs.join('&')}` : '');
}

function headersOf({ headers = [], bodyJson }: CurlCommand): string[] {
  const given = headers.filter(([name]) => name.toLowerCase() !== 'authorization');
  const typed = given.some(([name]) => name.toLowerCase() === 'content-type');
  const all: CurlHeader[] =
    bodyJson === null || typed ? given : [['Content-Type', 'application/json'], ...given];
  return all.map(([name, value]) =>
    value.trim() === '' ? `${name};` : `${name}: ${value.trim()}`,
  );
}

const controlCharacter = /[\u0000-\u0008\u000a-\u001f\u007f]/;

function check(command: CurlCommand): void {
  if (describeHost(command.url).kind === 'invalid') throw new RangeError('not an address');
  for (const [name, value] of command.headers ?? []) {
    if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(name)) throw new RangeError('not a header name');
    if (controlCharacter.test(value)) throw new RangeError('control character in a header');
  }
  if (controlCharacter.test(command.apiKey ?? ''))
    throw new RangeError('control character in the key');
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(command.apiKeyPlaceholder ?? defaultKeyVariable)) {
    throw new RangeError('not a name of a variable');
  }
  if (command.bodyJson?.includes('\0') === true) throw new RangeError('zero character in the body');
}
