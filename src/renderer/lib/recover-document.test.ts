import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRequestFile } from '#shared/lib/request-file';
import { recoverDocument } from './recover-document';
import { documentText, editDocument, openDocument } from './tab-document';

const file = `// top
{
  "endpoint": "/canvas/trigger/send",
  // which body
  "body": {
    "canvas_id": "x"
  }
}
`;

describe('a draft whose body was broken', () => {
  it('comes back as the request it was, body and all', () => {
    const bodyText = '{\n  "canvas_id": "x",\n  "recipients": [ { ';
    const draft = documentText(editDocument(openDocument(file), { bodyText }));
    expect(openDocument(draft).mode).toBe('file');
    expect(recoverDocument(file, draft)).toMatchObject({
      mode: 'request',
      endpoint: '/canvas/trigger/send',
      bodyText,
    });
  });

  it('comes back for a request that was never saved', () => {
    const blank = newRequestFile('/messages/send', '{}');
    const draft = documentText(editDocument(openDocument(blank), { bodyText: '{ "broadcast": ' }));
    expect(recoverDocument(null, draft)).toMatchObject({
      mode: 'request',
      endpoint: '/messages/send',
      bodyText: '{ "broadcast": ',
    });
  });

  it('is shown whole when the file has become another one', () => {
    const draft = documentText(editDocument(openDocument(file), { bodyText: '{ "a": ' }));
    const other = file.replace('// top', '// changed');
    expect(recoverDocument(other, draft)).toMatchObject({ mode: 'file', text: draft });
  });

  it('never loses or adds a character', () => {
    fc.assert(
      fc.property(fc.string(), (bodyText) => {
        const draft = documentText(editDocument(openDocument(file), { bodyText }));
        expect(documentText(recoverDocument(file, draft))).toBe(draft);
      }),
    );
  });
});
