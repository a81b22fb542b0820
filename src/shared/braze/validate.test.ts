import { describe, expect, it } from 'vitest';
import { ALL_RULES, BUILT_RULES, MISSING_RULES } from './built-rules';
import { type DiagnosticCode, DIAGNOSTIC_CODES } from './diagnostic-codes';
import { levelOf } from './diagnostic';
import { formatDiagnostic } from './format-diagnostic';
import { nodeAt } from './json-node';
import { parseDocument } from './document';
import {
  CAMPAIGN_ID,
  campaignBody,
  canvasBody,
  messagesBody,
  scheduleBody,
} from './testing/bodies';
import { CODE_CASES, TEXT_CASES } from './testing/code-cases';
import { validateText, validateValue } from './validate';

const SEND = '/campaigns/trigger/send';
const LANGUAGES = ['en', 'de', 'fr', 'ko'] as const;
const options = { nowMs: Date.UTC(2026, 10, 21) };

describe('every finding', () => {
  const all = [
    ...CODE_CASES.flatMap(({ body, endpoint }) => validateValue(endpoint, body, options)),
    ...TEXT_CASES.flatMap(([, text]) => validateText(SEND, text, options)),
  ];

  it.each(CODE_CASES)('$code at $pointer', ({ code, pointer, body, endpoint }) => {
    const found = validateValue(endpoint, body, options).filter((one) => one.code === code);
    expect(found.map((one) => one.pointer)).toContain(pointer);

    const text = JSON.stringify(body, null, 2);
    const inText = validateText(endpoint, text, options).filter((one) => one.code === code);
    expect(inText.map((one) => one.pointer)).toEqual(found.map((one) => one.pointer));
    const root = parseDocument(text).root;
    for (const { pointer: place, offset, length } of inText) {
      const node = root === null ? undefined : nodeAt(root, place);
      expect(length).toBeGreaterThan(0);
      expect(node).toBeDefined();
      const isInside =
        node !== undefined && offset >= node.offset && offset + length <= node.offset + node.length;
      const isKey = node !== undefined && offset === node.keyOffset && length === node.keyLength;
      expect(isInside || isKey).toBe(true);
    }
  });

  it.each(TEXT_CASES)('%s in %j', (code, text) => {
    expect(validateText(SEND, text, options).map((one) => one.code)).toContain(code);
  });

  it('is provoked by a case above', () => {
    const provoked = new Set([
      ...CODE_CASES.map(({ code }) => code),
      ...TEXT_CASES.map(([code]) => code),
    ]);
    // T01 and T02 take more than the body: see known-target.test.ts.
    const all = (Object.keys(DIAGNOSTIC_CODES) as DiagnosticCode[]).filter(
      (code) => !code.startsWith('T'),
    );
    expect(all.filter((code) => !provoked.has(code))).toEqual([]);
  });

  it.each(LANGUAGES)('reads as a whole sentence in %s', (language) => {
    for (const found of all) {
      const sentence = formatDiagnostic(found, language);
      expect(sentence).not.toMatch(/\{[a-z]+\}(?!\})/i);
      expect(sentence).not.toMatch(/undefined|\[object/);
      expect(sentence.endsWith('.') || sentence.endsWith('?')).toBe(true);
      expect(sentence).not.toContain('!');
    }
  });

  it('says in each language when it is unconfirmed', () => {
    const [found] = validateValue(SEND, campaignBody({ campaign_id: 'x' }), options);
    expect(found?.unconfirmed).toBe(true);
    const sentences = LANGUAGES.map((language) => (found ? formatDiagnostic(found, language) : ''));
    expect(
      sentences.map((sentence) => /Unconfirmed|Unbestätigt|Non confirmé|미확인/.test(sentence)),
    ).toEqual([true, true, true, true]);
  });
});

describe('built rules', () => {
  it('are all there', () => {
    expect(ALL_RULES).toHaveLength(35);
    expect(MISSING_RULES).toEqual([]);
    expect(BUILT_RULES).toContain('JSON');
  });
});

