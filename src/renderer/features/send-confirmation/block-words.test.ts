import { beforeAll, describe, expect, it } from 'vitest';
import type { GateBlock } from '#shared/domain/gate';
import { i18n } from '../../i18n/i18n';
import { messages as de } from '../../i18n/locales/de/messages';
import { messages as en } from '../../i18n/locales/en/messages';
import { messages as fr } from '../../i18n/locales/fr/messages';
import { messages as ko } from '../../i18n/locales/ko/messages';
import { blockWords } from './block-words';

const blocks: readonly GateBlock[] = [
  { code: 'broken_json', line: 3, column: 17 },
  { code: 'illegal_body', rules: ['R13'] },
  { code: 'illegal_body', rules: ['R13', 'R16'] },
  { code: 'unresolved_variables', names: ['first', 'second'] },
  { code: 'variable_not_json', names: ['amount'] },
  { code: 'too_large', bytes: 5_000_000, limit: 4_194_304 },
  { code: 'not_test_users', identifiers: ['u1'], total: 1 },
  { code: 'not_test_users', identifiers: ['u1', 'u2', 'u3', 'u4', 'u5', 'u6'], total: 1200 },
  { code: 'wider_than_test_users' },
  { code: 'host_invalid', host: 'dashboard-01.braze.com' },
  { code: 'secret', state: 'missing' },
  { code: 'secret', state: 'locked' },
  { code: 'secret', state: 'unavailable' },
  { code: 'confirmation', kind: 'blast_radius' },
  { code: 'confirmation', kind: 'production' },
  { code: 'confirmation', kind: 'duplicate' },
  { code: 'key_in_body' },
];

beforeAll(() => {
  for (const [language, catalogue] of Object.entries({ en, de, fr, ko })) {
    i18n.global.setLocaleMessage(language, catalogue);
  }
});

describe.each(['en', 'de', 'fr', 'ko'])('blockWords in %s', (language) => {
  it.each(blocks)('says $code in whole words', (block) => {
    i18n.global.locale.value = language;
    const { reason, help } = blockWords(block, language);
    for (const words of [reason, help]) {
      expect(words).not.toBe('');
      expect(words).not.toMatch(/sendConfirmation\.|[^{]\{[a-z]+\}[^}]|undefined|NaN| \| /);
    }
  });
});

describe('blockWords', () => {
  it('names the facts of the block', () => {
    i18n.global.locale.value = 'en';
    const words = (block: GateBlock): string => blockWords(block, 'en').reason;
    expect(words({ code: 'broken_json', line: 3, column: 17 })).toContain('line 3, column 17');
    expect(words({ code: 'unresolved_variables', names: ['a', 'b'] })).toContain('{{a}}, {{b}}');
    expect(words({ code: 'illegal_body', rules: ['R13', 'R16'] })).toContain('2 rules');
    expect(words({ code: 'host_invalid', host: 'x.example' })).toContain('x.example');
  });

  it('names five test users and counts the others', () => {
    i18n.global.locale.value = 'en';
    const identifiers = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7'];
    const { reason } = blockWords({ code: 'not_test_users', identifiers, total: 1200 }, 'en');
    expect(reason).toContain('1,200 recipients');
    expect(reason).toContain('u5 and 1,195 more');
    expect(reason).not.toContain('u6');
  });

  it('never reads {{name}} in a variable as a placeholder of its own', () => {
    i18n.global.locale.value = 'de';
    const { reason } = blockWords({ code: 'unresolved_variables', names: ['count', '@:x'] }, 'de');
    expect(reason).toBe('Kein Wert für {{count}}, {{@:x}}.');
  });
});
