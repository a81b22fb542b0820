import { describe, expect, it } from 'vitest';
import { recoverDocument } from '../lib/recover-document';
import { openDocument } from '../lib/tab-document';
import { withoutText, withText } from './open-text';

const saved = '{\n  "endpoint": "/messages/send",\n  "body": {\n    "a": 1\n  }\n}\n';

describe('a text that was taken apart elsewhere', () => {
  it.each([
    ['a request', saved],
    ['a request with Windows lines', saved.replaceAll('\n', '\r\n')],
    ['a bare body with a byte order mark', '\uFEFF{ "campaign_id": "a" }'],
    ['a broken file', '{ "endpoint": '],
    ['nothing', ''],
    ['half a pair', '{ "endpoint": "/messages/send", "body": { "a": "\ud83d" } }'],
  ])('is the same as if it had been here: %s', (_name, text) => {
    const document = openDocument(text);
    const crossed = structuredClone(withoutText(document, text));
    expect(JSON.stringify(crossed)).not.toContain('endpoint": ');
    expect(withText(crossed, text)).toEqual(document);
  });

  it('keeps the text a draft was made of', () => {
    const draft = saved.replace('"a": 1', '"a": [');
    const document = recoverDocument(saved, draft);
    expect(document.mode).toBe('request');
    expect(withText(withoutText(document, draft), draft)).toEqual(document);
  });
});
