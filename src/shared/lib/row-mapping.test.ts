import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateText } from '../braze/validate';
import type { ColumnMapping } from '../domain/run';
import { automaticMapping } from './automatic-mapping';
import { ExactNumber } from './exact-number';
import { parseMapOption, withMapOptions } from './map-option';
import { checkRecipients } from './recipient-rules';
import { compileMapping } from './row-mapping';
import type { RowMapping } from './row-mapper';

const endpoint = '/campaigns/trigger/send';
const to = (column: string, target: string, more: Partial<ColumnMapping> = {}): ColumnMapping => ({
  column,
  target,
  type: 'auto',
  whenEmpty: 'leave_out',
  ...more,
});
const id = to('id', 'external_user_id');

function map(mapping: readonly ColumnMapping[], values: Record<string, unknown>): RowMapping {
  const compiled = compileMapping(mapping, endpoint);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.mapRow(values);
}

function recipient(mapping: readonly ColumnMapping[], values: Record<string, unknown>): unknown {
  const result = map(mapping, values);
  return result.ok ? (JSON.parse(result.recipient) as unknown) : result.problem.code;
}

test('recipient fields and paths map by themselves', () => {
  const columns = ['external_user_id', 'Email', 'email', 'name', 'trigger_properties.a.b', 'x.y'];
  expect(automaticMapping(columns).map(({ target }) => target)).toEqual([
    'external_user_id',
    'email',
    'trigger_properties.a.b',
  ]);
  expect(automaticMapping(['request.broadcast', 'request.trigger_properties.x'])).toEqual([]);
});

