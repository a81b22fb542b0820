import { describe, expect, it } from 'vitest';
import { ENDPOINT_PATHS, type EndpointPath } from './endpoints';
import { BODY_SHAPES, type FieldId, fieldName, fieldOf, FIELDS, SHAPES } from './fields';
import type { ShapeName } from './field-spec';
import { referenceFor, referenceText } from './reference';
import { type JsonSchema, schemaFor } from './schema';
import { CODE_CASES } from './testing/code-cases';
import { validateValue } from './validate';

const LANGUAGES = ['en', 'de', 'fr', 'ko'] as const;
const IDS = Object.keys(FIELDS) as FieldId[];

/** Pointers of all fields of an endpoint, lists with their first entry, audiences two levels deep. */
function pointersOf(endpoint: EndpointPath): readonly (readonly [pointer: string, id: FieldId])[] {
  const found: (readonly [string, FieldId])[] = [];
  const visit = (shape: ShapeName, at: string, above: readonly ShapeName[]): void => {
    if (above.filter((name) => name === shape).length > 1) return;
    for (const id of SHAPES[shape].fields) {
      const { shape: below, types } = fieldOf(id);
      const pointer = `${at}/${fieldName(id)}`;
      found.push([pointer, id]);
      if (below !== undefined) {
        visit(below, types.includes('array') ? `${pointer}/0` : pointer, [...above, shape]);
      }
    }
  };
  visit(BODY_SHAPES[endpoint], '', []);
  return found;
}

describe('reference', () => {
  it.each(LANGUAGES)('has a sentence for every field in %s', (language) => {
    for (const id of IDS) {
      const text = referenceText(id, language);
      expect(text.length).toBeGreaterThan(1);
      expect(text).toMatch(/\.$/);
      expect(text).not.toContain('!');
    }
  });

  it('is written in the language it is for', () => {
    const korean = IDS.filter((id) => /[가-힣]/.test(referenceText(id, 'ko')));
    expect(korean.length).toBeGreaterThan(IDS.length * 0.9);
    for (const [left, right] of [
      ['en', 'de'],
      ['en', 'fr'],
      ['de', 'fr'],
    ] as const) {
      const same = IDS.filter((id) => referenceText(id, left) === referenceText(id, right));
      // Proper names read the same everywhere.
      expect(same.filter((id) => referenceText(id, left).length > 20)).toEqual([]);
    }
  });

  it.each(ENDPOINT_PATHS)('explains every field of %s in every language', (endpoint) => {
    const pointers = pointersOf(endpoint);
    for (const language of LANGUAGES) {
      const explained = pointers.filter(([pointer, id]) => {
        const found = referenceFor(endpoint, pointer, language);
        return found?.id === id && found.name === fieldName(id) && found.text.length > 1;
      });
      expect(explained.length).toBe(pointers.length);
    }
  });

  /** As the vendor's pages list them. */
  const recipient =
    'external_user_id user_alias email prioritization send_to_existing_only attributes';
  const send = 'broadcast audience recipients';
  const messages =
    'broadcast external_user_ids user_aliases segment_id audience campaign_id send_id messages';
  it.each([
    ['/campaigns/trigger/send', '', `campaign_id send_id trigger_properties attachments ${send}`],
    ['/campaigns/trigger/send', '/recipients/0', `${recipient} trigger_properties`],
    ['/campaigns/trigger/send', '/attachments/0', 'file_name url basic_auth_credential'],
    ['/canvas/trigger/send', '', `canvas_id context canvas_entry_properties ${send}`],
    ['/canvas/trigger/send', '/recipients/0', `${recipient} context canvas_entry_properties`],
    ['/messages/send', '', `${messages} override_frequency_capping recipient_subscription_state`],
    [
      '/campaigns/trigger/schedule/create',
      '',
      `campaign_id send_id trigger_properties ${send} schedule`,
    ],
    ['/campaigns/trigger/schedule/create', '/schedule', 'time in_local_time at_optimal_time'],
    ['/campaigns/trigger/schedule/update', '', 'campaign_id schedule_id schedule'],
    ['/campaigns/trigger/schedule/delete', '', 'campaign_id schedule_id'],
    ['/canvas/trigger/schedule/create', '', `canvas_id context ${send} schedule`],
    ['/canvas/trigger/schedule/update', '', 'canvas_id schedule_id schedule'],
    ['/canvas/trigger/schedule/delete', '', 'canvas_id schedule_id'],
    ['/messages/schedule/create', '', `${messages} override_messaging_limits schedule`],
    ['/messages/schedule/update', '', 'schedule_id schedule messages'],
    ['/messages/schedule/delete', '', 'schedule_id'],
    ['/sends/id/create', '', 'campaign_id send_id'],
    ['/campaigns/list', '', 'page include_archived sort_direction'],
    ['/campaigns/details', '', 'campaign_id post_launch_draft_version'],
    ['/canvas/list', '', 'page include_archived sort_direction'],
    ['/canvas/details', '', 'canvas_id'],
    ['/sends/data_series', '', 'campaign_id send_id length ending_at'],
    ['/messages/scheduled_broadcasts', '', 'end_time'],
  ] as const)('of %s%s has the documented fields', (endpoint, at, names) => {
    for (const language of LANGUAGES) {
      const silent = names
        .split(' ')
        .filter((name) => !referenceFor(endpoint, `${at}/${name}`, language)?.text);
      expect(silent).toEqual([]);
    }
  });

  it.each([
    ['en', 'At most 50 entries.', '250,000 calls an hour', '250 calls a minute, 10 of them'],
    ['de', 'Höchstens 50 Einträge.', '250.000 Aufrufe pro Stunde', '250 Aufrufe pro Minute'],
    [
      'fr',
      'Au plus 50 entrées.',
      '250\u202f000 appels par heure',
      '250 appels par minute, dont 10',
    ],
    ['ko', '항목 50개 이하.', '시간당 호출 250,000회', '분당 호출 250회, 같은 대상에는 10회'],
  ] as const)('says the limits of field and endpoint in %s', (language, most, hourly, minute) => {
    const recipients = referenceFor('/campaigns/trigger/send', '/recipients', language);
    expect(recipients?.limits).toEqual([most]);
    expect(recipients?.endpointLimits).toEqual([
      expect.stringContaining(hourly),
      expect.stringContaining(minute),
    ]);
    const inside = referenceFor('/campaigns/trigger/send', '/recipients/0/email', language);
    expect(inside?.limits).toHaveLength(1);
    expect(inside?.endpointLimits).toEqual([]);
    const daily = referenceFor('/sends/id/create', '/send_id', language);
    expect(daily?.limits[0]).toContain('64');
    expect(daily?.endpointLimits).toEqual([expect.stringContaining('100')]);
    expect(referenceFor('/campaigns/list', '/page', language)?.endpointLimits).toHaveLength(1);
  });

  it('limits every field that the table limits', () => {
    for (const endpoint of ENDPOINT_PATHS) {
      for (const [pointer, id] of pointersOf(endpoint)) {
        const { maxItems, maxLength, format } = fieldOf(id);
        const found = referenceFor(endpoint, pointer, 'de');
        const wanted = [maxItems, maxLength, format].filter((one) => one !== undefined).length;
        expect(found?.limits.length).toBe(wanted + (found?.required === true ? 1 : 0));
        expect(found?.limits.join()).not.toContain('{');
      }
    }
  });

  it('has no field that no endpoint has', () => {
    const used = new Set(ENDPOINT_PATHS.flatMap((path) => pointersOf(path).map(([, id]) => id)));
    expect(IDS.filter((id) => !used.has(id))).toEqual([]);
  });

  it.each([
    ['/recipients/12/email', 'recipient.email'],
    ['/recipients/12', 'campaign.recipients'],
    ['/audience/AND/0/OR/1/last_used_app/comparison', 'filter.last_used.comparison'],
    ['/recipients/0/attributes/current_location/latitude', 'location.latitude'],
    ['/recipients/0/prioritization/1', 'recipient.prioritization'],
    ['', null],
    ['/', null],
    ['/trigger_properties/email', null],
    ['/campaign_id/0', null],
    ['/recipients/first/email', null],
    ['/recipients/0/attributes/favourite_colour', null],
    ['/__proto__', null],
    ['/canvas_id', null],
  ])('at %j is %s', (pointer, id) => {
    expect(referenceFor('/campaigns/trigger/send', pointer, 'de')?.id ?? null).toBe(id);
  });

  it('says what is required and what is allowed', () => {
    expect(referenceFor('/campaigns/trigger/send', '/campaign_id', 'fr')).toMatchObject({
      required: true,
      values: null,
    });
    expect(referenceFor('/messages/send', '/recipient_subscription_state', 'ko')).toMatchObject({
      required: false,
      values: ['opted_in', 'subscribed', 'all'],
    });
  });
});

