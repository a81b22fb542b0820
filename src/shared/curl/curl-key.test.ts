import { describe, expect, it } from 'vitest';
import { readCurl } from './read-curl';
import { sampleKey } from './testing/expect-reading';

const auth = `-H 'Authorization: Bearer ${sampleKey}'`;
const get = 'https://rest.iad-01.braze.com/campaigns/list';

describe('a key', () => {
  it('stands in no other part of the reading', () => {
    const read = readCurl(
      `curl -u x:${sampleKey} --pass ${sampleKey} -b k=${sampleKey} --frob=${sampleKey} 'https://u:${sampleKey}@rest.iad-01.braze.com/campaigns/list?api_key=${sampleKey}' -H 'Authorization: Basic ${sampleKey}' -H 'Proxy-Authorization: ${sampleKey}' -H 'Cookie: k=${sampleKey}' ${auth}`,
    );
    if (!read.ok) throw new Error(read.code);
    const { apiKey, ...rest } = read;
    expect(apiKey).toBe(sampleKey);
    expect(JSON.stringify(rest)).not.toContain(sampleKey);
  });

  it.each([
    ...[
      '$KEY',
      '${KEY}',
      '$env:KEY',
      '%KEY%',
      '{{key}}',
      '<your key>',
      '[key removed]',
      'xxxxxxxx',
    ],
    ...['YOUR_API_KEY', 'your-rest-api-key', 'REST_API_KEY', 'API_KEY', '********', '…'],
  ])('is not what only marks its place: %s', (stand) => {
    const read = readCurl(`curl ${get} -H 'Authorization: Bearer ${stand}'`);
    expect(read).toMatchObject({ ok: true, apiKey: null, notes: ['key_placeholder'] });
  });

  it.each(['a$b', 'my4f1d0b6a', '100%', 'keychain-9', 'your1-4f2'])('may look odd: %s', (key) => {
    const read = readCurl(`curl ${get} -H 'Authorization: Bearer ${key}'`);
    expect(read).toMatchObject({ ok: true, apiKey: key, notes: [] });
  });
});
