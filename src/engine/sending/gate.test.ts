import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENDPOINTS } from '#shared/braze/endpoints';
import type { Environment } from '#shared/domain/environment';
import type { GateBlock } from '#shared/domain/gate';
import type { SecretState } from '#shared/domain/secret';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import { composeRequest } from './compose-request';
import { blocksAgainstSending, evaluateGate } from './gate';
import { hostTargetOf } from './host-target';
import { bodyFor, campaignId, sampleEnvironment, sampleRequest } from './testing/sample-request';

const deps = { uuid: () => '11111111-1111-4111-8111-111111111111', now: () => 1_790_000_000_000 };

function reportOn(
  request: OutgoingRequest,
  over: Partial<Environment> = {},
  { secret = 'ready', keyInBody = false }: { secret?: SecretState; keyInBody?: boolean } = {},
) {
  const environment = sampleEnvironment(over);
  const composed = composeRequest(environment, request, deps);
  const target = hostTargetOf(environment, null);
  return evaluateGate({ environment, composed, target, secret, keyInBody });
}

const broadcast = { campaign_id: campaignId, broadcast: true };
const audience = {
  AND: [{ custom_attribute: { custom_attribute_name: 'vip', comparison: 'equals', value: true } }],
};

describe('a request that may leave', () => {
  it('is clear, with its body, size, target and host', () => {
    const report = reportOn(sampleRequest(bodyFor('é')));
    expect(report).toMatchObject({
      verdict: 'clear',
      blocks: [],
      confirmations: [],
      blastRadius: { kind: 'recipients', count: 1 },
      targetId: campaignId,
      wireBody: JSON.stringify(bodyFor('é')),
      host: 'rest.iad-03.braze.com',
    });
    expect(report.wireBytes).toBe(Buffer.byteLength(JSON.stringify(bodyFor('é'))));
    expect(blocksAgainstSending(report, [])).toEqual([]);
  });

  it('may have warnings', () => {
    const report = reportOn(sampleRequest({ ...bodyFor('a'), campaign_id: 'not-a-uuid' }));
    expect(report.verdict).toBe('clear');
    expect(report.diagnostics).toMatchObject([
      { rule: 'R02', severity: 'warning', offset: 0, length: 0 },
    ]);
  });

  it("uses the request's variables before the environment's", () => {
    const variables = [{ name: 'who', value: 'far', kind: 'text' as const }];
    const request = sampleRequest(bodyFor('{{who}}'), {
      variables: [{ name: 'who', value: 'near', kind: 'text' }],
    });
    expect(reportOn(request, { variables }).wireBody).toBe(JSON.stringify(bodyFor('near')));
  });
});

