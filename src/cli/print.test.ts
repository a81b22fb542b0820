import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createPrint } from './print';

const key = '3c9e1f70-52ab-4d8e-9a01-7be4';

/** A reader that takes each piece only when it is told to. */
function createReader(): { stream: Writable; text: () => string; take: () => void } {
  let text = '';
  let pending: (() => void) | null = null;
  const stream = new Writable({
    highWaterMark: 10,
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString('utf8');
      pending = done;
    },
  });
  const take = (): void => {
    const done = pending;
    pending = null;
    done?.();
  };
  return { stream, text: () => text, take };
}

describe('createPrint', () => {
  it('waits for a slow reader, and for all of it at the end', async () => {
    const out = createReader();
    const print = createPrint([], { stdout: out.stream, stderr: createReader().stream });
    await print.result('a');
    await new Promise(setImmediate);
    let went = false;
    const second = print.result('b'.repeat(20)).then(() => (went = true));
    await new Promise(setImmediate);
    expect([out.text(), went]).toEqual(['a\n', false]);
    for (let turn = 0; turn < 5; turn += 1) {
      out.take();
      await new Promise(setImmediate);
    }
    await second;
    await Promise.all([print.flush(), new Promise(setImmediate).then(out.take)]);
    expect(out.text()).toBe(`a\n${'b'.repeat(20)}\n`);
  });

  it('says in one piece what is said in one turn', async () => {
    const pieces: string[] = [];
    const stream = new Writable({
      writev(chunks, done) {
        pieces.push(chunks.map(({ chunk }) => String(chunk)).join(''));
        done();
      },
    });
    const print = createPrint([], { stdout: stream, stderr: createReader().stream });
    for (const text of ['a', 'b', 'c']) await print.result(text);
    await print.flush();
    await print.result('d');
    await print.flush();
    expect(pieces).toEqual(['a\nb\nc\n', 'd\n']);
  });

  it('goes on in silence when the reader has gone', async () => {
    const out = createReader();
    const print = createPrint([], { stdout: out.stream, stderr: createReader().stream });
    const waiting = print.result('x'.repeat(50));
    out.stream.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    await waiting;
    await print.result('more');
    await print.flush();
    expect(print.isClosed()).toBe(true);
  });

  it('lets no key out, on either stream', async () => {
    const out = createReader();
    const err = createReader();
    const print = createPrint([key], { stdout: out.stream, stderr: err.stream });
    print.note(`Bearer ${key}`);
    print.guard((text) => text.replaceAll('other-key', '[gone]'));
    void print.result(`${key} other-key`);
    await new Promise(setImmediate);
    expect(err.text()).toBe('Bearer [key removed]\n');
    expect(out.text()).toBe('[key removed] [gone]\n');
  });
});
