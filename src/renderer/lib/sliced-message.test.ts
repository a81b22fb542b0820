import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliceLength } from '#shared/lib/text-slices';
import { createSlicedReceiver, createSlicedSender } from './sliced-message';

function pair() {
  const received: unknown[] = [];
  const sizes: number[] = [];
  const receive = createSlicedReceiver((message) => received.push(message));
  const send = createSlicedSender((part) => {
    sizes.push(JSON.stringify(part).length);
    receive(structuredClone(part));
  });
  return { send, received, sizes };
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setImmediate(resolve));
}

describe('messages in slices', () => {
  it('leave at once while they are short', () => {
    const { send, received } = pair();
    for (const message of [null, 'a', 1, { id: 1, question: { text: 'a' } }]) send(message);
    expect(received).toEqual([null, 'a', 1, { id: 1, question: { text: 'a' } }]);
  });

  it('arrive whole and in their order, however long their texts are', async () => {
    const piece = fc.constantFrom(
      'a',
      '\r\n',
      '\uFEFF',
      '\ud83d',
      '\ude00',
      '한',
      '{ "slice": 1 }',
    );
    const text = fc
      .tuple(piece, fc.integer({ min: 0, max: 2 }), piece)
      .map(([start, times, end]) => start + 'x'.repeat(times * sliceLength) + end);
    const message = fc.oneof(
      text,
      fc.array(text, { maxLength: 2 }),
      fc.record({ a: text, b: text }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 3 }), async (messages) => {
        const { send, received } = pair();
        for (const one of messages) send({ id: 1, question: one });
        await until(() => received.length === messages.length);
        const same = messages.every((one, at) => {
          const expected = JSON.stringify({ id: 1, question: one });
          return JSON.stringify(received[at]) === expected;
        });
        expect(same).toBe(true);
      }),
      { numRuns: 8 },
    );
  });

  it('never carry more than a slice at once', async () => {
    const { send, received, sizes } = pair();
    send({ text: 'y'.repeat(3.5 * sliceLength) });
    send({ last: true });
    await until(() => received.length === 2);
    expect(sizes).toHaveLength(6);
    expect(Math.max(...sizes)).toBeLessThan(sliceLength + 100);
  });
});
