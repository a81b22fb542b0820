import { Agent as HttpAgent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { Agent as HttpsAgent, request as requestTls } from 'node:https';
import { type Readable, pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { AnswerBody, IncomingAnswer, SendOnce } from './send-once';

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const nothing = (): void => undefined;

/**
 * Sends with Node's HTTP client, which never repeats a request, each on a connection of its own. Node's fetch would
 * do so too but for status 421; it takes several times the processor time, and what it makes for a call stays in
 * memory until the next full collection. Redirects are errors; a compressed answer is unpacked.
 */
export function createNodeSendOnce(): SendOnce {
  // Without kept connections; the TLS sessions are remembered, which makes the next handshake cheaper.
  const plain = new HttpAgent({ keepAlive: false });
  const tls = new HttpsAgent({ keepAlive: false });
  return (url, { method, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const target = new URL(url);
      const secure = target.protocol === 'https:';
      const length = body === undefined ? [] : ['Content-Length', String(Buffer.byteLength(body))];
      let sent: ClientRequest;
      try {
        const options = { method, agent: secure ? tls : plain, setHost: false };
        sent = (secure ? requestTls : request)(target, {
          ...options,
          headers: ['Host', target.host, ...headers.flat(), ...length],
        });
      } catch (error) {
        // Nothing was opened yet: a header that cannot be written, for one.
        reject(new TypeError('invalid url or header', { cause: error }));
        return;
      }
      const abort = (): void => {
        sent.destroy(new Error('aborted'));
      };
      signal.addEventListener('abort', abort, { once: true });
      sent.once('close', () => signal.removeEventListener('abort', abort));
      // Also what comes after the answer, so that it is never unheard.
      sent.on('error', reject);
      sent.once('response', (answer) => {
        try {
          resolve(answerOf(answer, sent));
        } catch (error) {
          sent.destroy();
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
      if (signal.aborted) abort();
      else if (body === undefined) sent.end();
      // Node writes a text in one piece with the headers, and those in UTF-8 as well: right for plain ones only.
      else if (headers.every(isPlain)) sent.end(body, 'utf8');
      else sent.end(Buffer.from(body, 'utf8'));
    });
}

function isPlain([name, value]: readonly [string, string]): boolean {
  return !/[\x80-\xff]/.test(name + value);
}

function answerOf(message: IncomingMessage, sent: ClientRequest): IncomingAnswer {
  const status = message.statusCode ?? 0;
  if (redirects.has(status) && message.headers.location !== undefined) {
    throw new TypeError('unexpected redirect');
  }
  const headers = Object.entries(message.headersDistinct).flatMap(
    ([name, values = []]): [string, string][] =>
      name === 'set-cookie' ? values.map((value) => [name, value]) : [[name, values.join(', ')]],
  );
  return { status, headers, body: bodyOf(unpacked(message), sent) };
}

function bodyOf(stream: Readable, sent: ClientRequest): AnswerBody {
  return {
    getReader() {
      const parts = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>;
      return {
        read: () => parts.next(),
        cancel() {
          sent.destroy();
          stream.destroy();
          return Promise.resolve();
        },
      };
    },
  };
}

/** Nobody asks for a compressed answer; some servers give one all the same. */
function unpacked(message: IncomingMessage): Readable {
  const coding = message.headers['content-encoding']?.trim().toLowerCase();
  if (coding === 'gzip' || coding === 'x-gzip') return pipeline(message, createGunzip(), nothing);
  if (coding === 'deflate') return pipeline(message, createInflate(), nothing);
  if (coding === 'br') return pipeline(message, createBrotliDecompress(), nothing);
  return message;
}
