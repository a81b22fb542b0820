import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EndpointPath } from '#shared/braze/endpoints';
import type { Environment } from '#shared/domain/environment';
import type { ComposedRequest } from '../sending/compose-request';
import { evaluateGate } from '../sending/gate';
import { hostTargetOf } from '../sending/host-target';
import { drawsOf } from '../sending/quota-draws';
import { sampleEnvironment, sampleRequest } from '../sending/testing/sample-request';
import { createCallBodies } from './call-body';
import { joinTexts } from './joined-texts';

const deps = { uuid: () => '11111111-1111-4111-8111-111111111111', now: () => 1_790_000_000_000 };
const endpoint: EndpointPath = '/campaigns/trigger/send';

const member = fc.record(
  {
    campaign_id: fc.constantFrom('5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11', '', 5),
    recipients: fc.constantFrom([{ external_user_id: 'of the template' }], null, 'x'),
    external_user_ids: fc.constantFrom([], ['b'], 'x'),
    broadcast: fc.constantFrom(true, false, null),
    audience: fc.constantFrom(null, {}, { AND: [{ email_subscription_status: {} }] }),
    segment_id: fc.constantFrom(null, 's'),
    trigger_properties: fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 }),
    ['__proto__']: fc.constantFrom({ broadcast: true }, 1),
  },
  { requiredKeys: [] },
);
const recipient = fc.oneof(
  fc.record({ external_user_id: fc.constantFrom('a', 'b', '') }),
  fc.record({ email: fc.constantFrom('A@b.example', 'c@d.example') }),
  fc.record({ external_user_id: fc.string(), attributes: fc.jsonValue() }),
);
const parts = fc.constantFrom(
  null,
  [{ path: ['broadcast'], json: 'true' }],
  [{ path: ['trigger_properties', 'code'], json: '"x"' }],
);
const testUsers = fc.constantFrom<string[]>([], ['a'], ['a', 'b', 'a@b.example', 'c@d.example']);

function bodiesOf(environment: Environment, body: object) {
  const bodies = createCallBodies(environment, sampleRequest(body), endpoint, deps);
  if (bodies === null) throw new Error('not JSON');
  return bodies;
}

test('the gate and the limiter see what they would see in the text that leaves', () => {
  fc.assert(
    fc.property(
      member,
      fc.array(recipient, { minLength: 1, maxLength: 50 }),
      parts,
      testUsers,
      (body, recipients, said, users) => {
        const environment = sampleEnvironment({ testUsers: users });
        const texts = recipients.map((one) => JSON.stringify(one));
        const call = { recipients: joinTexts(texts), parts: said };
        const composed = bodiesOf(environment, body).compose(call);
        const { wire } = composed;
        if (!wire.ok) throw new Error('no body');
        const read: ComposedRequest = {
          ...composed,
          wire: { ...wire, value: JSON.parse(wire.json) as unknown },
        };
        const seen = ({ wire: one, ...rest }: ComposedRequest) => [
          evaluateGate({
            environment,
            composed: { ...rest, wire: one },
            target: hostTargetOf(environment, null),
            secret: 'ready',
            keyInBody: false,
          }),
          drawsOf(endpoint, one.ok ? one.value : null),
        ];
        expect(seen(composed)).toEqual(seen(read));
        if (users.length > 0) expect(wire.value).toEqual(JSON.parse(wire.json));
      },
    ),
    { numRuns: 500 },
  );
});

test('the body has each recipient as it was given', () => {
  const recipients = ['{"external_user_id":"a","n":1e400}', '{"external_user_id":"b\\u0041"}'];
  const { wire } = bodiesOf(sampleEnvironment(), { campaign_id: 'c' }).compose({
    recipients: joinTexts(recipients),
    parts: null,
  });
  expect(wire).toMatchObject({
    ok: true,
    json: `{"campaign_id":"c","recipients":[${recipients.join(',')}]}`,
  });
});
