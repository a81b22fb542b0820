import { describe, it } from 'vitest';
import { expectReading, sampleKey, sendUrl, type ReadingRow } from './testing/expect-reading';

const type = `-H 'Content-Type: application/json'`;
const auth = `-H 'Authorization: Bearer ${sampleKey}'`;
const body = `{"campaign_id":"c1"}`;
const start = `curl -X POST '${sendUrl}' ${type} ${auth}`;
const get = 'https://rest.iad-01.braze.com/campaigns/list';

const options: readonly ReadingRow[] = [
  {
    name: 'short ones together, glued values',
    text: `curl -sSLXPOST -H'Content-Type:application/json' -HAuthorization:\\ Bearer\\ ${sampleKey} -d'${body}' ${sendUrl}`,
    reading: {},
  },
  {
    name: 'short ones together, value behind',
    text: `curl -sSfkX POST ${type} ${auth} -d '${body}' ${sendUrl}`,
    reading: {},
    notes: ['insecure'],
  },
  {
    name: 'values behind an equals sign',
    text: `curl --request=POST --url='${sendUrl}' --header='Content-Type: application/json' ${auth} --data='${body}'`,
    reading: {},
  },
  {
    name: 'values that do not matter',
    text: `curl -o out.json -A 'QA, "1"' --max-time 30 --connect-timeout 5 -w '%{http_code}\\n' --retry 3 -e https://x.example -D - -m 10 --no-buffer --tlsv1.2 --http1.1 ${start.slice(5)} -d '${body}' 2>/dev/null`,
    reading: {},
  },
  {
    name: 'a proxy and a fixed address',
    text: `${start} -x http://proxy:3128 --resolve rest.iad-01.braze.com:443:127.0.0.1 -d '${body}'`,
    reading: {},
    notes: ['rerouted'],
  },
  {
    name: 'unknown ones',
    text: `curl --frobnicate 7 --shiny -% ${start.slice(5)} -d '${body}'`,
    reading: { unknownOptions: ['--frobnicate', '--shiny', '-%'] },
    notes: ['unknown_option'],
  },
  {
    name: 'a beginning that only one option has',
    text: `curl --heade 'Content-Type: application/json' --data-bin '${body}' ${auth} ${sendUrl}`,
    reading: {},
  },
  {
    name: 'one without its value',
    text: `${start} -d '${body}' -H`,
    reading: {},
    notes: ['missing_value'],
  },
  {
    name: 'headers without value',
    text: `${start} -H 'X-Empty;' -H 'Accept:' -H 'Expect: ' -H 'nonsense' -H @headers.txt -d '${body}'`,
    reading: {
      headers: [
        ['Content-Type', 'application/json'],
        ['X-Empty', ''],
      ],
    },
    notes: ['file_reference'],
  },
  {
    name: '--oauth2-bearer',
    text: `curl ${sendUrl} ${type} --oauth2-bearer ${sampleKey} -d '${body}'`,
    reading: {},
  },
  {
    name: 'a user and password',
    text: `curl -u me:secret ${sendUrl} ${type} -d '${body}'`,
    reading: { apiKey: null },
    notes: ['other_credentials'],
  },
  {
    name: 'a key without Bearer',
    text: `curl ${sendUrl} ${type} -H 'Authorization: ${sampleKey}' -d '${body}'`,
    reading: { apiKey: null },
    notes: ['other_credentials'],
  },
  {
    name: 'two keys',
    text: `${start} -H 'authorization: BEARER other-key-1' -d '${body}'`,
    reading: {},
    notes: ['several_keys'],
  },
  {
    name: 'a key in a variable',
    text: `curl ${sendUrl} ${type} -H "Authorization: Bearer $BRAZE_API_KEY" -d '${body}'`,
    reading: { apiKey: null },
    notes: ['key_placeholder'],
  },
  {
    name: 'what follows --next',
    text: `${start} -d '${body}' --next ${get}`,
    reading: {},
    notes: ['next_request'],
  },
  {
    name: 'two addresses',
    text: `${start} -d '${body}' ${get}`,
    reading: {},
    notes: ['several_urls'],
  },
  {
    name: 'a body without -X',
    text: `curl ${type} ${auth} -d '${body}' -- ${sendUrl}`,
    reading: {},
  },
  {
    name: 'a body with GET',
    text: `curl -X get ${type} ${auth} -d '${body}' ${sendUrl}`,
    reading: { method: 'GET' },
    notes: ['get_with_body', 'method_differs'],
  },
  {
    name: 'only the head',
    text: `curl -I ${auth} '${get}?page=0'`,
    reading: {
      method: 'HEAD',
      url: `${get}?page=0`,
      endpoint: '/campaigns/list',
      headers: [],
      bodyText: null,
      bodyFrom: null,
    },
    notes: ['method_differs'],
  },
  {
    name: '-G moves the body to the query',
    text: `curl -G '${get}?page=0' ${auth} --data-urlencode 'last_edit.time[gt]=2026-01-01T00:00:00' -d sort=desc --url-query 'q=ü'`,
    reading: {
      method: 'GET',
      url: `${get}?page=0&q=%C3%BC&last_edit.time[gt]=2026-01-01T00%3A00%3A00&sort=desc`,
      endpoint: '/campaigns/list',
      headers: [],
      bodyText: null,
      bodyFrom: null,
    },
  },
  {
    name: 'an upload',
    text: `curl -T body.json ${auth} ${sendUrl}`,
    reading: { method: 'PUT', headers: [], bodyText: null, bodyFrom: 'file' },
    notes: ['file_reference', 'method_differs'],
  },
];

describe('options of curl', () => {
  it.each(options)('are understood: $name', expectReading);
});
