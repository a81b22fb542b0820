import type { FailureCode } from '#shared/domain/dispatch';

/** Why a call has no answer. */
export interface CallFailure {
  readonly code: FailureCode;
  /** False only where it is proved that nothing of the request reached the server. */
  readonly left: boolean;
  /** The machine's own words, not scrubbed and not cut. */
  readonly detail: string;
}

type Verdict = readonly [FailureCode, 'left' | 'never'];

/**
 * Chromium's error names (net_error_list.h), first match wins. An error that can also come up once the
 * request is on its way counts as left.
 */
const chromium: readonly (readonly [RegExp, Verdict])[] = [
  [/^ERR_CONNECTION_REFUSED$/, ['refused_connection', 'never']],
  [/^ERR_(NAME_|DNS_|ICANN_NAME|HOST_RESOLVER_)/, ['name_not_resolved', 'never']],
  [/^ERR_(CERT|ECH)_/, ['tls', 'never']],
  [/^ERR_CERTIFICATE_TRANSPARENCY_REQUIRED$/, ['tls', 'never']],
  [
    /^ERR_SSL_(VERSION_OR_CIPHER_MISMATCH|CLIENT_AUTH_CERT_NEEDED|PINNED_KEY_NOT_IN_CERT_CHAIN|SERVER_CERT_BAD_FORMAT|KEY_USAGE_INCOMPATIBLE|UNRECOGNIZED_NAME_ALERT|OBSOLETE_CIPHER)$/,
    ['tls', 'never'],
  ],
  // With TLS 1.3 the request may be on its way before the other side's alert arrives.
  [/^ERR_(SSL_|BAD_SSL_|EARLY_DATA|WRONG_VERSION_ON_EARLY)/, ['tls', 'left']],
  [
    /^ERR_(PROXY_(CONNECTION_FAILED|CERTIFICATE_INVALID|AUTH_UNSUPPORTED|AUTH_REQUESTED)|TUNNEL_CONNECTION_FAILED|MANDATORY_PROXY_CONFIGURATION_FAILED|NO_SUPPORTED_PROXIES|SOCKS_CONNECTION_.*|PAC_.*|HTTPS_PROXY_TUNNEL_.*)$/,
    ['proxy', 'never'],
  ],
  [/PROXY|SOCKS/, ['proxy', 'left']],
  [
    /^ERR_(INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE|ADDRESS_INVALID|CONNECTION_TIMED_OUT|CONNECTION_FAILED|NETWORK_ACCESS_DENIED)$/,
    ['unreachable', 'never'],
  ],
  [/^ERR_(TOO_MANY_REDIRECTS|UNSAFE_REDIRECT|INVALID_REDIRECT)$/, ['redirect', 'left']],
  [/^ERR_TIMED_OUT$/, ['timeout', 'left']],
  [
    /^ERR_(CONNECTION_(RESET|CLOSED|ABORTED)|EMPTY_RESPONSE|NETWORK_CHANGED|NETWORK_IO_SUSPENDED|SOCKET_NOT_CONNECTED|CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED_ENCODING|INCOMPLETE_HTTP2_.*|HTTP2_.*|QUIC_.*)$/,
    ['dropped', 'left'],
  ],
  [
    /^ERR_(UNSAFE_PORT|INVALID_URL|DISALLOWED_URL_SCHEME|UNKNOWN_URL_SCHEME|BLOCKED_BY_.*)$/,
    ['other', 'never'],
  ],
];