describe('schemas', () => {
  const resolve = (schema: JsonSchema, root: JsonSchema): JsonSchema | undefined =>
    schema.$ref === undefined
      ? schema
      : root.definitions?.[schema.$ref.replace('#/definitions/', '')];

  it.each(ENDPOINT_PATHS)('of %s lead to every field', (endpoint) => {
    const root = schemaFor(endpoint, (id) => referenceText(id, 'en'));
    expect(JSON.stringify(root).length).toBeLessThan(200_000);
    for (const [pointer, id] of pointersOf(endpoint)) {
      let at: JsonSchema | undefined = root;
      for (const part of pointer.split('/').slice(1)) {
        const below: JsonSchema | undefined = part === '0' ? at?.items : at?.properties?.[part];
        at = below === undefined ? undefined : resolve(below, root);
      }
      expect(at?.description ?? '', pointer).toBe(referenceText(id, 'en'));
    }
  });

  it('name the values a field may have', () => {
    const { properties } = schemaFor('/messages/send');
    expect(properties?.['recipient_subscription_state']?.enum).toEqual([
      'opted_in',
      'subscribed',
      'all',
    ]);
    expect(properties?.['external_user_ids']).toMatchObject({
      type: 'array',
      items: { type: 'string' },
      maxItems: 50,
    });
  });

  it('know the same fields as the rules', () => {
    const known = schemaFor('/campaigns/trigger/send').properties ?? {};
    for (const { body, endpoint } of CODE_CASES) {
      if (endpoint !== '/campaigns/trigger/send' || Array.isArray(body)) continue;
      const stray = validateValue(endpoint, body)
        .filter((one) => one.rule === 'R25' && !one.pointer.slice(1).includes('/'))
        .map((one) => one.pointer.slice(1));
      const written = Object.entries(body as object)
        .filter(([, value]) => value !== undefined)
        .map(([name]) => name);
      expect(written.filter((name) => !Object.hasOwn(known, name))).toEqual(stray);
    }
  });
});
