import * as fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import type { DiagnosticCode } from './diagnostic-codes';
import { parseDocument } from './document';
import type { EndpointPath } from './endpoints';
import { formatRepair } from './format-repair';
import { blastRadiusOf } from './blast-radius';
import { repairsFor } from './repairs';
import { REMOVABLE, RENAMES, SPECIAL_REPAIRS } from './repair-table';
import { removeChildren } from './remove-edits';
import { CODE_CASES } from './testing/code-cases';
import { applyEdits } from './text-edit';
import { validateText } from './validate';

const LANGUAGES = ['en', 'de', 'fr', 'ko'] as const;
const options = { nowMs: Date.UTC(2026, 10, 21) };
const repairable = new Set<string>([
  ...REMOVABLE,
  ...Object.keys(RENAMES),
  ...Object.keys(SPECIAL_REPAIRS),
]);

/** Puts a comment behind every line, and one of its own before it. */
function commented(text: string): string {
  return text
    .split('\n')
    .map((line, index) => `// before ${index}\r\n${line} // after ${index}`)
    .join('\r\n');
}

function commentsOf(text: string): readonly string[] {
  return [...text.matchAll(/\/\/ (before|after) \d+/g)].map((match) => match[0]);
}

/** Comments outside the values that an edit removes. */
function repairAll(code: DiagnosticCode, pointer: string, text: string, endpoint: EndpointPath) {
  const found = validateText(endpoint, text, options).find(
    (one) => one.code === code && one.pointer === pointer,
  );
  if (found === undefined) throw new Error(`${code} is not found`);
  return repairsFor(found, text, endpoint).map((repair) => ({
    repair,
    text: applyEdits(text, repair.edits),
  }));
}

