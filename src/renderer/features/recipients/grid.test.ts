import { describe, expect, it } from 'vitest';
import { firstMode, needsQuotes, sourceOfTyped, textInMode } from './cell-value';
import { cursorAfterKey, cursorAt, cursorOnRow, keptCursor, rangeOf } from './grid-cursor';
import { problemsByRow, worstOf } from './row-problems';

const size = { rows: 3, columns: 4 };
const key = (name: string, shiftKey = false, ctrlKey = false) => ({
  key: name,
  shiftKey,
  ctrlKey,
  metaKey: false,
});

describe('the cursor of the grid', () => {
  it('stays inside and selects from the anchor', () => {
    const start = cursorAt(null, 2, 3, size)!;
    expect(cursorAfterKey(start, key('ArrowDown'), size, 2)).toEqual(start);
    const up = cursorAfterKey(start, key('ArrowUp', true), size, 2)!;
    expect(rangeOf(up, size)).toEqual({ fromRow: 1, toRow: 2, fromColumn: 3, toColumn: 3 });
    expect(cursorAfterKey(up, key('Home', false, true), size, 2)).toMatchObject({
      row: 0,
      column: 0,
      anchorRow: 0,
    });
    expect(cursorAfterKey(start, key('x'), size, 2)).toBeNull();
  });

  it('selects rows as wholes', () => {
    const two = cursorOnRow(cursorOnRow(null, 0, size), 1, size, true)!;
    expect(rangeOf(two, size)).toEqual({ fromRow: 0, toRow: 1, fromColumn: 0, toColumn: 3 });
  });

  it('is kept where there still are rows', () => {
    const start = cursorAt(null, 2, 3, size);
    expect(keptCursor(start, { rows: 1, columns: 2 })).toMatchObject({ row: 0, column: 1 });
    expect(keptCursor(start, { rows: 0, columns: 2 })).toBeNull();
    expect(cursorAt(null, 0, 0, { rows: 0, columns: 0 })).toBeNull();
  });
});

describe('values of cells', () => {
  it.each([
    ['42', true],
    ['true', true],
    ['', true],
    [' x', true],
    ['qa-1', false],
    ['{{name}}', false],
  ])('shows %j in quotes: %s', (text, quoted) => {
    expect(needsQuotes(text)).toBe(quoted);
  });

  it('keeps the type, and changes it only when asked to', () => {
    const property = { group: 'property', key: 'x' } as const;
    const number = { kind: 'number', text: '1', cut: false, inherited: false } as const;
    expect(firstMode(number, property, [])).toBe('json');
    expect(firstMode(null, property, [number, null])).toBe('json');
    expect(firstMode(null, property, [])).toBe('text');
    expect(firstMode(number, { group: 'identifier', key: '' }, [])).toBe('text');
    expect(sourceOfTyped('007', 'text')).toBe('"007"');
    expect(sourceOfTyped('007', 'json')).toBeNull();
    expect(sourceOfTyped('12345678901234567890', 'json')).toBe('12345678901234567890');
    expect(textInMode('x', 'json')).toBe('"x"');
    expect(textInMode('"x"', 'text')).toBe('x');
    expect(textInMode('12', 'text')).toBe('12');
  });
});

describe('problems of rows', () => {
  it('go by the pointer', () => {
    const finding = (pointer: string, severity: 'error' | 'warning') =>
      ({
        kind: 'rule',
        rule: 'R13',
        severity,
        message: 'm',
        pointer,
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 2,
      }) as const;
    const rows = problemsByRow([
      finding('/recipients', 'error'),
      finding('/recipients/2', 'warning'),
      finding('/recipients/2/attributes/a~1b', 'error'),
      finding('/recipients_2/1', 'error'),
    ]);
    expect([...rows.keys()]).toEqual([2]);
    expect(rows.get(2)?.map(({ path }) => path)).toEqual([[], ['attributes', 'a/b']]);
    expect(worstOf(rows.get(2) ?? [])).toBe('error');
    expect(worstOf([])).toBeNull();
  });
});
