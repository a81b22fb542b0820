import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TargetDetails, TargetKnowledge } from '../domain/lookup';
import type { DiagnosticCode } from './diagnostic-codes';
import { DIAGNOSTIC_CODES, severityOf } from './diagnostic-codes';
import { type EndpointPath, ENDPOINT_PATHS } from './endpoints';
import { formatDiagnostic } from './format-diagnostic';
import { checkKnownTarget } from './known-target';
import { knownTargetRepairs } from './known-target-repairs';
import { applyEdits } from './text-edit';
import { knownId, knownTarget } from './testing/known-targets';

const SEND = '/campaigns/trigger/send';
const CANVAS = '/canvas/trigger/send';
const P = 'api_trigger_properties';
const listed = (over: object) =>
  ({ ...knownTarget().listed, ...over }) as TargetKnowledge['listed'];

function found(
  body: unknown,
  known: TargetKnowledge,
  endpoint: EndpointPath = SEND,
): readonly (readonly [DiagnosticCode, string])[] {
  return checkKnownTarget(endpoint, JSON.stringify(body), known).map(
    ({ code, pointer }) => [code, pointer] as const,
  );
}

describe('T01: the state and kind of the target', () => {
  const body = { campaign_id: knownId };

  it.each<readonly [string, Partial<TargetKnowledge>, Partial<TargetDetails>, DiagnosticCode[]]>([
    ['active', {}, {}, []],
    ['archived', {}, { archived: true }, ['T01.archived']],
    [
      'archived by the list alone',
      { details: null, listed: listed({ archived: true }) },
      {},
      ['T01.archived'],
    ],
    ['no longer archived', { listed: listed({ archived: true }) }, { archived: false }, []],
    ['a draft', {}, { draft: true, enabled: false }, ['T01.draft']],
    ['paused', {}, { enabled: false }, ['T01.disabled']],
    ['without flags', {}, { archived: null, draft: null, enabled: null }, []],
    ['an API campaign', { listed: listed({ apiCampaign: true }) }, {}, ['T01.api_campaign']],
    ['one that starts by itself', {}, { scheduleType: 'time_based' }, ['T01.not_triggered']],
    ['one of a kind nobody documents', {}, { scheduleType: 'something_else' }, []],
    ['not in the list', { listed: null, details: null }, {}, ['T01.campaign_not_listed']],
    [
      'not in a list that was never read',
      { listed: null, details: null, listFetchedAtMs: null },
      {},
      [],
    ],
    [
      'a Canvas',
      { listed: null, details: null, otherKindName: 'Onboarding' },
      {},
      ['T01.is_canvas'],
    ],
    ['known by its details alone', { listed: null }, {}, []],
  ])('%s', (_name, known, details, codes) => {
    const result = found(body, knownTarget(known, details));
    expect(result).toEqual(codes.map((code) => [code, '/campaign_id']));
  });

  it.each<readonly [string, EndpointPath, unknown, TargetKnowledge, DiagnosticCode[]]>([
    [
      'a campaign in a Canvas call',
      CANVAS,
      { canvas_id: knownId },
      knownTarget({ kind: 'canvas', listed: null, details: null, otherKindName: 'Welcome' }),
      ['T01.is_campaign'],
    ],
    [
      'a Canvas that is not in the list',
      '/canvas/trigger/schedule/create',
      { canvas_id: knownId },
      knownTarget({ kind: 'canvas', listed: null, details: null }),
      ['T01.canvas_not_listed'],
    ],
    [
      'a triggered campaign in /messages/send',
      '/messages/send',
      { campaign_id: knownId },
      knownTarget(),
      ['T01.not_api_campaign'],
    ],
    [
      'attachments without email',
      SEND,
      { campaign_id: knownId, attachments: [{}] },
      knownTarget({}, { channels: ['sms'] }),
      ['T01.no_email'],
    ],
    [
      'a look-up',
      '/campaigns/details',
      { campaign_id: knownId },
      knownTarget({}, { archived: true }),
      [],
    ],
    [
      'another kind than the endpoint’s',
      CANVAS,
      { canvas_id: knownId },
      knownTarget({}, { archived: true }),
      [],
    ],
    ['a body without the id', SEND, {}, knownTarget({}, { archived: true }), []],
    ['no object', SEND, [], knownTarget({}, { archived: true }), []],
  ])('%s', (_name, endpoint, of, known, codes) => {
    expect(found(of, known, endpoint).map(([code]) => code)).toEqual(codes);
  });
});