describe('a request that may not leave', () => {
  const large = { ...bodyFor('a'), trigger_properties: { text: 'x'.repeat(4_194_304) } };
  it.each<readonly [string, OutgoingRequest, Partial<Environment>, GateBlock]>([
    ['broken', sampleRequest('{\n  "a": \n}'), {}, { code: 'broken_json', line: 3, column: 1 }],
    ['empty', sampleRequest(''), {}, { code: 'broken_json', line: 1, column: 1 }],
    ['a list', sampleRequest('[]'), {}, { code: 'illegal_body', rules: ['JSON'] }],
    [
      'without target',
      sampleRequest({ recipients: [{ external_user_id: 'a' }] }),
      {},
      { code: 'illegal_body', rules: ['R01'] },
    ],
    [
      'with several faults',
      sampleRequest({ recipients: [{}] }),
      {},
      { code: 'illegal_body', rules: ['R13', 'R01'] },
    ],
    [
      'with open variables',
      sampleRequest(bodyFor('{{a}}', '{{b}} {{a}}')),
      {},
      { code: 'unresolved_variables', names: ['a', 'b'] },
    ],
    [
      'with a variable that refers to itself',
      sampleRequest(bodyFor('{{a}}'), {
        variables: [{ name: 'a', kind: 'text', value: 'x{{a}}' }],
      }),
      {},
      { code: 'unresolved_variables', names: ['a'] },
    ],
    [
      'with a variable that is no JSON',
      sampleRequest(bodyFor('{{a}}'), { variables: [{ name: 'a', kind: 'json', value: '{' }] }),
      {},
      { code: 'variable_not_json', names: ['a'] },
    ],
    [
      'too large',
      sampleRequest(large),
      {},
      { code: 'too_large', bytes: JSON.stringify(large).length, limit: 4_194_304 },
    ],
    [
      'for an unknown cluster',
      sampleRequest(),
      { host: { kind: 'cluster', clusterId: 'US-09' } },
      { code: 'host_invalid', host: 'US-09' },
    ],
    [
      'for a stopped sandbox',
      sampleRequest(),
      { host: { kind: 'sandbox' } },
      { code: 'host_invalid', host: 'sandbox' },
    ],
  ])('%s', (_name, request, environment, block) => {
    const report = reportOn(request, environment);
    expect(report.verdict).toBe('blocked');
    const found = report.blocks.find(({ code }) => code === block.code);
    if (block.code === 'illegal_body' && found?.code === 'illegal_body') {
      expect([...found.rules].sort()).toEqual([...block.rules].sort());
    } else {
      expect(found).toEqual(block);
    }
    expect(blocksAgainstSending(report, [])).toEqual(report.blocks);
  });

  it.each(['missing', 'locked', 'unavailable'] as const)('because the key is %s', (secret) => {
    expect(reportOn(sampleRequest(), {}, { secret }).blocks).toEqual([
      { code: 'secret', state: secret },
    ]);
  });

  it.each(['ready', 'session'] as const)('is not one whose key is %s', (secret) => {
    expect(reportOn(sampleRequest(), {}, { secret }).blocks).toEqual([]);
  });

  it('because a key is in it', () => {
    expect(reportOn(sampleRequest(), {}, { keyInBody: true }).blocks).toEqual([
      { code: 'key_in_body' },
    ]);
  });

  it('names every reason at once', () => {
    const request = sampleRequest({ recipients: [{ external_user_id: '{{who}}' }] });
    const report = reportOn(
      request,
      { host: { kind: 'sandbox' }, testUsers: ['qa'] },
      { secret: 'locked', keyInBody: true },
    );
    expect(report.blocks.map(({ code }) => code)).toEqual([
      'illegal_body',
      'unresolved_variables',
      'not_test_users',
      'key_in_body',
      'host_invalid',
      'secret',
    ]);
  });
});

