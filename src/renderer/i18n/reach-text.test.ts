import { beforeAll, expect, it } from 'vitest';
import type { BlastRadius } from '#shared/domain/dispatch';
import { i18n } from './i18n';
import { messages as de } from './locales/de/messages';
import { messages as en } from './locales/en/messages';
import { messages as fr } from './locales/fr/messages';
import { messages as ko } from './locales/ko/messages';
import { isWide, reachText } from './reach-text';
import { text } from './use-text';

beforeAll(() => {
  for (const [language, catalogue] of Object.entries({ en, de, fr, ko })) {
    i18n.global.setLocaleMessage(language, catalogue);
  }
});

function inLanguage(language: string, radius: BlastRadius): string {
  i18n.global.locale.value = language;
  return reachText(radius, language);
}

it.each<[string, BlastRadius, string]>([
  ['en', { kind: 'none' }, 'Nobody is named'],
  ['en', { kind: 'recipients', count: 1 }, '1 named recipient'],
  ['en', { kind: 'recipients', count: 1500 }, '1,500 named recipients'],
  ['en', { kind: 'segment' }, 'Everyone in the campaign’s segment'],
  [
    'en',
    { kind: 'audience', conditions: 2, recipients: null, broadcast: true },
    'Audience: 2 conditions',
  ],
  [
    'en',
    { kind: 'audience', conditions: 1, recipients: 3, broadcast: false },
    '3 named recipients · Audience: 1 condition',
  ],
  ['de', { kind: 'recipients', count: 1 }, '1 genannter Empfänger'],
  ['de', { kind: 'recipients', count: 1500 }, '1.500 genannte Empfänger'],
  ['fr', { kind: 'recipients', count: 0 }, '0 destinataire désigné'],
  ['fr', { kind: 'recipients', count: 1 }, '1 destinataire désigné'],
  ['fr', { kind: 'recipients', count: 2 }, '2 destinataires désignés'],
  ['ko', { kind: 'recipients', count: 3 }, '지정된 수신자 3명'],
])('in %s says of %j: %s', (language, radius, words) => {
  expect(inLanguage(language, radius)).toBe(words);
});

it.each([
  [0, 'Aucun envoi'],
  [1, '1 envoi'],
  [2, '2 envois'],
])('counts three forms in French: %i', (count, words) => {
  i18n.global.locale.value = 'fr';
  expect(text('history.footer.total', {}, count)).toBe(words);
});

it('is wide where more are reached than are named', () => {
  expect(isWide({ kind: 'segment' })).toBe(true);
  expect(isWide({ kind: 'audience', conditions: 1, recipients: null, broadcast: false })).toBe(
    true,
  );
  expect(isWide({ kind: 'audience', conditions: 1, recipients: 3, broadcast: false })).toBe(false);
  expect(isWide({ kind: 'recipients', count: 50 })).toBe(false);
  expect(isWide({ kind: 'none' })).toBe(false);
});
