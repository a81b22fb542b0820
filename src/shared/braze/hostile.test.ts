import { describe, expect, it } from 'vitest';
import { levelOf } from './diagnostic';
import { ENDPOINT_PATHS } from './endpoints';
import { CAMPAIGN_ID } from './testing/bodies';
import { validateText, validateValue } from './validate';

const SEND = '/campaigns/trigger/send';
const DEEP = 100_000;
const nest = (open: string, core: string, close: string, depth = DEEP) =>
  open.repeat(depth) + core + close.repeat(depth);
const inBody = (field: string, value: string) =>
  `{"campaign_id":"${CAMPAIGN_ID}","recipients":[{"external_user_id":"a"}],"${field}":${value}}`;
const manyRecipients = (recipient: (index: number) => string) =>
  `{"campaign_id":"${CAMPAIGN_ID}","recipients":[${Array.from({ length: 100_000 }, (_u, index) => recipient(index)).join(',')}]}`;

describe('hostile texts', () => {
  it.each([
    ['deep lists', nest('[', '', ']'), ['JSON.not_object']],
    ['deep lists left open', nest('[', '', '', DEEP), ['JSON.unclosed']],
    [
      'deep objects',
      nest('{"a":', '1', '}'),
      ['R01.missing', 'R09.no_target', 'R25.unknown_field'],
    ],
    ['deep properties', inBody('trigger_properties', nest('{"a":', '1', '}')), ['R05.too_large']],
    [
      'a thousand levels of properties',
      inBody('trigger_properties', nest('{"a":', '1', '}', 1000)),
      [],
    ],
    [
      'a deep audience',
      inBody('audience', nest('{"AND":[', '{"OR":[]}', ']}')),
      ['R26.empty_list'],
    ],
    [
      '100,000 recipients',
      manyRecipients((index) => `{"external_user_id":"${index}"}`),
      ['R12.too_many'],
    ],
    ['a lone surrogate', inBody('trigger_properties', '{"a":"\ud83d"}'), ['JSON.lone_surrogate']],
    ['NUL between tokens', '{\u0000}', ['JSON.unexpected']],
    ['another unicode blank', '{\u00a0}', ['JSON.unexpected']],
    ['NaN', inBody('trigger_properties', 'NaN'), ['JSON.unexpected']],
    ['a number with a leading zero', inBody('trigger_properties', '{"a":01}'), ['JSON.unexpected']],
    ['a number beyond all bounds', inBody('trigger_properties', '{"a":1e999}'), []],
    [
      'megabytes of braces',
      inBody(
        'trigger_properties',
        `{"a":"{{${'${a}'.repeat(500_000)}","b":"${'{'.repeat(500_000)}}}"}`,
      ),
      ['R05.too_large', 'R06.braces'],
    ],
    [
      'a long address',
      inBody(
        'attachments',
        `[{"file_name":"a","url":"https://x.example/${'a'.repeat(500_000)}.pdf?q=${'b.'.repeat(200_000)}"}]`,
      ),
      [],
    ],
    ['a long number', inBody('trigger_properties', `{"a":${'9'.repeat(500)}}`), []],
  ])('%s', (_name, text, codes) => {
    const found = validateText(SEND, text);
    expect([...new Set(found.map((one) => one.code))].sort()).toEqual(codes);
  });

  it('keep their level when there are more findings than can be listed', () => {
    const text = inBody('trigger_properties', nest('{"n":null,"a":', '1', '}', 8000));
    const found = validateText(SEND, text);
    expect(levelOf(found)).toBe('error');
    expect(found.length).toBeLessThan(8000);
    expect(found.some((one) => one.code === 'R05.too_large')).toBe(true);
  });

  it('list every recipient that is wrong', () => {
    const found = validateText(
      SEND,
      manyRecipients(() => '{"external_user_id":"same"}'),
    );
    expect(found.filter((one) => one.code === 'R21.same_user')).toHaveLength(99_999);
  });

  it.each(ENDPOINT_PATHS)('are survived by %s', (endpoint) => {
    for (const text of [
      '',
      '[]',
      'null',
      '"x"',
      '7',
      '{}',
      '{"recipients":[null],"schedule":1,"messages":[],"audience":null}',
    ]) {
      for (const { message, rule } of validateText(endpoint, text).map((one) => ({
        message: one.code,
        rule: one.rule,
      }))) {
        expect(message.startsWith(`${rule}.`)).toBe(true);
      }
    }
  });
});

describe('hostile values', () => {
  it('may be circular, or hold what JSON cannot write', () => {
    const circle: Record<string, unknown> = {
      campaign_id: CAMPAIGN_ID,
      recipients: [{ external_user_id: 'a' }],
    };
    circle['trigger_properties'] = {
      circle,
      when: undefined,
      how: () => 1,
      big: 10n,
      nan: Number.NaN,
    };
    expect(validateValue(SEND, circle).map((one) => one.pointer)).toEqual([
      '/trigger_properties/circle',
      '/trigger_properties/nan',
    ]);
  });

  it('may be 100,000 levels deep', () => {
    let value: unknown = 1;
    for (let level = 0; level < DEEP; level += 1) value = [value];
    const body = {
      campaign_id: CAMPAIGN_ID,
      recipients: [{ external_user_id: 'a' }],
      trigger_properties: { value },
    };
    expect(validateValue(SEND, body).map((one) => one.code)).toEqual(['R05.too_large']);
  });
});

describe('speed', () => {
  it('is linear in the number of recipients', () => {
    const text = manyRecipients(
      (index) => `{"external_user_id":"${index}","email":"a@b.de","colour":1}`,
    );
    const started = performance.now();
    const found = validateText(SEND, text);
    // Quadratic work would take minutes; the bound is wide because the machine may be busy.
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(found.length).toBeGreaterThan(300_000);
  });

  it('is enough for a thousand bodies of fifty recipients', () => {
    const recipients = Array.from({ length: 50 }, (_u, index) => ({
      external_user_id: `u${index}`,
      trigger_properties: { code: index },
      attributes: { first_name: 'Ines' },
    }));
    const body = { campaign_id: CAMPAIGN_ID, recipients };
    const started = performance.now();
    for (let run = 0; run < 1000; run += 1) expect(validateValue(SEND, body)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
