import { describe, expect, it } from 'vitest';
import { isCalendarDay, readMoment } from './calendar';
import { isEmailAddress } from './email-address';
import { nearestName } from './nearest-name';
import { hasExtraBraces } from './properties';
import { leaksOf } from './query-privacy';
import { compiles } from './regular-expression';
import { extensionOf, readWebAddress } from './web-address';

describe('moments', () => {
  it.each([
    ['2026-11-21T14:30:00Z', Date.UTC(2026, 10, 21, 14, 30)],
    ['2026-11-21T14:30:00+0900', Date.UTC(2026, 10, 21, 5, 30)],
    ['2026-11-21T14:30:00-05:30', Date.UTC(2026, 10, 21, 20)],
    ['2026-11-21T14:30:00.123+09', Date.UTC(2026, 10, 21, 5, 30)],
    ['2026-11-21 14:30', Date.UTC(2026, 10, 21, 14, 30)],
    ['2028-02-29T24:00:00Z', Date.UTC(2028, 2, 1)],
  ])('%s', (text, ms) => {
    expect(readMoment(text)?.ms).toBe(ms);
  });

  it.each([
    '',
    '2026-02-29T00:00:00Z',
    '2026-13-01',
    '2026-1-1',
    '2026-11-21T25:00:00Z',
    '2026-11-21T14:60Z',
    '2026-11-21T14',
    '21.11.2026',
    'tomorrow',
    '1700000000',
    '2026-11-21T14:30:00+25:00',
  ])('%j is none', (text) => {
    expect(readMoment(text)).toBeNull();
  });

  it('tell whether they have a time and a zone', () => {
    expect(readMoment('2026-11-21')).toMatchObject({ hasTime: false, hasZone: false });
    expect(readMoment('2026-11-21T01:02:03')).toMatchObject({ hasTime: true, hasZone: false });
    expect(isCalendarDay('0000-01-01')).toBe(true);
    expect(isCalendarDay('2026-11-21T01:02:03')).toBe(false);
  });
});

describe('addresses of people', () => {
  it.each([
    'a@b.de',
    'mira.tester+qa@sub.example.org',
    "o'neil@example.org",
    'ü@bücher.example',
    '"a b"@example.org',
    'a..b@example.jp',
    'a@[192.0.2.1]',
  ])('%s is one', (text) => {
    expect(isEmailAddress(text)).toBe(true);
  });

  it.each([
    '',
    'a',
    '@b.de',
    'a@',
    'a@b',
    'a b@c.de',
    'a@b..de',
    'a@-b.de',
    'a@b.de ',
    'QA <qa@example.org>',
    'a@b@c',
    'a,b@c.de',
    `${'a'.repeat(250)}@b.de`,
  ])('%j is none', (text) => {
    expect(isEmailAddress(text)).toBe(false);
  });
});

describe('addresses of files', () => {
  it.each([
    ['https://files.example.org/a/b.PDF?v=3#x', 'pdf'],
    ['http://127.0.0.1:8080/a.tar.zip', 'zip'],
    ['https://x.example/a%2Epdf', 'pdf'],
    ['https://x.example/a.pdf;jsessionid=1', 'pdf'],
    ['https://x.example/pdf', null],
    ['https://x.example/v1.2', null],
    ['https://x.example/a.pdf/download', null],
    ['https://x.example', null],
  ])('%s ends with %s', (url, extension) => {
    const address = readWebAddress(url);
    expect(address === null ? 'none' : extensionOf(address)).toBe(extension);
  });

  it.each([
    '',
    'a.pdf',
    '/a.pdf',
    '//x.example/a.pdf',
    'ftp://x.example/a.pdf',
    'data:,a',
    'https://',
    'https:///a.pdf',
    'https://x .example/a.pdf',
    'https://x.example/a b.pdf',
    'javascript:alert(1)',
  ])('%j is none', (url) => {
    expect(readWebAddress(url)).toBeNull();
  });

  it.each([
    ['https://x.example/a.pdf?v=3&lang=de', []],
    ['https://x.example/a.pdf?email=qa%40example.org', ['personal_data']],
    ['https://x.example/qa@example.org/a.pdf', ['personal_data']],
    ['https://x.example/a.pdf?to=%2B4915112345678', ['personal_data']],
    ['https://x.example/a.pdf?X-Amz-Signature=abc', ['secret']],
    ['https://x.example/a.pdf?t=eyJhbGciOi.eyJzdWIi.x', ['secret']],
    ['https://qa:pw@x.example/a.pdf?phone=1', ['secret', 'personal_data']],
    ['https://x.example/a.pdf?token=', []],
  ])('%s gives away %j', (url, kinds) => {
    const address = readWebAddress(url);
    expect(address === null ? [] : leaksOf(address).map((leak) => leak.kind)).toEqual(kinds);
  });
});

describe('names', () => {
  const known = ['broadcast', 'recipients', 'trigger_properties', 'send_id'];
  it.each([
    ['Broadcast', 'broadcast'],
    ['broadcst', 'broadcast'],
    ['triggerProperties', 'trigger_properties'],
    ['trigger_propertys', 'trigger_properties'],
    ['recipient', 'recipients'],
    ['sned_id', 'send_id'],
    ['colour', null],
    ['id', null],
    ['x'.repeat(100_000), null],
  ])('%s is meant for %s', (written, meant) => {
    expect(nearestName(written, known)).toBe(meant);
  });
});

describe('braces', () => {
  it.each([
    ['{{{x}}}', true],
    ['{{{ x }}', true],
    ['{{x}}}', true],
    ['{{{{api_trigger_properties}}}}', true],
    ['{{{api_trigger_properties.${code}}}}', true],
    ['{{{ context.${a}.${b} | upcase }}', true],
    ['{{api_trigger_properties.${code}}}}', true],
    ['{{api_trigger_properties.${code}}}', false],
    ['{{api_trigger_properties.${a}.${b}}} and {{c}}', false],
    ['{"a":{"b":{{x.${y}}}}}', false],
    ['{{x}}', false],
    ['{"a":{"b":{{x}}}}', false],
    ['{ {x} }', false],
    ['{{{', false],
    ['', false],
  ])('%s: %s', (text, extra) => {
    expect(hasExtraBraces(text)).toBe(extra);
  });
});

describe('regular expressions', () => {
  it.each(['^gold$', '(?i)gold', '(?i:gold)', '(?>a|b)', 'a++', '(?P<x>a)', '\\Agold\\z', ''])(
    '%s compiles',
    (pattern) => {
      expect(compiles(pattern)).toBe(true);
    },
  );

  it.each(['(', ')', '[', '*a', 'a{2,1}', '(?<x'])('%s does not', (pattern) => {
    expect(compiles(pattern)).toBe(false);
  });
});
