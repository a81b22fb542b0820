import { beforeAll, describe, expect, it } from 'vitest';
import type { SentBefore } from '#shared/domain/sent-before';
import { i18n } from '../../i18n/i18n';
import { messages as de } from '../../i18n/locales/de/messages';
import { latestOf, repeatMeaning, sentBeforeText } from './sent-before-words';

const nowMs = Date.UTC(2026, 10, 22, 10);
const dispatch = (agoMs: number, over: object = {}): SentBefore => ({
  of: 'dispatch',
  id: `${agoMs}`,
  createdAt: new Date(nowMs - agoMs).toISOString(),
  outcome: 'accepted',
  status: 201,
  failure: null,
  dispatchId: '5f0c',
  requestName: 'Welcome',
  onItsWay: false,
  ...over,
});
const run: SentBefore = {
  of: 'run',
  id: 'run',
  createdAt: new Date(nowMs - 3_600_000).toISOString(),
  sentAt: new Date(nowMs - 120_000).toISOString(),
  state: 'finished',
  rowsSent: 12,
  requestName: 'Welcome',
  dataFile: 'users.csv',
};
const said = (before: SentBefore, count = 1, language = 'en'): string =>
  sentBeforeText(before, count, nowMs, language);

beforeAll(() => {
  i18n.global.setLocaleMessage('de', de);
});

describe('what was sent before, in words', () => {
  it.each([
    [dispatch(0), 'The same was sent 0 seconds ago.'],
    [dispatch(59_999), 'The same was sent 59 seconds ago.'],
    [dispatch(60_000), 'The same was sent 1 minute ago.'],
    [dispatch(9 * 60_000), 'The same was sent 9 minutes ago.'],
    [dispatch(3_600_000), 'The same was sent 1 hour ago.'],
    [dispatch(5000, { onItsWay: true }), 'The same left 5 seconds ago and has no answer yet.'],
    [run, 'This request ran over the same data; the last call left 2 minutes ago.'],
    [
      { ...run, state: 'running' as const },
      'A run of this request over the same data is at work now.',
    ],
  ] as const satisfies readonly (readonly [SentBefore, string])[])('%#', (before, words) => {
    expect(said(before)).toBe(words);
  });

  it('does not count the time where the clock was set back', () => {
    expect(said(dispatch(-1))).toContain('clock was set back');
  });

  it('counts several, and speaks of the last of them', () => {
    const all = [dispatch(300_000), dispatch(60_000), dispatch(120_000)];
    expect(latestOf(all)).toBe(all[1]);
    expect(latestOf([])).toBeNull();
    expect(said(dispatch(60_000), 3)).toBe(
      'For 3 of these the same was sent before, the last one 1 minute ago.',
    );
  });

  it('follows the language', () => {
    i18n.global.locale.value = 'de';
    expect(said(dispatch(180_000), 1, 'de')).toBe('Dasselbe wurde vor 3 Minuten gesendet.');
    i18n.global.locale.value = 'en';
  });

  it.each([
    [dispatch(0), 'Whoever'],
    [dispatch(0, { outcome: 'queued' }), 'Whoever'],
    [dispatch(0, { outcome: 'unknown' }), 'Whether'],
    [dispatch(0, { outcome: 'failed', status: 504 }), 'Whether'],
    [run, 'Whoever'],
  ])('says what is not known: %#', (before, first) => {
    expect(repeatMeaning(before)).toMatch(new RegExp(`^${first} `));
  });
});