describe('T02: the properties', () => {
  const needsCode = knownTarget({}, {}, `{{${P}.voucher.code}} {{${P}.name | default: 'x'}}`);
  const ofRequest = (properties: unknown) => ({
    campaign_id: knownId,
    trigger_properties: properties,
  });

  it.each<readonly [string, unknown, (readonly [DiagnosticCode, string])[]]>([
    ['all there', ofRequest({ voucher: { code: 'A' } }), []],
    ['with the optional one', ofRequest({ voucher: { code: 'A' }, name: 'B' }), []],
    ['no properties', { campaign_id: knownId }, [['T02.missing', '']]],
    ['null for properties', ofRequest(null), [['T02.missing', '']]],
    ['empty properties', ofRequest({}), [['T02.missing', '/trigger_properties']]],
    [
      'a part missing',
      ofRequest({ voucher: {} }),
      [['T02.missing', '/trigger_properties/voucher']],
    ],
    [
      'a text for an object',
      ofRequest({ voucher: 'A' }),
      [['T02.missing', '/trigger_properties/voucher']],
    ],
    ['null for an object', ofRequest({ voucher: null }), []],
    ['an empty text counts as given', ofRequest({ voucher: { code: '' } }), []],
    [
      'misspelt',
      ofRequest({ vuocher: { code: 'A' } }),
      [['T02.misspelt', '/trigger_properties/vuocher']],
    ],
    [
      'misspelt inside',
      ofRequest({ voucher: { cdoe: 'A' } }),
      [['T02.misspelt', '/trigger_properties/voucher/cdoe']],
    ],
    [
      'unused',
      ofRequest({ voucher: { code: 'A', colour: 1 }, other: 2 }),
      [
        ['T02.unused', '/trigger_properties/voucher/colour'],
        ['T02.unused', '/trigger_properties/other'],
      ],
    ],
    [
      'near to one that is there',
      ofRequest({ voucher: { code: 'A' }, vouchers: 2 }),
      [['T02.unused', '/trigger_properties/vouchers']],
    ],
    [
      'given by every recipient',
      { campaign_id: knownId, recipients: [{ trigger_properties: { voucher: { code: 'A' } } }] },
      [],
    ],
    [
      'given by one recipient of two',
      {
        campaign_id: knownId,
        recipients: [
          { trigger_properties: { voucher: { code: 'A' } } },
          { trigger_properties: {} },
        ],
      },
      [['T02.missing_for_recipient', '/recipients/1/trigger_properties']],
    ],
    [
      'given by no recipient',
      { campaign_id: knownId, trigger_properties: {}, recipients: [{}, {}] },
      [['T02.missing', '/trigger_properties']],
    ],
    [
      'given by the request for a recipient without properties',
      { ...ofRequest({ voucher: { code: 'A' } }), recipients: [{}, {}] },
      [],
    ],
    [
      'misspelt by one recipient, missing for another',
      {
        campaign_id: knownId,
        recipients: [
          { trigger_properties: { vuocher: { code: 'A' } } },
          { trigger_properties: {} },
        ],
      },
      [
        ['T02.misspelt', '/recipients/0/trigger_properties/vuocher'],
        ['T02.missing_for_recipient', '/recipients/1/trigger_properties'],
      ],
    ],
    [
      'overridden without a part',
      {
        ...ofRequest({ voucher: { code: 'A' } }),
        recipients: [{ trigger_properties: { voucher: {} } }],
      },
      [['T02.merge_unclear', '/recipients/0/trigger_properties/voucher']],
    ],
    [
      'a fault of the request is told once for all recipients',
      { ...ofRequest({ voucher: {} }), recipients: [{}, {}, {}] },
      [['T02.missing', '/trigger_properties/voucher']],
    ],
  ])('%s', (_name, body, expected) => {
    expect(found(body, needsCode)).toEqual(expected);
  });

  it('holds for each entry of a list', () => {
    const known = knownTarget({}, {}, `{% for i in ${P}.items %}{{i.name}}{% endfor %}`);
    const body = ofRequest({ items: [{ name: 'a' }, {}, 'text', { nmae: 1 }] });
    expect(found(body, known)).toEqual([
      ['T02.missing', '/trigger_properties/items/1'],
      ['T02.misspelt', '/trigger_properties/items/3/nmae'],
    ]);
  });

  it('reads a Canvas’s context under both names', () => {
    const known = knownTarget(
      { kind: 'canvas' },
      {},
      '{{context.${a}}}{{canvas_entry_properties.${b}}}',
    );
    const body = { canvas_id: knownId, context: { a: 1, b: 2 } };
    expect(found(body, known, CANVAS)).toEqual([]);
    const old = { canvas_id: knownId, canvas_entry_properties: { a: 1 } };
    expect(found(old, known, CANVAS)).toEqual([['T02.missing', '/canvas_entry_properties']]);
  });

  it('says nothing of what is not used while the contract may have more', () => {
    const known = knownTarget({}, {}, `{{${P}.a}}{{content_blocks.\${x}}}`);
    expect(found(ofRequest({ a: 1, other: 2 }), known)).toEqual([]);
  });

  it('says nothing without details', () => {
    expect(found(ofRequest({ other: 2 }), knownTarget({ details: null }))).toEqual([]);
  });

  it('leaves open what a variable stands for', () => {
    const text = (value: string) => `{"campaign_id":"{{id}}","trigger_properties":${value}}`;
    const check = (value: string) => checkKnownTarget(SEND, text(value), needsCode, 'allow');
    expect(check('"{{properties}}"')).toEqual([]);
    expect(check('{"voucher":"{{voucher}}"}')).toEqual([]);
    expect(check('{}')).toHaveLength(1);
  });
});

