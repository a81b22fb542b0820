import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContract } from '#shared/braze/contract/read-contract';
import { completeBody } from './body-completion';
import { hoverBody } from './body-hover';
import { type BodyKnowledge, knowsNothing } from './body-knowledge';
import { repairsBetween } from './body-repairs';

const endpoint = '/campaigns/trigger/send';
/** `|` is the cursor. */
function at(marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  return { text, offset, found: completeBody(endpoint, text, offset, 'en') };
}
const labels = (marked: string) => at(marked).found.map(({ label }) => label);

describe('completion', () => {
  it('offers the fields of the body that are not there yet', () => {
    const found = labels('{ "broadcast": true, | }');
    expect(found).toContain('campaign_id');
    expect(found).not.toContain('broadcast');
  });

  it('offers the fields of a recipient inside the list of recipients', () => {
    const found = labels('{ "recipients": [ { "external_user_id": "a", | } ] }');
    expect(found).toContain('send_to_existing_only');
    expect(found).not.toContain('campaign_id');
  });

  it('offers allowed values, and true and false', () => {
    expect(labels('{ "recipients": [ { "prioritization": [ "|" ] } ] }')).toContain('identified');
    expect(labels('{ "broadcast": | }')).toEqual(['true', 'false']);
  });

  it('offers the texts a field is limited to', () => {
    const offset = '{ "recipient_subscription_state": "'.length;
    const found = completeBody(
      '/messages/send',
      '{ "recipient_subscription_state": "" }',
      offset,
      'en',
    );
    expect(found.map(({ label }) => label)).toEqual(['opted_in', 'subscribed', 'all']);
  });

  it('offers the comparisons that fit the filter, however deep it stands', () => {
    const comparisons = (filter: string) =>
      labels(`{ "audience": { "AND": [ { "OR": [ { "${filter}": { "comparison": "|" } } ] } ] } }`);
    expect(comparisons('last_used_app')).toEqual(['after', 'before']);
    expect(comparisons('email_subscription_status')).toEqual(['is', 'is_not']);
    expect(comparisons('custom_attribute')).toContain('matches_regex');
    expect(comparisons('custom_attribute')).not.toContain('is');
    expect(comparisons('no_filter')).toEqual([]);
  });

  it('offers each prioritization, also as a further entry', () => {
    const all = ['identified', 'unidentified', 'most_recently_updated', 'least_recently_updated'];
    expect(labels('{ "recipients": [{ "prioritization": ["identified", |] }] }')).toEqual(all);
    expect(labels('{ "recipients": [{ "prioritization": "|" }] }')).toEqual(all);
  });

  it('offers nothing where anything may stand', () => {
    expect(labels('{ "trigger_properties": { | } }')).toEqual([]);
    expect(labels('{ "unknown": { | } }')).toEqual([]);
  });

  it('replaces the key that is begun, and adds no second value', () => {
    const { text, found } = at('{ "camp|": "x" }');
    const { offset, length, snippet } = found.find(({ label }) => label === 'campaign_id') ?? {
      offset: 0,
      length: 0,
      snippet: '',
    };
    expect(text.slice(offset, offset + length)).toBe('"camp"');
    expect(snippet).toBe('"campaign_id"');
  });

  it('divides a new field from the one that follows', () => {
    const snippetOf = (marked: string) =>
      at(marked).found.find(({ label }) => label === 'send_id')?.snippet;
    expect(snippetOf('{ "se|"\n "broadcast": true }')).toBe('"send_id": "$1",');
    expect(snippetOf('{ "se|" }')).toBe('"send_id": "$1"');
  });

  it('never throws, whatever the text and place', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.nat(80), (text, place) => {
        const offset = Math.min(place, text.length);
        expect(Array.isArray(completeBody(endpoint, text, offset, 'ko'))).toBe(true);
        hoverBody(endpoint, text, offset, 'ko');
        repairsBetween(endpoint, text, offset, offset, 'ko', 0);
      }),
    );
  });
});

describe('hover', () => {
  it('explains the field under the pointer in the language shown', () => {
    const text = '{ "recipients": [ { "external_user_id": "a" } ] }';
    const english = hoverBody(endpoint, text, text.indexOf('external') + 2, 'en');
    const german = hoverBody(endpoint, text, text.indexOf('external') + 2, 'de');
    expect(english?.reference.name).toBe('external_user_id');
    expect(text.slice(english?.offset, (english?.offset ?? 0) + (english?.length ?? 0))).toBe(
      '"external_user_id"',
    );
    expect(german?.reference.text).not.toBe(english?.reference.text);
  });

  it('says nothing about values and free properties', () => {
    const text = '{ "campaign_id": "abc", "trigger_properties": { "x": 1 } }';
    expect(hoverBody(endpoint, text, text.indexOf('abc') + 1, 'en')).toBeNull();
    expect(hoverBody(endpoint, text, text.indexOf('"x"') + 1, 'en')).toBeNull();
  });
});

describe('repairs', () => {
  it('are those of the finding under the cursor only', () => {
    const text = '{ "campaign_id": "5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11", "broadcast": "false" }';
    const place = text.indexOf('"false"') + 2;
    expect(repairsBetween(endpoint, text, place, place, 'en', 0).length).toBeGreaterThan(0);
    expect(repairsBetween(endpoint, text, 20, 20, 'en', 0)).toEqual([]);
  });
});

