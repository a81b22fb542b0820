import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from './document';
import { splitCalls } from './split-calls';
import { validateText } from './validate';

const endpoint = '/campaigns/trigger/send';
const recipientsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ external_user_id: `u${index}` }));

function values(texts: readonly string[]): { recipients: { external_user_id: string }[] }[] {
  return texts.map((text) => JSON.parse(text) as never);
}

describe('splitting into calls', () => {
  it.each([51, 100, 101, 999, 1000])(
    'names each of %i recipients once, at most 50 a call',
    (count) => {
      for (const indent of [0, 2]) {
        const body = { campaign_id: 'x', recipients: recipientsOf(count), broadcast: false };
        const calls = values(splitCalls(JSON.stringify(body, null, indent)));
        expect(calls).toHaveLength(Math.ceil(count / 50));
        expect(calls.every(({ recipients }) => recipients.length <= 50)).toBe(true);
        expect(calls.flatMap(({ recipients }) => recipients)).toEqual(body.recipients);
        for (const call of calls) expect({ ...call, recipients: body.recipients }).toEqual(body);
      }
    },
  );

  it.each([
    ['few recipients', JSON.stringify({ recipients: recipientsOf(50) })],
    ['too many', JSON.stringify({ recipients: recipientsOf(1001) })],
    ['no list', '{"recipients": {}}'],
    ['no object', '[]'],
    ['broken text', '{"recipients": ['],
  ])('makes nothing of %s', (_name, text) => {
    expect(splitCalls(text)).toEqual([]);
  });

  it('keeps comments with their recipient, and the rest in every call', () => {
    const lines = recipientsOf(51).map(
      ({ external_user_id: id }, index) =>
        `    { "external_user_id": "${id}" }${index < 50 ? ',' : ''} // person ${index}`,
    );
    const text = `{\r\n  // campaign\r\n  "campaign_id": "x", /* id */\r\n  "recipients": [ // who\r\n${lines.join('\r\n')}\r\n  ] // end\r\n}\r\n`;
    const [first = '', second = ''] = splitCalls(text);
    for (const call of [first, second]) {
      expect(parseDocument(call).faults).toEqual([]);
      for (const comment of ['// campaign', '/* id */', '// who', '// end']) {
        expect(call).toContain(comment);
      }
    }
    expect(second).toBe(
      '{\r\n  // campaign\r\n  "campaign_id": "x", /* id */\r\n  "recipients": [ // who\r\n    { "external_user_id": "u50" } // person 50\r\n  ] // end\r\n}\r\n',
    );
    expect(first).toContain('{ "external_user_id": "u49" } // person 49');
    expect(first).not.toContain('person 50');
  });

  it('leaves no call that R12 objects to, whatever stands between the recipients', () => {
    const gap = fc.constantFrom(',', ', ', ' ,', ' /* a, b */, ', ',\n', ', // x, y\n', '\n,\r\n');
    fc.assert(
      fc.property(
        fc.integer({ min: 51, max: 120 }),
        fc.array(gap, { minLength: 1, maxLength: 7 }),
        fc.boolean(),
        (count, gaps, trailing) => {
          const inner = recipientsOf(count)
            .map((one, index) => {
              const separator = index < count - 1 ? (gaps[index % gaps.length] ?? ',') : '';
              return JSON.stringify(one) + separator;
            })
            .join('');
          const text = `{"recipients": [${inner}${trailing ? ',' : ''}]}`;
          const calls = splitCalls(text);
          expect(calls).toHaveLength(Math.ceil(count / 50));
          for (const call of calls) {
            const codes = validateText(endpoint, call).map(({ code }) => code);
            expect(codes.filter((code) => /^JSON\.(?!trailing_comma)|^R12/.test(code))).toEqual([]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