describe('repairs', () => {
  const known = knownTarget({}, {}, `{{${P}.voucher.code}}{{${P}.voucher.until}}{{${P}.name}}`);

  function repaired(text: string, code: string, endpoint: EndpointPath = SEND): string {
    const findings = checkKnownTarget(endpoint, text, known);
    const repair = knownTargetRepairs(findings, text, endpoint, known).find(
      (one) => one.code === code,
    );
    return repair === undefined ? '' : applyEdits(text, repair.edits);
  }

  it('add all that is missing at once, with room for what is below', () => {
    const text =
      '{\n  "campaign_id": "x", // Welcome\n  "trigger_properties": {\n    "a": 1 // keep\n  }\n}';
    const after = repaired(text, 'add_missing');
    expect(after).toContain('// Welcome');
    expect(after).toContain('// keep');
    expect(after).toContain('    "voucher": {"code":"","until":""},\n    "name": ""\n');
  });

  it('make the field where there is none', () => {
    const after = repaired('{ "campaign_id": "x" }', 'add_missing');
    expect(JSON.parse(after)).toEqual({
      campaign_id: 'x',
      trigger_properties: { voucher: { code: '', until: '' }, name: '' },
    });
  });

  it('rename what is misspelt', () => {
    const text =
      '{"campaign_id":"x","trigger_properties":{"nmae":"A","voucher":{"code":1,"until":2}}}';
    expect(JSON.parse(repaired(text, 'rename_field'))).toMatchObject({
      trigger_properties: { name: 'A' },
    });
  });

  it('remove what nothing reads', () => {
    const text =
      '{"campaign_id":"x","trigger_properties":{"zz":1,"name":"A","voucher":{"code":1,"until":2}}}';
    expect(repaired(text, 'remove_field')).not.toContain('zz');
  });

  it('lead to a body in which nothing is missing', () => {
    const value = fc.constantFrom(
      '{}',
      '{"name":"A"}',
      '{"voucher":{}}',
      '{"voucher":{"code":1},"x":2}',
    );
    fc.assert(
      fc.property(value, fc.boolean(), (properties, withRecipient) => {
        let text = `{"campaign_id":"x","trigger_properties":${properties}${withRecipient ? ',"recipients":[{}]' : ''}}`;
        for (let round = 0; round < 6; round += 1) {
          const findings = checkKnownTarget(SEND, text, known).filter(
            ({ code }) => code === 'T02.missing',
          );
          const [first] = knownTargetRepairs(findings, text, SEND, known);
          if (first === undefined) break;
          text = applyEdits(text, first.edits);
        }
        const left = checkKnownTarget(SEND, text, known).map(({ code }) => code);
        expect(left).not.toContain('T02.missing');
      }),
    );
  });
});

describe('all findings', () => {
  it('are advice, never errors', () => {
    const codes = (Object.keys(DIAGNOSTIC_CODES) as DiagnosticCode[]).filter((code) =>
      code.startsWith('T'),
    );
    expect(codes.length).toBeGreaterThan(10);
    for (const code of codes) expect(severityOf(code)).not.toBe('error');
  });

  it.each(['en', 'de', 'fr', 'ko'] as const)('are whole sentences in %s', (language) => {
    const bodies = [
      checkKnownTarget(
        SEND,
        '{"campaign_id":"x","trigger_properties":{"nmae":1,"zz":2}}',
        knownTarget({}, { archived: true }, `{{${P}.name}}{{${P}.code}}`),
      ),
      checkKnownTarget(
        SEND,
        '{"campaign_id":"x","attachments":[1]}',
        knownTarget(
          { listed: listed({ apiCampaign: true }) },
          { draft: true, channels: ['sms'], scheduleType: 'time_based' },
        ),
      ),
    ].flat();
    expect(new Set(bodies.map(({ code }) => code)).size).toBeGreaterThan(6);
    for (const one of bodies) {
      const sentence = formatDiagnostic(one, language);
      expect(sentence).not.toMatch(/\{[a-z]+\}|undefined|!/i);
      expect(sentence).toMatch(/[.?]$/);
    }
  });

  it('never throw, whatever body and endpoint', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...ENDPOINT_PATHS), (properties, endpoint) => {
        const body = {
          campaign_id: 'x',
          canvas_id: 'x',
          context: properties,
          trigger_properties: properties,
          recipients: properties,
        };
        for (const kind of ['campaign', 'canvas'] as const) {
          const known = knownTarget({ kind }, {}, `{{${P}.a.b}}{{context.a.b}}`);
          const text = JSON.stringify(body);
          const findings = checkKnownTarget(endpoint, text, known);
          knownTargetRepairs(findings, text, endpoint, known);
        }
      }),
    );
  });
});