describe('one row', () => {
  test.each<[string, ColumnMapping[], Record<string, unknown>, unknown]>([
    [
      'nested paths',
      [id, to('c', 'trigger_properties.a.b'), to('d', 'trigger_properties.a.c')],
      { id: 'u', c: '1', d: 'x' },
      { external_user_id: 'u', trigger_properties: { a: { b: '1', c: 'x' } } },
    ],
    [
      'a dot in a name',
      [id, to('c', 'attributes.a\\.b')],
      { id: 'u', c: 'x' },
      { external_user_id: 'u', attributes: { 'a.b': 'x' } },
    ],
    [
      'numbers',
      [id, to('c', 'attributes.n', { type: 'number' })],
      { id: 'u', c: ' 1.50 ' },
      { external_user_id: 'u', attributes: { n: 1.5 } },
    ],
    [
      'booleans',
      [id, to('c', 'attributes.b', { type: 'boolean' })],
      { id: 'u', c: 'TRUE' },
      { external_user_id: 'u', attributes: { b: true } },
    ],
    [
      'JSON',
      [id, to('c', 'attributes.j', { type: 'json' })],
      { id: 'u', c: '{"a":[1]}' },
      { external_user_id: 'u', attributes: { j: { a: [1] } } },
    ],
    [
      'an empty cell left out',
      [id, to('c', 'attributes.n')],
      { id: 'u', c: '' },
      { external_user_id: 'u' },
    ],
    [
      'an empty cell as text',
      [id, to('c', 'attributes.n', { whenEmpty: 'empty_text' })],
      { id: 'u', c: '' },
      { external_user_id: 'u', attributes: { n: '' } },
    ],
    [
      'an empty cell as null',
      [id, to('c', 'attributes.n', { type: 'number', whenEmpty: 'null' })],
      { id: 'u', c: '' },
      { external_user_id: 'u', attributes: { n: null } },
    ],
    [
      'an alias',
      [to('n', 'alias_name'), to('l', 'alias_label')],
      { n: 'a', l: 'b' },
      { user_alias: { alias_name: 'a', alias_label: 'b' } },
    ],
    [
      'half an alias',
      [to('n', 'alias_name'), to('l', 'alias_label')],
      { n: 'a', l: '' },
      'alias_incomplete',
    ],
    ['no identifier', [id], { id: '' }, 'identifier_missing'],
    ['no such column', [id], {}, 'identifier_missing'],
    ['two identifiers', [id, to('b', 'braze_id')], { id: 'u', b: 'v' }, 'identifier_several'],
    ['one of two identifiers', [id, to('b', 'braze_id')], { id: '', b: 'v' }, { braze_id: 'v' }],
    [
      'an identifier that is a number',
      [id],
      { id: new ExactNumber('12345678901234567890') },
      { external_user_id: '12345678901234567890' },
    ],
    ['an identifier that is a list', [id], { id: ['u'] }, 'not_text'],
    [
      'no number',
      [id, to('c', 'attributes.n', { type: 'number' })],
      { id: 'u', c: '1,5' },
      'not_number',
    ],
    [
      'a number with zeros before it',
      [id, to('c', 'attributes.n', { type: 'number' })],
      { id: 'u', c: '007' },
      'not_number',
    ],
    [
      'no boolean',
      [id, to('c', 'attributes.n', { type: 'boolean' })],
      { id: 'u', c: '1' },
      'not_boolean',
    ],
    [
      'no JSON',
      [id, to('c', 'attributes.n', { type: 'json' })],
      { id: 'u', c: '{a:1}' },
      'not_json',
    ],
    [
      'an address with its order',
      [to('e', 'email'), to('p', 'prioritization')],
      { e: 'a@b.example', p: 'identified, most_recently_updated' },
      { email: 'a@b.example', prioritization: ['identified', 'most_recently_updated'] },
    ],
    [
      'an order as a list',
      [to('e', 'email'), to('p', 'prioritization')],
      { e: 'a@b.example', p: ['unidentified'] },
      { email: 'a@b.example', prioritization: ['unidentified'] },
    ],
    [
      'an address without its order',
      [to('e', 'email')],
      { e: 'a@b.example' },
      'prioritization_missing',
    ],
    [
      'an unknown order',
      [to('e', 'email'), to('p', 'prioritization')],
      { e: 'a@b.example', p: 'newest' },
      'prioritization_invalid',
    ],
    [
      'an order that is a number',
      [to('e', 'email'), to('p', 'prioritization')],
      { e: 'a@b.example', p: 1 },
      'prioritization_invalid',
    ],
    [
      'an order without an address',
      [id, to('p', 'prioritization')],
      { id: 'u', p: 'identified' },
      { external_user_id: 'u' },
    ],
    [
      'existing users only',
      [id, to('s', 'send_to_existing_only')],
      { id: 'u', s: 'true' },
      { external_user_id: 'u', send_to_existing_only: true },
    ],
    [
      'perhaps existing users only',
      [id, to('s', 'send_to_existing_only')],
      { id: 'u', s: 'yes' },
      'not_boolean',
    ],
  ])('%s', (_name, mapping, values, expected) => {
    expect(recipient(mapping, values)).toEqual(expected);
  });

  test('digits are never rewritten', () => {
    const digits = '123456789012345678901234567890.10';
    const result = map([id, to('c', 'attributes.n', { type: 'number' })], { id: 'u', c: digits });
    expect(result.ok && result.recipient).toBe(
      `{"external_user_id":"u","attributes":{"n":${digits}}}`,
    );
  });

  test('parts of the whole call stand beside the recipient', () => {
    const mapping = [id, to('c', 'request.trigger_properties.city'), to('s', 'request.send_id')];
    const result = map(mapping, { id: 'u', c: 'Köln', s: '' });
    expect(result.ok && result.request).toEqual([
      { path: ['trigger_properties', 'city'], json: '"Köln"' },
    ]);
  });
});

