import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateDocument, validateText } from '#shared/braze/validate';
import { memberText } from '../member-text';
import { readLineRequest } from './line-request';

const endpoint = '/campaigns/trigger/send';
const said = (text: string) =>
  validateText(endpoint, text).map(({ code, params, pointer }) => ({ code, params, pointer }));

function legal(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('a line of input', () => {
  const members = fc.constantFrom(
    ...[
      '"name":"a"',
      '"name":null',
      '"name":5',
      '"n\\u0061me":"é"',
      '"name":"\\ud800"',
      '"x":[{"body":1}]',
    ],
    ...[`"endpoint":"${endpoint}"`, '"endpoint":null', '"endpoint":{}', '"endpoint" : "\\/"'],
    ...['"body":{}', '"body":null', '"body":[1]', '"body": "{}" ', '"b\\u006fdy":{"x":1}'],
    ...[
      '"body":{"recipients":[{},{"external_user_id":"a"}],"recipients":[{}]}',
      '"__proto__":{"name":1}',
    ],
    ...[
      '"body":{"campaign_id":"\\ud800","recipients":[{"email":"a@b.c","email":null}]}',
      '"c":1 // c',
    ],
    ...[
      '"body":{"recipients":[{"external_user_id":"a"},{"external_user_id":"a"}],"x":1,"context":{}}',
    ],
  );

  it('says what JSON.parse and the body by itself say', () => {
    fc.assert(
      fc.property(fc.array(members, { maxLength: 5 }), (parts) => {
        const text = `{${parts.join(',')}}`;
        const request = readLineRequest(text);
        if (!legal(text)) {
          expect(request).toBe('not_json');
          return;
        }
        if (typeof request === 'string') throw new Error(request);
        const value = JSON.parse(text) as Record<string, unknown>;
        expect(request.name).toEqual(value['name']);
        expect(request.endpoint).toEqual(value['endpoint']);
        const body = memberText(text, 'body');
        expect(request.body === null).toBe(body === null);
        if (request.body === null || body === null) return;
        const found = validateDocument(endpoint, request.body);
        expect(found.map(({ code, params, pointer }) => ({ code, params, pointer }))).toEqual(
          said(body),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['[1]', 'null', '"a"', '7'])('%s is no object', (text) => {
    expect(readLineRequest(text)).toBe('not_object');
  });
});
