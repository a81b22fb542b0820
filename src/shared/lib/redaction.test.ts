import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScrubber, redactedKey } from './redaction';

const key = '3c9e1f70-52ab-4d8e-9a01-7be4/d2+Qx"1';
const scrub = createScrubber([key]);

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

describe('createScrubber', () => {
  it.each([
    ['as it is', key],
    ['in another case', key.toUpperCase()],
    ['in JSON', JSON.stringify(key).slice(1, -1)],
    ['in JSON in JSON', JSON.stringify(JSON.stringify(key)).slice(3, -3)],
    [
      'with every character escaped',
      [...key].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    ],
    ['percent-encoded', encodeURIComponent(key)],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(key))],
    ['as HTML entities', [...key].map((c) => `&#${c.charCodeAt(0)};`).join('')],
    ['in base64', base64(key)],
    ['in base64url', Buffer.from(key).toString('base64url')],
    ['in base64 behind one byte', base64(`:${key}`)],
    ['in base64 behind Bearer', base64(`Bearer ${key}!`)],
  ])('removes the key %s', (_name, written) => {
    const text = `{"message":"Invalid key ${written} given"}`;
    const scrubbed = scrub(text);
    expect(scrubbed).toContain(redactedKey);
    expect(scrubbed).not.toContain(written);
  });

  it('leaves other text alone', () => {
    const text = 'campaign 5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11 accepted, 3c9e1f70-52ab';
    expect(scrub(text)).toBe(text);
  });

  it('removes every one of several keys, the longer first', () => {
    expect(createScrubber(['abcd', 'abcd-efgh'])('x abcd-efgh y abcd z')).toBe(
      `x ${redactedKey} y ${redactedKey} z`,
    );
  });

  it('holds for any printable key at any place', () => {
    const keys = fc
      .string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 60 })
      .filter((text) => /^[!-~]+$/.test(text) && !redactedKey.includes(text));
    fc.assert(
      fc.property(keys, fc.string(), fc.string(), (secret, before, after) => {
        const clean = createScrubber([secret])(
          `${before}${secret}${after} ${JSON.stringify(secret)} ${encodeURIComponent(secret)} ${base64(`${before}${secret}`)}`,
        );
        fc.pre(!`${before}${after}`.includes(secret));
        expect(clean).not.toContain(secret);
        expect(clean).not.toContain(encodeURIComponent(secret));
      }),
    );
  });
});
