import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberText } from './member-text';

describe('the source of a member', () => {
  it.each([
    ['{"body": {"a": "}]\\""} , "x": 1}', '{"a": "}]\\""}'],
    [' {"x":[1,{"body":2}], "body" : -1.5e3 }', '-1.5e3'],
    ['{"bod\\u0079":"a, }"}', '"a, }"'],
    ['{"body":1,"body":[ ]}', '[ ]'],
    [`{"body":${'1'.repeat(5000)},"x":0}`, '1'.repeat(5000)],
    ['{"other": {"body": 1}}', null],
    ['{}', null],
  ])('of %.60j is found', (json, expected) => {
    expect(memberText(json, 'body')).toBe(expected);
  });

  it('means what JSON.parse makes of it', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.oneof(fc.constantFrom('body', 'a'), fc.string()), fc.jsonValue()),
        fc.constantFrom(0, 2, '\t'),
        (object, indent) => {
          const source = memberText(JSON.stringify(object, null, indent), 'body');
          const expected = Object.hasOwn(object, 'body') ? JSON.stringify(object['body']) : null;
          expect(source === null ? null : JSON.stringify(JSON.parse(source))).toBe(expected);
        },
      ),
    );
  });

  it('takes a long text of escapes in its stride', () => {
    const text = JSON.stringify({ body: '\\"'.repeat(1_000_000), x: 1 });
    expect(memberText(text, 'body')?.length).toBe(text.length - '{"body":,"x":1}'.length);
  });
});