describe('repairs', () => {
  const cases = CODE_CASES.filter(
    ({ code, body }) => repairable.has(code) && JSON.stringify(body).length < 5000,
  );
  const edited = cases.filter(({ code }) => code !== 'R12.too_many');

  it.each(edited)('of $code at $pointer mend it', ({ code, pointer, body, endpoint }) => {
    for (const layout of [
      JSON.stringify(body),
      JSON.stringify(body, null, 2),
      commented(JSON.stringify(body, null, 2)),
    ]) {
      for (const { text } of repairAll(code, pointer, layout, endpoint)) {
        const { faults, root } = parseDocument(text);
        expect(faults).toEqual([]);
        expect(root).not.toBeNull();
        const left = validateText(endpoint, text, options);
        expect(left.filter((one) => one.code === code && one.pointer === pointer)).toEqual([]);
      }
    }
  });

  it.each(cases)(
    'of $code at $pointer never widen the call',
    ({ code, pointer, body, endpoint }) => {
      const size = (text: string) => {
        const radius = blastRadiusOf(endpoint, parse(text));
        return { none: 0, recipients: 1, audience: 2, segment: 3 }[radius.kind];
      };
      const text = JSON.stringify(body);
      for (const repaired of repairAll(code, pointer, text, endpoint)) {
        expect(size(repaired.text)).toBeLessThanOrEqual(size(text));
      }
    },
  );

  it('are offered for every code that has some', () => {
    const offered = new Set(
      cases
        .filter(
          ({ code, pointer, body, endpoint }) =>
            repairAll(code, pointer, JSON.stringify(body), endpoint).length > 0,
        )
        .map(({ code }) => code),
    );
    // T02 takes more than the body: see known-target.test.ts.
    expect(
      [...repairable].filter(
        (code) => !code.startsWith('T') && !offered.has(code as DiagnosticCode),
      ),
    ).toEqual([]);
  });

  it.each(LANGUAGES)('have a title in %s', (language) => {
    for (const { code, pointer, body, endpoint } of cases) {
      for (const { repair } of repairAll(code, pointer, JSON.stringify(body), endpoint)) {
        const title = formatRepair(repair, language);
        expect(title).not.toMatch(/\{[a-z]+\}|undefined/);
        expect(title.length).toBeGreaterThan(3);
      }
    }
  });

  it('keep comments and layout', () => {
    const text = `{
  // the campaign
  "campaign_id": "5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11",
  "segment_id": "s", // left over
  /* who */
  "recipients": [
    { "external_user_id": "a", "email": "qa@example.org" }, // Mira
    {
      "email": "b@example.org" // new
    }
  ]
}
`;
    const after = (code: DiagnosticCode, pointer: string, at = 0) =>
      repairAll(code, pointer, text, '/campaigns/trigger/send')[at]?.text.split('\n');
    expect(after('R25.segment_id', '/segment_id', 1)?.slice(2, 6)).toEqual([
      '  "campaign_id": "5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11",',
      '  // left over',
      '  /* who */',
      '  "recipients": [',
    ]);
    expect(after('R13.several', '/recipients/0')?.[6]).toBe(
      '    { "external_user_id": "a" }, // Mira',
    );
    expect(after('R13.several', '/recipients/0', 1)?.[6]).toBe(
      '    { "email": "qa@example.org" }, // Mira',
    );
    expect(after('R16.no_prioritization', '/recipients/1')?.slice(7, 11)).toEqual([
      '    {',
      '      "email": "b@example.org", // new',
      '      "prioritization": ["identified", "most_recently_updated"]',
      '    }',
    ]);
  });

  it.each([
    ['{"a": 1, "a": 2}', '{"a": 2}', '{"a": 1}'],
    ['{"a": 1, "b": 0, "a": 2}', '{"b": 0, "a": 2}', '{"a": 1, "b": 0}'],
    [
      '{\n  "a": 1, // one\n  "b": 0, // b\n  "a": 2 // two\n}',
      '{\n  // one\n  "b": 0, // b\n  "a": 2 // two\n}',
      '{\n  "a": 1, // one\n  "b": 0 // b\n  // two\n}',
    ],
  ])('keep the last or the first of a repeated field of %j', (text, last, first) => {
    const found = validateText('/campaigns/trigger/send', text).find(
      ({ code }) => code === 'JSON.duplicate_key',
    );
    if (found === undefined) throw new Error('not found');
    const repaired = repairsFor(found, text, '/campaigns/trigger/send');
    expect(repaired.map(({ code }) => code)).toEqual(['keep_last', 'keep_first']);
    const texts = repaired.map(({ edits }) => applyEdits(text, edits));
    expect(texts.flatMap((one) => parseDocument(one).faults)).toEqual([]);
    expect(texts.map((one) => one.replace(/[ \n]+/g, ' '))).toEqual(
      [last, first].map((one) => one.replace(/[ \n]+/g, ' ')),
    );
  });

  it('of a field that is there three times go one by one', () => {
    const text = '{"a": 1, "a": 2, "a": 3}';
    const outcomes = validateText('/campaigns/trigger/send', text)
      .filter(({ code }) => code === 'JSON.duplicate_key')
      .map((found) =>
        repairsFor(found, text, '/campaigns/trigger/send').map(({ edits }) =>
          applyEdits(text, edits),
        ),
      );
    expect(outcomes).toEqual([
      ['{"a": 2, "a": 3}', '{"a": 1, "a": 3}'],
      ['{"a": 1, "a": 3}', '{"a": 1, "a": 2}'],
    ]);
  });

  it('never turn a broadcast on by keeping the first of two', () => {
    const codesOf = (text: string) => {
      const found = validateText('/campaigns/trigger/send', text).find(({ code }) =>
        code.startsWith('JSON.duplicate'),
      );
      return found === undefined
        ? []
        : repairsFor(found, text, '/campaigns/trigger/send').map(({ code }) => code);
    };
    expect(codesOf('{"broadcast": true, "broadcast": false}')).toEqual(['keep_last']);
    expect(codesOf('{"broadcast": false, "broadcast": true}')).toEqual(['keep_last', 'keep_first']);
  });

  it('put segment_id into a comment', () => {
    const endpoint = '/campaigns/trigger/send';
    const after = (text: string) => {
      const found = validateText(endpoint, text).find(({ code }) => code === 'R25.segment_id');
      const repair = found === undefined ? undefined : repairsFor(found, text, endpoint)[0];
      expect(repair?.code).toBe('comment_out');
      return applyEdits(text, repair?.edits ?? []);
    };
    expect(after('{"segment_id": "s", "b": 1}')).toBe('{/* "segment_id": "s" */ "b": 1}');
    expect(after('{"b": 1, "segment_id": "s"}')).toBe('{"b": 1 /* "segment_id": "s" */}');
    expect(after('{"segment_id": "s"}')).toBe('{/* "segment_id": "s" */}');
  });

  it('remove every repeated recipient at once and keep the last of each', () => {
    const endpoint = '/campaigns/trigger/send';
    const ids = ['a', 'b', 'a', 'c', 'b', 'a'];
    const text = JSON.stringify({ recipients: ids.map((id) => ({ external_user_id: id })) });
    const found = validateText(endpoint, text).find(({ code }) => code === 'R21.same_user');
    if (found === undefined) throw new Error('not found');
    const all = repairsFor(found, text, endpoint).find(({ code }) => code === 'remove_repeats');
    expect(all?.params).toEqual({ count: 3 });
    expect(JSON.parse(applyEdits(text, all?.edits ?? []))).toEqual({
      recipients: ['c', 'b', 'a'].map((id) => ({ external_user_id: id })),
    });
  });

  it('mend commas', () => {
    const text = '{"a": [1 2,], /* x */ "b": 3}';
    const codes: DiagnosticCode[] = ['JSON.missing_comma', 'JSON.trailing_comma'];
    const mended = codes.map((code) => {
      const found = validateText('/campaigns/list', text).find((one) => one.code === code);
      return found === undefined
        ? ''
        : applyEdits(text, repairsFor(found, text, '/campaigns/list')[0]?.edits ?? []);
    });
    expect(mended).toEqual(['{"a": [1 ,2,], /* x */ "b": 3}', '{"a": [1 2], /* x */ "b": 3}']);
  });
});