describe('confirmations', () => {
  it.each<readonly [string, OutgoingRequest, readonly string[]]>([
    ['a broadcast', sampleRequest(broadcast), [campaignId]],
    ['an audience', sampleRequest({ ...broadcast, audience }), [campaignId]],
    ['an audience alone', sampleRequest({ campaign_id: campaignId, audience }), [campaignId]],
    ['recipients within an audience', sampleRequest({ ...bodyFor('a'), audience }), [campaignId]],
    [
      'a Canvas',
      sampleRequest(
        { canvas_id: campaignId, broadcast: true },
        { endpoint: '/canvas/trigger/send' },
      ),
      [campaignId],
    ],
    [
      'a message without campaign',
      sampleRequest(
        { broadcast: true, segment_id: campaignId, messages: { email: {} } },
        { endpoint: '/messages/send' },
      ),
      ['Staging'],
    ],
    [
      'a schedule',
      sampleRequest(
        { ...broadcast, schedule: { time: '2030-01-01T00:00:00Z' } },
        { endpoint: '/campaigns/trigger/schedule/create' },
      ),
      [campaignId],
    ],
  ])('%s asks for its id', (_name, request, phrases) => {
    const report = reportOn(request);
    expect(report.confirmations).toEqual([{ kind: 'blast_radius', phrases }]);
    expect(report.verdict).toBe(report.blocks.length > 0 ? 'blocked' : 'needs_confirmation');
  });

  it.each([
    ['broadcast as text', { ...broadcast, broadcast: 'true' }],
    ['recipients that are no list', { campaign_id: campaignId, recipients: 'all' }],
    ['a blank id', { campaign_id: '  ', broadcast: true }],
  ])('%s is taken for the widest', (_name, body) => {
    const { confirmations } = reportOn(sampleRequest(body));
    expect(confirmations).toHaveLength(1);
    for (const { phrases } of confirmations)
      for (const phrase of phrases) expect(phrase.trim()).not.toBe('');
  });

  it('every call but a look-up in production asks for the name', () => {
    for (const { path, method } of ENDPOINTS) {
      const { confirmations } = reportOn(sampleRequest(bodyFor('a'), { endpoint: path }), {
        production: true,
      });
      expect(confirmations.some(({ kind }) => kind === 'production')).toBe(method === 'POST');
    }
  });

  it('are met by the very text, white space around it apart, and by nothing else', () => {
    const report = reportOn(sampleRequest(broadcast), { production: true });
    const right = [
      { kind: 'blast_radius' as const, text: campaignId },
      { kind: 'production' as const, text: 'Staging' },
    ];
    expect(blocksAgainstSending(report, right)).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(0, 1), (text, index) => {
        fc.pre(text.trim() !== right[index]?.text);
        const given = right.map((one, at) => (at === index ? { ...one, text } : one));
        expect(blocksAgainstSending(report, given)).toEqual([
          { code: 'confirmation', kind: right[index]?.kind },
        ]);
      }),
    );
    const swapped = right.map((one, at) => ({ ...one, text: right[1 - at]?.text ?? '' }));
    expect(blocksAgainstSending(report, swapped)).toHaveLength(2);
  });
});

