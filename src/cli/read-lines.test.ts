import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InputLine, linesOf as linesOfBlock, readLineBlocks } from './read-lines';

async function* inPieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  // One buffer for all pieces, as a stream may do it.
  const buffer = Buffer.alloc(64);
  let from = 0;
  for (let turn = 0; from < bytes.length; turn += 1) {
    const size = Math.min(sizes[turn % sizes.length] ?? 1, 64, bytes.length - from);
    buffer.set(bytes.subarray(from, from + size));
    yield await Promise.resolve(buffer.subarray(0, size));
    from += size;
  }
}

async function linesOf(
  text: string | Uint8Array,
  sizes: readonly number[] = [64],
  limit = 1000,
): Promise<InputLine[]> {
  const lines = [];
  for await (const block of readLineBlocks(inPieces(Buffer.from(text as string), sizes), limit))
    lines.push(...linesOfBlock(block, limit));
  return lines;
}

describe('lines of input', () => {
  it.each([
    ['', []],
    ['\n\n  \n', []],
    ['a', [[1, 'a']]],
    [
      'a\nb\n',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'a\r\n\r\nb',
      [
        [1, 'a'],
        [3, 'b'],
      ],
    ],
    [
      '\uFEFFa\n\uFEFFb',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    ['\u2028a\n', [[1, 'a']]],
  ])('finds the lines of %j', async (text, expected) => {
    expect((await linesOf(text)).map(({ number, text: found }) => [number, found])).toEqual(
      expected,
    );
  });

  it('gives the same lines however the input is cut', async () => {
    const line = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .map((text) => text.replace(/\n/g, ''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line),
        fc.array(fc.integer({ min: 1, max: 64 }), { minLength: 1 }),
        async (lines, sizes) => {
          const found = (await linesOf(lines.join('\n'), sizes)).map(({ text }) => text);
          expect(found).toEqual(lines.map((text) => text.trim()).filter((text) => text !== ''));
        },
      ),
    );
  });

  it('passes over a line that is too long and goes on behind it', async () => {
    const lines = await linesOf(`a\n${'x'.repeat(5000)}\nb\n${'y'.repeat(1001)}`, [64, 3], 1000);
    expect(lines).toEqual([
      { number: 1, text: 'a' },
      { number: 2, text: null, fault: 'longer than 1000 bytes' },
      { number: 3, text: 'b' },
      { number: 4, text: null, fault: 'longer than 1000 bytes' },
    ]);
    expect(await linesOf('x'.repeat(1000))).toEqual([{ number: 1, text: 'x'.repeat(1000) }]);
  });

  it('reports what is not UTF-8 and goes on', async () => {
    const bytes = Buffer.concat([
      Buffer.from('a\n'),
      Buffer.from([0xff, 0x0a]),
      Buffer.from('b\n'),
      Buffer.from([0xe2, 0x82]),
    ]);
    expect(await linesOf(bytes)).toEqual([
      { number: 1, text: 'a' },
      { number: 2, text: null, fault: 'not UTF-8 text' },
      { number: 3, text: 'b' },
      { number: 4, text: null, fault: 'not UTF-8 text' },
    ]);
  });
});
