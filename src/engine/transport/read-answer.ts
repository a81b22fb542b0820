import { isUtf8 } from 'node:buffer';
import type { AnswerBody } from './send-once';

/** As much of an answer's body as is kept, and how large it was. */
export interface ReadBody {
  readonly text: string;
  /** Bytes that arrived, after decompression; counting ends at `countLimit`. */
  readonly bytes: number;
  /** `too_large`: more arrived than is kept. `ended`: reading failed before the end. */
  readonly cut: 'no' | 'too_large' | 'ended';
  /** Why reading failed. */
  readonly error: unknown;
  readonly badUtf8: boolean;
}

/** What is shown and stored of an answer, in UTF-16 units. */
export const answerLimit = 1024 * 1024;
/**
 * What is read beyond it. A key could lie across the end, and half a key cannot be found: the scrubber
 * sees this much more, and the last `answerMargin` of a cut text are dropped after it.
 */
export const answerMargin = 64 * 1024;
/** From here on an answer is no longer read. */
const countLimit = 64 * 1024 * 1024;

/** Reads a body to its end or to the limits. Never rejects. */
export async function readAnswer(
  stream: AnswerBody | null,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
  keepBytes = answerLimit + answerMargin,
): Promise<ReadBody> {
  const kept: Uint8Array[] = [];
  let keptBytes = 0;
  let bytes = 0;
  let ended = stream === null;
  let error: unknown;
  const reader = stream?.getReader();
  // Not every fetch ends the body of an aborted call.
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
  });
  aborted.catch(() => undefined);
  try {
    while (reader !== undefined && bytes < countLimit) {
      const { done, value } = await Promise.race([reader.read(), aborted]);
      if (done || value === undefined) {
        ended = true;
        break;
      }
      const room = keepBytes - keptBytes;
      if (room > 0) {
        const part = value.byteLength > room ? value.slice(0, room) : value;
        kept.push(part);
        keptBytes += part.byteLength;
      }
      bytes += value.byteLength;
      onBytes(bytes);
    }
  } catch (cause) {
    error = cause ?? new Error('the answer ended early');
  }
  if (!ended) void reader?.cancel().catch(() => undefined);
  const whole = ended && bytes === keptBytes;
  return {
    ...decode(Buffer.concat(kept), whole),
    bytes,
    cut: whole ? 'no' : error === undefined ? 'too_large' : 'ended',
    error,
  };
}

function decode(bytes: Buffer, whole: boolean): { text: string; badUtf8: boolean } {
  // What a decoder would say as well, for the price of one.
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), badUtf8: false };
  try {
    // A cut may fall within a character: that is not the server's fault.
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { text: strict.decode(bytes, { stream: !whole }), badUtf8: false };
  } catch {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), badUtf8: true };
  }
}
