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

  it.each(ENDPOINT_PATHS)('finds every field of %s', (endpoint) => {
    for (const [pointer, id] of pointersOf(endpoint)) {
      expect(referenceFor(endpoint, pointer, 'en')).toMatchObject({ id, name: fieldName(id) });
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
