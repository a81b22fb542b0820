import { beforeAll, describe, expect, it } from 'vitest';
import { i18n } from '../../i18n/i18n';
import { messages as de } from '../../i18n/locales/de/messages';
import { messages as en } from '../../i18n/locales/en/messages';
import { cellText, tsvOf } from './cell-text';
import { columnIds } from './history-columns';
import { sampleDispatch } from './testing/sample-dispatch';

beforeAll(() => {
  i18n.global.setLocaleMessage('en', en);
  i18n.global.setLocaleMessage('de', de);
});

describe('cellText', () => {
  it('says what did not happen with nothing rather than with a zero', () => {
    i18n.global.locale.value = 'en';
    const blocked = sampleDispatch(1, {
      outcome: 'blocked',
      status: null,
      dispatchId: null,
      elapsedMs: null,
      targetId: null,
      requestName: null,
      blastRadius: { kind: 'none' },
    });
    const cells = columnIds
      .filter((column) => column !== 'time')
      .map((column) => cellText(column, blocked, 'en'));
    expect(cells).toEqual(['Blocked', '', 'Staging', 'Not saved', '', 'Nobody is named', '', '']);
  });

  it('follows the language', () => {
    i18n.global.locale.value = 'de';
    const item = sampleDispatch(1);
    expect(cellText('elapsed', item, 'de')).toBe('1.143');
    expect(cellText('reached', item, 'de')).toBe('3 genannte Empfänger');
  });
});

describe('tsvOf', () => {
  it('has a line of headings and one for each row, with exact values', () => {
    i18n.global.locale.value = 'en';
    const item = sampleDispatch(5);
    expect(tsvOf([item], ['time', 'status', 'elapsed'], 'en').split('\n')).toEqual([
      'Time\tStatus\tms',
      `${item.createdAt}\t201\t1143`,
    ]);
  });

  it('keeps each row on its line and each value in its cell', () => {
    i18n.global.locale.value = 'en';
    const item = sampleDispatch(1, { requestName: 'a\tb\r\nc' });
    const lines = tsvOf([item, item], columnIds, 'en').split('\n');
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line.split('\t')).toHaveLength(columnIds.length);
  });

  it.each(['=1+1', '+x', '-x', '@x'])('keeps a sheet from running %s', (requestName) => {
    i18n.global.locale.value = 'en';
    const [, line] = tsvOf([sampleDispatch(1, { requestName })], ['request'], 'en').split('\n');
    expect(line).toBe(`'${requestName}`);
  });
});