/** Codes of Node, its TLS, its HTTP client and its fetch (undici). */
const node: readonly (readonly [RegExp, Verdict])[] = [
  [/^ECONNREFUSED$/, ['refused_connection', 'never']],
  [/^(ENOTFOUND|EAI_.*|ENODATA)$/, ['name_not_resolved', 'never']],
  [/^UND_ERR_CONNECT_TIMEOUT$/, ['unreachable', 'never']],
  [
    /^(CERT_.*|.*_SELF_SIGNED_CERT|SELF_SIGNED_CERT.*|UNABLE_TO_.*|ERR_TLS_CERT_ALTNAME_.*|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH_EXCEEDED|INVALID_PURPOSE|CRL_.*|ERR_TLS_HANDSHAKE_TIMEOUT)$/,
    ['tls', 'never'],
  ],
  [
    /^ERR_SSL_(WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|TLSV1_ALERT_PROTOCOL_VERSION|TLSV1_UNRECOGNIZED_NAME|DH_KEY_TOO_SMALL|EE_KEY_TOO_SMALL|CA_KEY_TOO_SMALL|CA_MD_TOO_WEAK)$/,
    ['tls', 'never'],
  ],
  [/^(ERR_SSL_|EPROTO|ERR_TLS_)/, ['tls', 'left']],
  [/^UND_ERR_PRX_/, ['proxy', 'never']],
  [/^(UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|ETIMEDOUT)$/, ['timeout', 'left']],
  [
    /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_CLOSED|UND_ERR_DESTROYED|ERR_STREAM_PREMATURE_CLOSE)$/,
    ['dropped', 'left'],
  ],
  [/^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN)$/, ['dropped', 'left']],
  [/^ERR_INVALID_URL$/, ['other', 'never']],
];

/** Errors of making a connection: nothing had been sent yet. */
const whileConnecting: ReadonlySet<string> = new Set([
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EACCES',
  'EPERM',
]);

/** What has no code of its own. */
const messages: readonly (readonly [RegExp, Verdict])[] = [
  [/before secure TLS connection was established/, ['tls', 'never']],
  [/unexpected redirect|redirect policy was 'error'|redirect was cancelled/i, ['redirect', 'left']],
  [/^(bad port|unknown scheme|invalid url|failed to parse url)/i, ['other', 'never']],
  [/^proxy response .* when http tunnel/i, ['proxy', 'never']],
];

/** Reads the errors of Node's fetch and of Electron's. What is not known counts as left. */
export function classifyFailure(error: unknown): CallFailure {
  const chain = causesOf(error);
  for (const link of chain) {
    const verdict = verdictOf(link);
    if (verdict !== null) return failure(verdict, chain);
  }
  return failure(['other', 'left'], chain);
}

function failure([code, state]: Verdict, chain: readonly Link[]): CallFailure {
  const told = chain.filter(({ code: own, message }) => own !== '' || message !== 'fetch failed');
  const words = told.map(({ code: own, message }) =>
    own === '' || message.includes(own) ? message : `${own}: ${message}`,
  );
  return { code, left: state === 'left', detail: [...new Set(words)].join(' · ') };
}

interface Link {
  readonly code: string;
  readonly message: string;
  readonly syscall: string;
}

function verdictOf({ code, message, syscall }: Link): Verdict | null {
  const name = /\bnet::(ERR_[A-Z0-9_]+)/.exec(message)?.[1];
  if (name !== undefined) return match(chromium, name);
  // Before the codes: a reset during the handshake has the code of any reset.
  const byMessage = match(messages, message);
  if (byMessage !== null) return byMessage;
  if (syscall === 'connect' && whileConnecting.has(code)) return ['unreachable', 'never'];
  return code === '' ? null : match(node, code);
}

function match(table: readonly (readonly [RegExp, Verdict])[], text: string): Verdict | null {
  return table.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** An error and what caused it, outermost first. Of several attempts at one name, the first stands for all. */
function causesOf(error: unknown): Link[] {
  const links: Link[] = [];
  for (let link = error; typeof link === 'object' && link !== null && links.length < 6;) {
    links.push({
      code: textOf(link, 'code'),
      message: textOf(link, 'message'),
      syscall: textOf(link, 'syscall'),
    });
    const several: unknown = Reflect.get(link, 'errors');
    link = Reflect.get(link, 'cause') ?? (Array.isArray(several) ? several[0] : undefined);
  }
  if (links.length === 0) links.push({ code: '', message: String(error), syscall: '' });
  return links;
}

function textOf(value: object, name: string): string {
  const text: unknown = Reflect.get(value, name);
  return typeof text === 'string' ? text : '';
}
