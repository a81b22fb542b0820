import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curlDialects } from './curl-dialect';
import { importCurl } from './import-curl';
import { readCurl, type CurlRequestReading } from './read-curl';
import { writeCurl } from './write-curl';

const key = '8f1c2d3e-4b5a-6978-8c7d-9e0f1a2b3c4d';

function reading(command: string): CurlRequestReading {
  const read = readCurl(command);
  if (!read.ok) throw new Error(read.code);
  return read;
}

describe('a request made of a command', () => {
  it.each([
    ['?page=2&include_archived=true', '{"page":2,"include_archived":true}'],
    [
      '?last_edit.time%5Bgt%5D=2026-08-01T00%3A00%3A00&sort_direction=a+b',
      '{"last_edit.time[gt]":"2026-08-01T00:00:00","sort_direction":"a b"}',
    ],
    ['?x=%zz&&y&=z#page=9', '{"x":"%zz","y":"","":"z"}'],
    ['', '{}'],
  ])('has what a look-up asks in its body: %s', (query, body) => {
    const made = importCurl(reading(`curl 'https://rest.iad-03.braze.com/campaigns/list${query}'`));
    expect(JSON.parse(made.bodyText)).toEqual(JSON.parse(body));
    expect(made.droppedQuery).toBe(false);
  });

  it('has the endpoint, and a body that is laid out', () => {
    const made = importCurl(
      reading(
        `curl https://rest.iad-03.braze.com/campaigns/trigger/send -H 'X-Team: qa' -H 'Accept: */*' -d '{"a":1e400,"b":[12345678901234567890]}'`,
      ),
    );
    expect(made).toEqual({
      endpoint: '/campaigns/trigger/send',
      bodyText: '{\n  "a": 1e400,\n  "b": [\n    12345678901234567890\n  ]\n}',
      apiKey: null,
      droppedHeaders: ['X-Team'],
      droppedQuery: false,
    });
  });

  it('keeps the layout of a body of several lines, and its comments', () => {
    const body = '{\n    "a": 1, // one\n    "b": 2\n}';
    expect(importCurl(reading(`curl https://x.example/messages/send -d '${body}'`)).bodyText).toBe(
      body,
    );
  });

  it('hands the key over and leaves none in the body', () => {
    const body = JSON.stringify({ api_key: key, note: `Bearer ${key}`, nested: { key } });
    const made = importCurl(
      reading(
        `curl 'https://x.example/messages/send?page=1' -H 'Authorization: Bearer ${key}' -d '${body}'`,
      ),
    );
    expect(made.apiKey).toBe(key);
    expect(made.droppedQuery).toBe(true);
    expect(made.bodyText).not.toContain(key);
    expect(JSON.parse(made.bodyText)).toEqual({
      note: 'Bearer [key removed]',
      nested: { key: '[key removed]' },
    });
  });

  it('takes a key from the body where the header has none', () => {
    const made = importCurl(
      reading(`curl https://x.example/messages/send -d '{"api_key":"${key}","x":1}'`),
    );
    expect([made.apiKey, JSON.parse(made.bodyText)]).toEqual([key, { x: 1 }]);
    const standIn = importCurl(
      reading(`curl https://x.example/messages/send -d '{"api_key":"YOUR_API_KEY"}'`),
    );
    expect([standIn.apiKey, standIn.bodyText]).toEqual([null, '{}']);
  });

  it('keeps a text that is no JSON, and an endpoint that is not known', () => {
    const made = importCurl(reading(`curl https://x.example//odd/path/ -d 'a=1&b=2'`));
    expect([made.endpoint, made.bodyText]).toEqual(['/odd/path', 'a=1&b=2']);
    expect(importCurl(reading('curl https://x.example')).endpoint).toBe('/');
  });

  it.each(curlDialects)('means the same after a round trip through %s', (dialect) => {
    fc.assert(
      fc.property(fc.object({ withNullPrototype: false }), (value) => {
        const bodyJson = JSON.stringify(value);
        fc.pre(!bodyJson.includes('api_key'));
        const command = writeCurl(
          { url: 'https://rest.iad-03.braze.com', endpoint: '/messages/send', bodyJson },
          dialect,
        );
        const made = importCurl(reading(command));
        expect(JSON.stringify(JSON.parse(made.bodyText))).toBe(
          JSON.stringify(JSON.parse(bodyJson)),
        );
      }),
      { numRuns: 60 },
    );
  });
});