describe('what is known of the environment', () => {
  const P = 'api_trigger_properties';
  const knownId = '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11';
  const known: BodyKnowledge = {
    target: {
      kind: 'campaign',
      id: knownId,
      listed: null,
      listFetchedAtMs: null,
      otherKindName: null,
      details: {
        id: knownId,
        name: 'Welcome',
        fetchedAtMs: 1,
        description: '',
        archived: false,
        draft: false,
        enabled: true,
        scheduleType: null,
        channels: ['email'],
        tags: [],
        firstSent: null,
        lastSent: null,
        updatedAt: null,
        contract: readContract(
          [
            {
              text: `{{${P}.voucher.code}} {{${P}.name | default: ''}}`,
              place: { message: 'Email', field: 'body' },
            },
          ],
          [P],
        ),
      },
    },
    campaigns: [
      { id: 'id-1', name: 'Welcome', archived: false },
      { id: 'id-2', name: 'Spring "sale"', archived: true },
    ],
    canvases: [{ id: 'id-3', name: 'Onboarding', archived: false }],
    testUsers: ['qa-1', 'qa@example.org'],
    variables: [],
  };
  function offered(marked: string) {
    const offset = marked.indexOf('|');
    const text = marked.replace('|', '');
    return completeBody(endpoint, text, offset, 'en', known);
  }
  const labelled = (marked: string) => offered(marked).map(({ label }) => label);

  it('offers campaigns and Canvases by name and writes the id', () => {
    expect(labelled('{ "campaign_id": "|" }')).toEqual(['Welcome', 'Spring "sale"']);
    expect(labelled('{ "campaign_id": "wel|" }')).toEqual(['Welcome']);
    expect(labelled('{ "canvas_id": | }')).toEqual(['Onboarding']);
    expect(offered('{ "campaign_id": "|" }')[0]).toMatchObject({
      snippet: '"id-1"',
      detail: 'id-1',
    });
  });

  it('offers all names over an id that is there', () => {
    expect(labelled(`{ "campaign_id": "${knownId}|" }`)).toHaveLength(2);
  });

  it('offers the variables for a placeholder that is begun, and closes it', () => {
    const offered = (marked: string) => {
      const offset = marked.indexOf('|');
      const text = marked.replace('|', '');
      const [first] = completeBody(endpoint, text, offset, 'en', {
        ...knowsNothing,
        variables: ['order_id', 'city'],
      });
      if (first === undefined) return null;
      const written = first.snippet.replaceAll('\\}', '}').replaceAll('\\$', '$');
      return text.slice(0, first.offset) + written + text.slice(first.offset + first.length);
    };
    expect(offered('{"a": "no {{or|"}')).toBe('{"a": "no {{order_id}}"}');
    expect(offered('{"a": "no {{ci|}} here"}')).toBe('{"a": "no {{city}} here"}');
    expect(offered('{"a": "{{$uu|"}')).toBe('{"a": "{{$uuid}}"}');
    // Liquid has three braces; a backslash says that they are meant as they stand.
    expect(offered('{"a": "{{{or|"}')).toBeNull();
    expect(offered('{"a": "\\\\{{or|"}')).toBeNull();
  });

  it('offers time zones, and the types that an attachment may have', () => {
    const zones = labels('{ "recipients": [{ "attributes": { "time_zone": "seoul|" } }] }');
    expect(zones).toEqual(['Asia/Seoul']);
    const files = labels('{ "attachments": [{ "file_name": "invoice.p|" }] }');
    expect(files).toContain('invoice.pdf');
    expect(files).not.toContain('invoice.doc');
    expect(labels('{ "attachments": [{ "file_name": "{{name}}|" }] }')).toEqual([]);
  });

  it('offers test users for identifiers, and addresses for email', () => {
    expect(labelled('{ "recipients": [{ "external_user_id": "|" }] }')).toEqual(known.testUsers);
    expect(labelled('{ "recipients": [{ "email": "|" }] }')).toEqual(['qa@example.org']);
    expect(labelled('{ "recipients": [{ "user_alias": { "alias_name": "|" } }] }')).toHaveLength(2);
    expect(labelled('{ "send_id": "|" }')).toEqual([]);
  });

  it('offers the properties that texts read, with room for what is needed', () => {
    expect(labelled('{ "trigger_properties": { | } }')).toEqual(['voucher', 'name']);
    expect(labelled('{ "trigger_properties": { "name": 1, | } }')).toEqual(['voucher']);
    expect(labelled('{ "trigger_properties": { "voucher": { | } } }')).toEqual(['code']);
    expect(labelled('{ "recipients": [{ "trigger_properties": { | } }] }')).toContain('voucher');
    expect(labelled('{ "context": { | } }')).toEqual([]);
    const [voucher] = offered('{ "trigger_properties": { | } }');
    expect(voucher).toMatchObject({ required: true, snippet: '"voucher": {"code":"$1"\\}' });
  });

  it('offers some of very many names', () => {
    const many = Array.from({ length: 10_000 }, (_unused, index) => ({
      id: `id-${index}`,
      name: `Campaign ${index}`,
      archived: false,
    }));
    const found = completeBody(endpoint, '{"campaign_id":"9999"}', 20, 'en', {
      ...known,
      campaigns: many,
    });
    expect(found.map(({ label }) => label)).toEqual(['Campaign 9999']);
    expect(
      completeBody(endpoint, '{"campaign_id":""}', 16, 'en', { ...known, campaigns: many }),
    ).toHaveLength(100);
  });
});
