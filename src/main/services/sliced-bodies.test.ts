import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyTextLength } from '#shared/ipc/contract-parts';
import { sliceLength, slicesOf } from '#shared/lib/text-slices';
import { createSlicedBodies } from './sliced-bodies';

const request = { endpoint: '/messages/send', variables: [], name: null, ref: null };
const environmentId = 'sandbox';

function inputOf(bodyText: string, sliced?: { id: string; length: number }) {
  return {
    environmentId,
    request: { ...request, bodyText },
    ...(sliced === undefined ? {} : { sliced }),
  };
}

describe('bodies in slices', () => {
  it('are what they were, also when two cross at once', () => {
    const piece = fc.constantFrom('', 'a', '\r\n', '\uFEFF', '\ud83d', '\ude00', '한');
    const body = fc
      .tuple(piece, fc.integer({ min: 1, max: 3 }), piece)
      .map(([begin, times, end]) => `${begin}${'x'.repeat(times * sliceLength)}y${end}`);
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 3 }), (texts) => {
        const bodies = createSlicedBodies(randomUUID);
        const all = texts.map((text) => ({ id: randomUUID(), text, at: 0, ...slicesOf(text) }));
        for (let turn = 0; turn < 4; turn += 1) {
          for (const one of all) {
            const text = one.first[turn];
            if (text === undefined) continue;
            bodies.slice({ id: one.id, at: one.at, text });
            one.at += text.length;
          }
        }
        for (const { id, at, last, text } of all) {
          const whole = bodies.whole(inputOf(last, { id, length: at }));
          expect(whole.request.bodyText === text).toBe(true);
          expect(whole).not.toHaveProperty('sliced');
        }
      }),
      { numRuns: 20 },
    );
  });

  it('leave a short one as it is', () => {
    expect(createSlicedBodies(randomUUID).whole(inputOf('{}'))).toEqual(inputOf('{}'));
  });

  it('are never made of a part, of another order, or of another body', () => {
    const bodies = createSlicedBodies(randomUUID);
    const id = randomUUID();
    const other = randomUUID();
    expect(() => bodies.slice({ id, at: 3, text: 'b' })).toThrow('invalid_input');
    expect(() => bodies.whole(inputOf('end', { id, length: 3 }))).toThrow('invalid_input');
    bodies.slice({ id, at: 0, text: 'aaa' });
    expect(() => bodies.whole(inputOf('end', { id: other, length: 3 }))).toThrow('invalid_input');
    expect(() => bodies.whole(inputOf('end', { id, length: 6 }))).toThrow('invalid_input');
    // What was refused is gone.
    expect(() => bodies.whole(inputOf('end', { id, length: 3 }))).toThrow('invalid_input');
    bodies.slice({ id, at: 0, text: 'aaa' });
    expect(() => bodies.slice({ id, at: 2, text: 'b' })).toThrow('invalid_input');
    expect(() => bodies.slice({ id, at: 3, text: 'b' })).toThrow('invalid_input');
    bodies.slice({ id, at: 0, text: 'lost' });
    bodies.slice({ id, at: 0, text: 'aaa' });
    expect(bodies.whole(inputOf('end', { id, length: 3 })).request.bodyText).toBe('aaaend');
    expect(() => bodies.whole(inputOf('end', { id, length: 3 }))).toThrow('invalid_input');
  });

  it('are no longer than one in a single piece may be', () => {
    const bodies = createSlicedBodies(randomUUID);
    const id = randomUUID();
    const text = 'x'.repeat(bodyTextLength - 1);
    bodies.slice({ id, at: 0, text });
    expect(() => bodies.slice({ id, at: text.length, text: 'yy' })).toThrow('invalid_input');
    bodies.slice({ id, at: 0, text });
    const sliced = { id, length: text.length };
    expect(() => bodies.whole(inputOf('yy', sliced))).toThrow('invalid_input');
    bodies.slice({ id, at: 0, text });
    expect(bodies.whole(inputOf('y', sliced)).request.bodyText).toHaveLength(bodyTextLength);
  });

  it('forget what nobody asks for', () => {
    const bodies = createSlicedBodies(randomUUID);
    const ids = Array.from({ length: 5 }, () => randomUUID());
    for (const id of ids) bodies.slice({ id, at: 0, text: 'aaa' });
    const sliced = ids.map((id) => ({ id, length: 3 }));
    expect(() => bodies.whole(inputOf('', sliced[0]))).toThrow('invalid_input');
    expect(bodies.whole(inputOf('', sliced[1])).request.bodyText).toBe('aaa');
  });

  it('are read from an answer to their end, once', () => {
    const bodies = createSlicedBodies(randomUUID);
    const sentBody = `${'x'.repeat(2 * sliceLength)}\ud83d\ude00`;
    const answer = bodies.sliced({ name: 'a', sentBody }, 'sentBody');
    expect(answer).toMatchObject({
      name: 'a',
      rest: { field: 'sentBody', length: sentBody.length },
    });
    const id = answer.rest?.id ?? '';
    let text = answer.sentBody;
    while (text.length < sentBody.length) text += bodies.read({ id, at: text.length });
    expect(text === sentBody).toBe(true);
    expect(() => bodies.read({ id, at: 0 })).toThrow('not_found');
  });

  it.each([null, '', '{}'])('are in an answer as they are where they are short: %s', (wireBody) => {
    expect(createSlicedBodies(randomUUID).sliced({ wireBody }, 'wireBody')).toEqual({ wireBody });
  });
});