describe('test users', () => {
  const testUsers = ['qa-1', 'QA@example.com', 'tester', 'crm:kim', '42'];
  const blocksFor = (body: unknown, endpoint = '/campaigns/trigger/send'): readonly GateBlock[] =>
    reportOn(sampleRequest(body, { endpoint }), { testUsers }).blocks.filter(
      ({ code }) => code === 'not_test_users' || code === 'wider_than_test_users',
    );
  const to = (...recipients: unknown[]): object => ({ campaign_id: campaignId, recipients });

  it.each([
    ['an id', to({ external_user_id: 'qa-1' })],
    ['an id that is a number', to({ external_user_id: 42 })],
    [
      'an address, whatever its case',
      to({ email: 'qa@Example.com', prioritization: ['unidentified'] }),
    ],
    ['an alias by its name', to({ user_alias: { alias_name: 'tester', alias_label: 'any' } })],
    ['an alias by label and name', to({ user_alias: { alias_name: 'kim', alias_label: 'crm' } })],
    ['a braze_id', to({ braze_id: 'qa-1' })],
    ['all of several', to({ external_user_id: 'qa-1' }, { external_user_id: 'tester' })],
    ['those within an audience', { ...to({ external_user_id: 'qa-1' }), audience }],
  ])('may be named: %s', (_name, body) => {
    expect(blocksFor(body)).toEqual([]);
  });

  it.each<readonly [string, object, readonly string[]]>([
    ['another', to({ external_user_id: 'customer' }), ['customer']],
    [
      'one among test users',
      to({ external_user_id: 'qa-1' }, { external_user_id: 'customer' }),
      ['customer'],
    ],
    ['an id in another case', to({ external_user_id: 'QA-1' }), ['QA-1']],
    ['an id with a space', to({ external_user_id: 'qa-1 ' }), ['qa-1 ']],
    [
      'an alias of another label',
      to({ user_alias: { alias_name: 'kim', alias_label: 'web' } }),
      ['kim'],
    ],
    ['one of two identifiers', to({ external_user_id: 'qa-1', email: 'x@y.z' }), ['x@y.z']],
    ['nobody readable', to({}), ['?']],
    ['an identifier that is no text', to({ external_user_id: { a: 1 } }), ['?']],
    ['a number that JSON rounds', to({ external_user_id: 12345678901234567890 }), ['?']],
    ['a text for a recipient', to('qa-1'), ['?']],
  ])('keep out %s', (_name, body, identifiers) => {
    expect(blocksFor(body)).toEqual([
      { code: 'not_test_users', identifiers, total: identifiers.length },
    ]);
  });

  it('list the first twenty and count the rest', () => {
    const [block] = blocksFor(
      to(...Array.from({ length: 45 }, (_, index) => ({ external_user_id: `u${index % 30}` }))),
    );
    expect(block).toMatchObject({ total: 30 });
    expect(block?.code === 'not_test_users' && block.identifiers).toHaveLength(20);
  });

  it.each([
    ['a broadcast', broadcast],
    ['an audience', { campaign_id: campaignId, audience }],
    ['a broadcast to an audience', { ...broadcast, audience }],
    [
      'recipients that are no list',
      { campaign_id: campaignId, recipients: { external_user_id: 'qa-1' } },
    ],
  ])('keep out %s', (_name, body) => {
    expect(blocksFor(body)).toEqual([{ code: 'wider_than_test_users' }]);
  });

  it('hold for messages, Canvases and schedules', () => {
    const messages = {
      messages: { email: {} },
      external_user_ids: ['qa-1', 'x'],
      user_aliases: [{ alias_name: 'y', alias_label: 'z' }],
    };
    expect(blocksFor(messages, '/messages/send')).toEqual([
      { code: 'not_test_users', identifiers: ['x', 'y'], total: 2 },
    ]);
    expect(blocksFor({ messages: {}, segment_id: 's' }, '/messages/send')).toEqual([
      { code: 'wider_than_test_users' },
    ]);
    const canvas = { canvas_id: campaignId, recipients: [{ external_user_id: 'x' }] };
    expect(blocksFor(canvas, '/canvas/trigger/send')).toHaveLength(1);
    expect(
      blocksFor({ ...broadcast, schedule: {} }, '/campaigns/trigger/schedule/create'),
    ).toHaveLength(1);
  });

  it('let nobody else through, whatever the recipients', () => {
    const identifier = fc.oneof(
      fc.constantFrom(...testUsers),
      fc.string({ maxLength: 8 }),
      fc.integer(),
      fc.constant(null),
    );
    const recipient = fc.record(
      {
        external_user_id: identifier,
        email: identifier,
        braze_id: identifier,
        user_alias: fc.record({ alias_name: identifier, alias_label: identifier }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(recipient, { minLength: 1, maxLength: 4 }), (recipients) => {
        if (blocksFor(to(...recipients)).length > 0) return;
        const lower = new Set(testUsers.map((user) => user.toLowerCase()));
        for (const {
          external_user_id: id,
          email,
          braze_id: brazeId,
          user_alias: alias,
        } of recipients) {
          const named = [id, email, brazeId].filter(
            (value) => value !== undefined && value !== null,
          );
          for (const value of named) expect(lower).toContain(String(value).toLowerCase());
          if (alias !== undefined) {
            const { alias_name: name, alias_label: label } = alias;
            expect(
              [name, `${String(label)}:${String(name)}`].some((text) =>
                testUsers.includes(String(text)),
              ),
            ).toBe(true);
          }
          expect(named.length + (alias === undefined ? 0 : 1)).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});

it('never throws and never lets a broken text through', () => {
  const endpoint = fc.oneof(fc.constantFrom(...ENDPOINTS.map(({ path }) => path)), fc.string());
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), endpoint, (text, path) => {
      const report = reportOn(sampleRequest(text, { endpoint: path }), { testUsers: ['qa'] });
      expect(report.wireBody === null).toBe(
        report.blocks.some(({ code }) => code === 'broken_json'),
      );
      if (report.wireBody !== null) JSON.parse(report.wireBody);
    }),
  );
});