describe('removal', () => {
  it('of any fields leaves the others, and every comment beside them', () => {
    const fields = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 });
    const separators = fc.constantFrom(
      ', ',
      ',',
      ' , ',
      ',\n  ',
      ' /* x */, ',
      ', /* x */ ',
      ', // x\n',
      ',\r\n\r\n',
    );
    fc.assert(
      fc.property(
        fields,
        fc.array(separators, { minLength: 5, maxLength: 5 }),
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        (names, gaps, picks, trailing) => {
          const inner = names
            .map(
              (name, index) =>
                `"${name}": ${index}${index < names.length - 1 ? (gaps[index] ?? ',') : ''}`,
            )
            .join('');
          const text = `{\n  ${inner}${trailing ? ',' : ''}\n}`;
          const { root } = parseDocument(text);
          if (root?.kind !== 'object') throw new Error('not parsed');
          const gone = names.filter((_name, index) => picks[index] === true);
          const nodes = gone.flatMap((name) => root.members.get(name) ?? []);
          const result = applyEdits(text, removeChildren(text, root, new Set(nodes)));
          const again = parseDocument(result);
          expect(again.faults.filter((fault) => fault.code !== 'JSON.trailing_comma')).toEqual([]);
          expect(again.root?.kind === 'object' ? [...again.root.members.keys()] : null).toEqual(
            names.filter((name) => !gone.includes(name)),
          );
          const count = (source: string) => source.split(/\/\* x \*\/|\/\/ x/).length;
          expect(count(result)).toBe(count(text));
        },
      ),
    );
  });
});

describe('comments', () => {
  it('outlive every repair that does not remove the value they are in', () => {
    for (const { code, pointer, body, endpoint } of CODE_CASES) {
      if (!repairable.has(code) || JSON.stringify(body).length > 5000) continue;
      const text = commented(JSON.stringify(body, null, 2));
      for (const { repair, text: repaired } of repairAll(code, pointer, text, endpoint)) {
        const removedText = repair.edits
          .map(({ offset, length }) => text.slice(offset, offset + length))
          .join('');
        expect(commentsOf(repaired).length).toBe(
          commentsOf(text).length - commentsOf(removedText).length,
        );
        const single = repair.edits.every(
          ({ offset, length }) =>
            !text.slice(offset, offset + length).includes('{\r\n') &&
            !text.slice(offset, offset + length).includes(' // after'),
        );
        if (single) expect(commentsOf(repaired)).toEqual(commentsOf(text));
      }
    }
  });
});
