import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differs,
  documentText,
  editDocument,
  editFileText,
  openDocument,
  savedTextOf,
} from './tab-document';

const file = `{
  // kept
  "endpoint": "/canvas/trigger/send",
  "notes": "why",
  "body": {
    "canvas_id": "x", // kept too
    "list": [1, 2]
  }
}
`;

describe('a tab document', () => {
  it('gives back an untouched file character for character', () => {
    for (const text of [file, file.replaceAll('\n', '\r\n'), '{"campaign_id": "x"}', '{}']) {
      expect(documentText(openDocument(text))).toBe(text);
    }
  });

  it('shows the body without the indentation of the file', () => {
    const document = openDocument(file);
    expect(document).toMatchObject({
      mode: 'request',
      endpoint: '/canvas/trigger/send',
      bodyText: '{\n  "canvas_id": "x", // kept too\n  "list": [1, 2]\n}',
    });
  });

  it('keeps every part while the body is broken, and recovers when it is mended', () => {
    const broken = editDocument(openDocument(file), { bodyText: '{ "canvas_id": ' });
    expect(documentText(broken)).toContain('"notes": "why"');
    const mended = editDocument(broken, { bodyText: '{ "canvas_id": "y" }' });
    expect(openDocument(documentText(mended))).toMatchObject({
      mode: 'request',
      notes: 'why',
      bodyText: '{ "canvas_id": "y" }',
    });
    expect(documentText(mended)).toContain('// kept\n');
  });

  it('loses no body text on the way into the file and back, whatever was typed before', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 5 }), fc.jsonValue(), (typed, value) => {
        let document = openDocument(file);
        for (const bodyText of typed) document = editDocument(document, { bodyText });
        const bodyText = JSON.stringify({ value }, null, 2);
        document = editDocument(document, { bodyText });
        expect(openDocument(documentText(document))).toMatchObject({ mode: 'request', bodyText });
      }),
    );
  });

  it('does not write the default endpoint into a file that names none', () => {
    const document = editDocument(openDocument('{"campaign_id": "x"}'), {
      bodyText: '{"campaign_id": "y"}',
    });
    expect(documentText(document)).toBe('{"campaign_id": "y"}');
    expect(documentText(openDocument('{"body": {}}'))).toBe('{"body": {}}');
  });

  it('shows a file that cannot be read whole, with the place', () => {
    const document = openDocument('{\n  "endpoint": 12,\n  "body": {}\n}');
    expect(document).toMatchObject({ mode: 'file', problem: { line: 2, field: 'endpoint' } });
    expect(editFileText('{ "body": ').problem).not.toBeNull();
    expect(editFileText('{ "body": {} }').problem).toBeNull();
  });

  it('differs from the text on disk exactly when its own text does', () => {
    const texts = [file, '{"campaign_id": "x"}', '{"body": {"a": 1}}', '{broken'];
    const bodies = fc.constantFrom(
      '{\n  "canvas_id": "x", // kept too\n  "list": [1, 2]\n}',
      '{"campaign_id": "x"}',
      '{"a": 1}',
      '{"a": 2}',
      '{broken',
    );
    const edits = fc.record(
      {
        bodyText: bodies,
        notes: fc.constantFrom('', 'why', 'else'),
        endpoint: fc.constantFrom('/canvas/trigger/send', '/campaigns/trigger/send'),
        variables: fc.constantFrom([], [{ name: 'a', value: '1', kind: 'text' as const }]),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.constantFrom(...texts),
        edits,
        (own, disk, edit) => {
          const edited = editDocument(openDocument(own), edit);
          expect(differs(edited, savedTextOf(disk))).toBe(documentText(edited) !== disk);
        },
      ),
    );
  });
});
