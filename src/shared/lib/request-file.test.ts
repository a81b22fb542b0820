import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyRequestEdit,
  newRequestFile,
  readRequestFile,
  type RequestParts,
} from './request-file';

const file = [
  '// who wrote this: QA',
  '{',
  '  "endpoint": "/campaigns/trigger/send", // fixed',
  '  "body": {',
  '    // the id',
  '    "campaign_id": "{{campaign}}",',
  '',
  '    "recipients": [ { "external_user_id": "qa-1" }, ],',
  '  },',
  '  "owner": { "kept": true },',
  '}',
  '',
].join('\n');

function read(text: string): RequestParts {
  const parts = readRequestFile(text);
  if (!parts.ok) throw new Error(parts.reason);
  return parts;
}

describe('readRequestFile', () => {
  it('shows the body moved left, comments included', () => {
    expect(read(file).bodyText.split('\n').slice(0, 3)).toEqual([
      '{',
      '  // the id',
      '  "campaign_id": "{{campaign}}",',
    ]);
  });

  it('takes a file without endpoint and body for a bare body', () => {
    expect(read('\uFEFF{"campaign_id":"x"}')).toMatchObject({
      bare: true,
      endpoint: null,
      bodyText: '{"campaign_id":"x"}',
    });
  });

  it.each([
    ['broken JSON', '{\n "endpoint": "/x"\n "body": {}}', 'broken_json', 3],
    ['an array', '[1]', 'not_object', 1],
    ['nothing', '', 'not_object', 1],
    ['a numeric endpoint', '{\n"endpoint": 5}', 'wrong_type', 2],
    ['variables of another shape', '{"endpoint":"/x","variables":{"a":1}}', 'wrong_type', 1],
    [
      'a variable name that cannot be',
      '{"endpoint":"/x","variables":[{"name":"a b","value":""}]}',
      'wrong_type',
      1,
    ],
    ['a bracket that does not fit', '{"endpoint":"/x","body":[}}', 'broken_json', 1],
    ['text behind the end', '{"endpoint":"/x"} 1', 'broken_json', 1],
  ])('answers %s with its place', (_name, text, reason, line) => {
    expect(readRequestFile(text)).toMatchObject({ ok: false, reason, line });
  });

  it('reads 100,000 levels without running out of stack', () => {
    const deep = `{"endpoint":"/x","body":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(read(deep).bodyText).toHaveLength(200_000);
  });
});

describe('applyRequestEdit', () => {
  it('changes the body and nothing else', () => {
    const edited = applyRequestEdit(file, {
      bodyText: read(file).bodyText.replace('qa-1', 'qa-2'),
    });
    expect(edited).toBe(file.replace('qa-1', 'qa-2'));
  });

  it('keeps CRLF, the byte order mark, tabs and mixed line ends of lines that did not change', () => {
    const odd =
      '\uFEFF{\r\n\t"endpoint": "/x",\r\n\t"body": {\r\n\t\t"a": 1,\n\t\t"b": 2\r\n\t}\r\n}';
    const normalised = read(odd).bodyText.replace(/\r\n|\n/g, '\r\n');
    expect(applyRequestEdit(odd, { bodyText: normalised.replace('2', '3') })).toBe(
      odd.replace('"b": 2', '"b": 3'),
    );
  });

  it('adds notes and variables before the body', () => {
    const edited = applyRequestEdit(file, {
      notes: 'a "note"',
      variables: [{ name: 'campaign', value: 'x', kind: 'text' }],
    });
    expect(read(edited)).toMatchObject({
      notes: 'a "note"',
      variables: [{ name: 'campaign', value: 'x', kind: 'text' }],
    });
    expect(edited).toContain('// fixed');
    expect(edited).toContain('"owner": { "kept": true },');
    expect(read(edited).bodyText).toBe(read(file).bodyText);
  });

  it.each([
    ['{"endpoint":"/x"}', { bodyText: '{"a":1}' }],
    ['{"endpoint":"/x",}', { bodyText: '{"a":1}' }],
    ['{"body":{}}', { endpoint: '/y', notes: 'n' }],
    ['{\n  "endpoint": "/x" // c\n}\n', { bodyText: '{\n  "a": 1\n}' }],
  ])('adds what %s lacks', (text, edit) => {
    expect(read(applyRequestEdit(text, edit))).toMatchObject(edit);
  });

  it('returns a broken file as it is', () => {
    expect(applyRequestEdit('{"endpoint":', { notes: 'x' })).toBe('{"endpoint":');
  });

  const layout = fc.constantFrom('\n', '\r\n');
  const indent = fc.constantFrom('  ', '    ', '\t', '');
  const body = fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 3 }), {
    maxKeys: 5,
  });

  it('reads back any edited body, and an edit to the same body changes no byte', () => {
    fc.assert(
      fc.property(body, body, layout, indent, fc.string(), (first, second, eol, unit, notes) => {
        const text = JSON.stringify({ endpoint: '/x', body: first, z: 1 }, null, unit).replaceAll(
          '\n',
          eol,
        );
        expect(
          applyRequestEdit(text, {
            bodyText: read(text).bodyText,
            endpoint: '/x',
            notes: '',
            variables: [],
          }),
        ).toBe(text);
        const bodyText = JSON.stringify(second, null, 2);
        const edited = applyRequestEdit(text, { bodyText, notes });
        expect(JSON.parse(read(edited).bodyText)).toEqual(JSON.parse(bodyText));
        expect(read(edited).notes).toBe(notes);
        expect((JSON.parse(edited) as { z: number }).z).toBe(1);
      }),
    );
  });

  it('makes new files that read back', () => {
    fc.assert(
      fc.property(body, (value) => {
        const text = JSON.stringify(value, null, 2);
        expect(read(newRequestFile('/x', text))).toMatchObject({ endpoint: '/x', bodyText: text });
      }),
    );
  });
});
