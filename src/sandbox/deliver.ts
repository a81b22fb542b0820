import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Answer } from './answer';
import type { Pauses } from './pauses';
import type { Plan } from './plan-exchange';

/** Size in bytes of the answer of the scenario `huge`. */
export const hugeAnswerBytes = 50 * 1024 * 1024;

/** How answers are timed. */
export interface DeliveryTiming {
  readonly latencyMs: number;
  /** Milliseconds before each byte of `slow_drip`. */
  readonly dripMs: number;
  readonly pauses: Pauses;
}

function bytesOf({ body }: Answer): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body), 'utf8');
}

function headersOf(given: Answer, length: number): Record<string, string> {
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(length),
    ...given.headers,
  };
}

/** The answer's JSON with one more member that fills it up to the size of `huge`. */
function* hugeChunks(given: Answer): Generator<Buffer> {
  const start = Buffer.concat([bytesOf(given).subarray(0, -1), Buffer.from(',"padding":"')]);
  const end = Buffer.from('"}');
  yield start;
  const block = Buffer.alloc(64 * 1024, 'x');
  let left = hugeAnswerBytes - start.length - end.length;
  for (; left > 0; left -= block.length) yield block.subarray(0, Math.min(left, block.length));
  yield end;
}

async function drip(reply: FastifyReply, given: Answer, timing: DeliveryTiming): Promise<void> {
  const bytes = bytesOf(given);
  reply.hijack();
  reply.raw.writeHead(given.status, headersOf(given, bytes.length));
  reply.raw.flushHeaders();
  for (const byte of bytes) {
    if (!(await timing.pauses.pause(timing.dripMs, reply.raw))) return;
    reply.raw.write(Buffer.of(byte));
  }
  reply.raw.end();
}

function cut(reply: FastifyReply, given: Answer): void {
  const bytes = bytesOf(given);
  reply.hijack();
  reply.raw.writeHead(given.status, headersOf(given, bytes.length));
  // The half must have left before the connection ends, or the caller would see no answer at all.
  reply.raw.write(bytes.subarray(0, bytes.length / 2), () => reply.raw.destroy());
}

/** Carries a plan out, after the latency. Resolves when nothing more is to be started. */
export async function deliver(
  reply: FastifyReply,
  plan: Plan,
  timing: DeliveryTiming,
): Promise<void> {
  if (plan.kind === 'silence') {
    reply.hijack();
    return;
  }
  if (!(await timing.pauses.pause(timing.latencyMs, reply.raw))) {
    reply.hijack();
    reply.raw.destroy();
    return;
  }
  if (plan.kind === 'drop') {
    reply.hijack();
    reply.raw.destroy();
    return;
  }
  const given = plan.answer;
  switch (plan.delivery) {
    case 'drip':
      return drip(reply, given, timing);
    case 'cut':
      cut(reply, given);
      return;
    case 'huge':
      reply.code(given.status).headers(headersOf(given, hugeAnswerBytes));
      reply.send(Readable.from(hugeChunks(given), { objectMode: false }));
      return;
    case 'plain': {
      const bytes = bytesOf(given);
      reply.code(given.status).headers(headersOf(given, bytes.length));
      reply.send(bytes);
    }
  }
}