test.each<[string, ColumnMapping[], string]>([
  ['nobody named', [to('a', 'attributes.x')], 'identifier_unmapped'],
  ['half an alias', [to('a', 'alias_name')], 'alias_incomplete'],
  ['no such field', [id, to('a', 'nick.name')], 'target_unknown'],
  ['a Canvas field', [id, to('a', 'context.x')], 'target_unknown'],
  ['an empty step', [id, to('a', 'attributes..x')], 'target_unknown'],
  ['inside an identifier', [id, to('a', 'email.x')], 'target_unknown'],
  ['one place twice', [id, to('a', 'attributes.x'), to('b', 'attributes.x')], 'target_repeated'],
  [
    'one place inside another',
    [id, to('a', 'attributes'), to('b', 'attributes.x')],
    'target_overlaps',
  ],
  [
    'one place round another',
    [id, to('a', 'attributes.x.y'), to('b', 'attributes.x')],
    'target_overlaps',
  ],
  ['everyone', [id, to('a', 'request.broadcast')], 'target_forbidden'],
  ['other recipients', [id, to('a', 'request.recipients.0')], 'target_forbidden'],
  ['an audience', [id, to('a', 'request.audience')], 'target_forbidden'],
])('a mapping that cannot be used: %s', (_name, mapping, code) => {
  const compiled = compileMapping(mapping, endpoint);
  expect(compiled.ok ? [] : compiled.problems.map((problem) => problem.code)).toContain(code);
});

test('an endpoint that names its users otherwise has no mapping', () => {
  expect(compileMapping([id], '/messages/send').ok).toBe(false);
  expect(compileMapping([id], '/campaigns/list').ok).toBe(false);
});

test.each([
  ['a=b', 'a', 'b', 'auto'],
  ['first name=attributes.first_name', 'first name', 'attributes.first_name', 'auto'],
  ['x=y=trigger_properties.code:number', 'x=y', 'trigger_properties.code', 'number'],
  ['a=attributes.a:b', 'a', 'attributes.a:b', 'auto'],
])('--map %s', (text, column, target, type) => {
  expect(parseMapOption(text)?.entry).toEqual({ column, target, type, whenEmpty: 'leave_out' });
});

test('--map that says nothing, and --map that keeps a column back', () => {
  for (const text of ['', 'a', '=b', 'a=b..c', 'a=.', 'a=:number'])
    expect(parseMapOption(text)).toBeNull();
  const mapping = withMapOptions(automaticMapping(['external_user_id', 'email']), [
    { column: 'email', entry: null },
  ]);
  expect(mapping.map(({ column }) => column)).toEqual(['external_user_id']);
});

test('no name reaches a prototype', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty'];
  const mapping = [
    id,
    ...names.map((name) => to(name, `attributes.${name}.polluted`)),
    ...names.map((name) => to(name, `request.trigger_properties.${name}.polluted`)),
  ];
  const values = Object.assign(Object.create(null) as Record<string, unknown>, { id: 'u' });
  for (const name of names) values[name] = 'yes';
  const result = map(mapping, values);
  expect(result.ok && result.recipient).toContain('"__proto__":{"polluted":"yes"}');
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(recipient([id, to('toString', 'attributes.x')], { id: 'u' })).toEqual({
    external_user_id: 'u',
  });
});

test('what counts as plain breaks no rule but those of size', () => {
  const compiled = compileMapping(
    [id, to('a', 'trigger_properties.a'), to('b', 'trigger_properties.b.c', { whenEmpty: 'null' })],
    endpoint,
  );
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
      fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
      fc.string(),
      (user, a, b) => {
        const mapped = compiled.ok ? compiled.mapRow({ id: user, a, b }) : null;
        expect(mapped?.ok && mapped.plain).toBe(true);
        const text = mapped?.ok === true ? mapped.recipient : '';
        expect([...checkRecipients(endpoint, [text])]).toEqual([]);
        expect(() => JSON.parse(text) as unknown).not.toThrow();
      },
    ),
  );
});

test('the rules are asked of each recipient, however many there are', () => {
  const good = '{"external_user_id":"u"}';
  const bad = '{"email":"nobody","prioritization":["identified","most_recently_updated"]}';
  const list = Array.from({ length: 120 }, (_, index) => (index % 50 === 49 ? bad : good));
  const problems = checkRecipients(endpoint, list);
  expect([...problems.keys()]).toEqual([49, 99]);
  expect(problems.get(49)?.params).toMatchObject({ rule: 'R14', path: '/email' });
  expect(
    validateText(endpoint, `{"campaign_id":"x","recipients":[${bad}]}`).length,
  ).toBeGreaterThan(0);
});