describe('legal bodies', () => {
  it.each([
    [SEND, campaignBody()],
    [SEND, campaignBody({ broadcast: true, recipients: undefined })],
    [SEND, campaignBody({ trigger_properties: { text: '{"a":{"b":{{x}}}}', tag: '{{ x }}' } })],
    [
      SEND,
      campaignBody({
        recipients: Array.from({ length: 50 }, (_u, i) => ({ external_user_id: `${i}` })),
      }),
    ],
    ['/canvas/trigger/send', canvasBody({ context: { a: 1 } })],
    [
      '/messages/send',
      messagesBody({ external_user_ids: undefined, segment_id: 's', broadcast: true }),
    ],
    [
      '/messages/send',
      messagesBody({
        external_user_ids: undefined,
        user_aliases: [{ alias_name: 'a', alias_label: 'b' }],
      }),
    ],
    [
      '/messages/schedule/create',
      messagesBody({ schedule: { time: '2031-01-01T00:00:00Z' }, override_messaging_limits: true }),
    ],
    ['/messages/schedule/update', { schedule_id: 'a', messages: { sms: {} } }],
    ['/messages/schedule/delete', { schedule_id: 'a' }],
    [
      '/campaigns/trigger/schedule/create',
      scheduleBody({ time: '2031-01-01T00:00', in_local_time: true }),
    ],
    ['/campaigns/trigger/schedule/delete', { campaign_id: CAMPAIGN_ID, schedule_id: 'a' }],
    [
      '/canvas/trigger/schedule/create',
      canvasBody({ schedule: { time: '2031-01-01T00:00:00+09:00' } }),
    ],
    ['/sends/id/create', { campaign_id: CAMPAIGN_ID }],
    ['/campaigns/list', { page: 0 }],
  ] as const)('%s', (endpoint, body) => {
    expect(validateValue(endpoint, body, options).filter((one) => one.severity !== 'info')).toEqual(
      [],
    );
  });

  it('may hold the local time of a place where it has not passed yet', () => {
    const nowMs = Date.UTC(2026, 10, 21, 12);
    const codes = (time: string) =>
      validateValue(
        '/campaigns/trigger/schedule/create',
        scheduleBody({ time, in_local_time: true }),
        { nowMs },
      ).map((one) => one.code);
    expect(codes('2026-11-21T01:00:00')).toEqual([]);
    expect(codes('2026-11-20T23:00:00')).toEqual(['R33.past']);
  });
});

describe('placeholders', () => {
  const body = campaignBody({
    campaign_id: '{{campaign}}',
    send_id: '{{send}}-é',
    broadcast: '{{flag}}',
    recipients: [
      { email: '{{mail}}', prioritization: ['{{how}}'] },
      { external_user_id: '{{ user }}' },
      { external_user_id: '{{ user }}' },
    ],
    attachments: [{ file_name: 'a', url: '{{base}}/a.exe' }],
    audience: { last_used_app: { comparison: 'after', value: '{{since}}' } },
  });

  it('are let be while the body is edited', () => {
    const codes = validateValue(SEND, body, { ...options, placeholders: 'allow' }).map(
      (one) => one.code,
    );
    expect(codes).toEqual(['R03.not_ascii']);
  });

  it('are texts like any other when it is sent', () => {
    const codes = new Set(validateValue(SEND, body, options).map((one) => one.code));
    for (const code of [
      'R02.form',
      'R07.not_boolean',
      'R14.email_form',
      'R17.unknown_value',
      'R24.not_absolute',
      'R28.date',
      'R21.same_user',
    ] as const) {
      expect(codes).toContain(code);
    }
  });

  it('do not hide Liquid, which is no variable of ours', () => {
    const liquid = campaignBody({ campaign_id: '{{api_trigger_properties.${id}}}' });
    const codes = validateValue(SEND, liquid, { ...options, placeholders: 'allow' }).map(
      (one) => one.code,
    );
    expect(codes).toEqual(['R02.form']);
  });
});

describe('the text', () => {
  it('may have comments, a byte order mark, Windows line ends and a trailing comma', () => {
    const text = `\uFEFF// who\r\n{\r\n  "campaign_id": "${CAMPAIGN_ID}", /* one */\r\n  "recipients": [{"external_user_id": "a"},],\r\n}\r\n`;
    const found = validateText(SEND, text, options);
    expect(levelOf(found)).toBe('valid');
    expect(found.map(({ code, params }) => [code, params['line']])).toEqual([
      ['JSON.trailing_comma', 4],
      ['JSON.trailing_comma', 4],
    ]);
  });

  it('gives findings in its order, at their places', () => {
    const text = '{\n  // id\n  "campaign_id": "x",\n  "recipients": [{}, 5]\n}';
    const found = validateText(SEND, text, options);
    expect(
      found.map(({ code, offset, length }) => [code, text.slice(offset, offset + length)]),
    ).toEqual([
      ['R02.form', '"x"'],
      ['R13.none', '{'],
      ['R12.entry_not_object', '5'],
    ]);
  });

  it('keeps the last of repeated fields, and __proto__ as a plain name', () => {
    const text = `{"campaign_id": 1, "campaign_id": "${CAMPAIGN_ID}", "__proto__": {"broadcast": true}, "recipients": [{"external_user_id": "a"}]}`;
    expect(validateText(SEND, text, options).map((one) => [one.code, one.pointer])).toEqual([
      ['JSON.duplicate_key', '/campaign_id'],
      ['R25.unknown_field', '/__proto__'],
    ]);
  });

  it('escapes names in pointers', () => {
    expect(
      validateText(SEND, JSON.stringify(campaignBody({ 'a/b~c': 1 })), options).map(
        (one) => one.pointer,
      ),
    ).toEqual(['/a~1b~0c']);
  });
});
