import { describe, expect, it } from 'vitest';
import { parseDocument } from '#shared/braze/document';
import { fileTypeOf, readAttachments } from './attachment-entries';

describe('attachments as rows', () => {
  it.each([
    ['https://cdn.example.com/a/Terms.PDF?v=2', { state: 'allowed', extension: 'pdf' }],
    ['https://cdn.example.com/setup.exe', { state: 'wrong', extension: 'exe' }],
    ['https://cdn.example.com/terms', { state: 'unknown' }],
    ['https://cdn.example.com/{{file}}.exe', { state: 'unknown' }],
    ['terms.pdf', { state: 'unknown' }],
    ['', { state: 'unknown' }],
  ])('the type of %j', (url, expected) => {
    expect(fileTypeOf(url)).toEqual(expected);
  });

  it('leave what is no attachment as it stands', () => {
    const text = '[{"url": 7}, "x", {"url": "a", "url": "b"}, { /* c */ "file_name": "n" }]';
    const entries = readAttachments(parseDocument(text));
    expect(entries.map(({ kind }) => kind)).toEqual(['attachment', 'odd', 'odd', 'attachment']);
    expect(entries[0]).toMatchObject({ texts: { url: null, file_name: null } });
    expect(entries[2]).toMatchObject({ index: 2, source: '{"url": "a", "url": "b"}' });
    expect(entries[3]).toMatchObject({ source: '{ /* c */ "file_name": "n" }' });
  });
});
