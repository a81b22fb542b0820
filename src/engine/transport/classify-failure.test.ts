import { describe, expect, it } from 'vitest';
import { classifyFailure } from './classify-failure';

/** As Node's fetch fails: its own words outside, the reason inside. */
function nodeError(code: string, message = 'some words', over: object = {}): Error {
  return new TypeError('fetch failed', {
    cause: Object.assign(new Error(message), { code }, over),
  });
}

describe('what never left', () => {
  it.each([
    ['ECONNREFUSED', 'refused_connection'],
    ['ENOTFOUND', 'name_not_resolved'],
    ['EAI_AGAIN', 'name_not_resolved'],
    ['UND_ERR_CONNECT_TIMEOUT', 'unreachable'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls'],
  ])('Node: %s', (code, expected) => {
    expect(classifyFailure(nodeError(code))).toEqual({
      code: expected,
      left: false,
      detail: `${code}: some words`,
    });
  });

  it.each(['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EACCES', 'EADDRNOTAVAIL'])(
    'Node: %s while connecting',
    (code) => {
      const error = nodeError(code, `connect ${code} 10.0.0.1:443`, { syscall: 'connect' });
      expect(classifyFailure(error)).toEqual({
        code: 'unreachable',
        left: false,
        detail: `connect ${code} 10.0.0.1:443`,
      });
    },
  );

  it.each([
    [
      'ECONNRESET',
      'Client network socket disconnected before secure TLS connection was established',
      'tls',
    ],
    ['', 'bad port', 'other'],
    ['', 'unknown scheme', 'other'],
    ['UND_ERR_ABORTED', 'Proxy response (502) !== 200 when HTTP Tunneling', 'proxy'],
  ])('Node: %s %s', (code, message, expected) => {
    expect(classifyFailure(nodeError(code, message))).toMatchObject({
      code: expected,
      left: false,
    });
  });

  it('Node: every address of a name refused', () => {
    const each = Object.assign(new Error('connect ECONNREFUSED ::1:443'), { code: 'ECONNREFUSED' });
    const error = new TypeError('fetch failed', { cause: new AggregateError([each, each]) });
    expect(classifyFailure(error)).toMatchObject({ code: 'refused_connection', left: false });
  });

  it.each([
    ['ERR_CONNECTION_REFUSED', 'refused_connection'],
    ['ERR_NAME_NOT_RESOLVED', 'name_not_resolved'],
    ['ERR_DNS_TIMED_OUT', 'name_not_resolved'],
    ['ERR_CERT_AUTHORITY_INVALID', 'tls'],
    ['ERR_CERT_DATE_INVALID', 'tls'],
    ['ERR_CERTIFICATE_TRANSPARENCY_REQUIRED', 'tls'],
    ['ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'tls'],
    ['ERR_PROXY_CONNECTION_FAILED', 'proxy'],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
    ['ERR_SOCKS_CONNECTION_FAILED', 'proxy'],
    ['ERR_MANDATORY_PROXY_CONFIGURATION_FAILED', 'proxy'],
    ['ERR_INTERNET_DISCONNECTED', 'unreachable'],
    ['ERR_ADDRESS_UNREACHABLE', 'unreachable'],
    ['ERR_CONNECTION_TIMED_OUT', 'unreachable'],
    ['ERR_UNSAFE_PORT', 'other'],
    ['ERR_BLOCKED_BY_CLIENT', 'other'],
  ])('Chromium: %s', (name, expected) => {
    const error = new Error(`net::${name}`);
    expect(classifyFailure(error)).toEqual({ code: expected, left: false, detail: `net::${name}` });
  });
});

describe('what may have left', () => {
  it.each([
    ['ECONNRESET', 'dropped'],
    ['EPIPE', 'dropped'],
    ['UND_ERR_SOCKET', 'dropped'],
    ['EHOSTUNREACH', 'dropped'],
    ['ETIMEDOUT', 'timeout'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'tls'],
    ['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'tls'],
    ['EPROTO', 'tls'],
    ['HPE_INVALID_CONSTANT', 'other'],
    ['UND_ERR_REQ_CONTENT_LENGTH_MISMATCH', 'other'],
    ['E_NEVER_HEARD_OF', 'other'],
  ])('Node: %s', (code, expected) => {
    const error = nodeError(code, 'some words', { syscall: 'read' });
    expect(classifyFailure(error)).toMatchObject({ code: expected, left: true });
  });

  it.each([
    ['ERR_CONNECTION_RESET', 'dropped'],
    ['ERR_CONNECTION_CLOSED', 'dropped'],
    ['ERR_EMPTY_RESPONSE', 'dropped'],
    ['ERR_NETWORK_CHANGED', 'dropped'],
    ['ERR_CONTENT_LENGTH_MISMATCH', 'dropped'],
    ['ERR_INCOMPLETE_CHUNKED_ENCODING', 'dropped'],
    ['ERR_HTTP2_PROTOCOL_ERROR', 'dropped'],
    ['ERR_QUIC_PROTOCOL_ERROR', 'dropped'],
    ['ERR_TIMED_OUT', 'timeout'],
    ['ERR_SSL_PROTOCOL_ERROR', 'tls'],
    ['ERR_BAD_SSL_CLIENT_AUTH_CERT', 'tls'],
    ['ERR_UNEXPECTED_PROXY_AUTH', 'proxy'],
    ['ERR_TOO_MANY_REDIRECTS', 'redirect'],
    ['ERR_FAILED', 'other'],
    ['ERR_ABORTED', 'other'],
    ['ERR_SOMETHING_NEW', 'other'],
  ])('Chromium: %s', (name, expected) => {
    expect(classifyFailure(new Error(`net::${name}`))).toMatchObject({
      code: expected,
      left: true,
    });
  });

  it.each([
    "Attempted to redirect, but redirect policy was 'error'",
    'Redirect was cancelled',
    'unexpected redirect',
  ])('a redirect: %s', (message) => {
    expect(classifyFailure(new Error(message))).toMatchObject({ code: 'redirect', left: true });
  });

  it.each([undefined, null, 'text', 7, {}, new Error(''), Object.create(null) as object])(
    'an error that is none: %s',
    (error) => {
      expect(classifyFailure(error)).toMatchObject({ code: 'other', left: true });
    },
  );

  it('an error that causes itself', () => {
    const error = new Error('round');
    error.cause = error;
    expect(classifyFailure(error)).toMatchObject({ code: 'other', left: true, detail: 'round' });
  });
});
