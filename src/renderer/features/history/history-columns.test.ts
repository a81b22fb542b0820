import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnIds,
  columnLimits,
  defaultColumns,
  keepColumns,
  loadColumns,
  readColumns,
  resized,
  shownColumns,
  toggled,
} from './history-columns';

describe('columns', () => {
  it('hide and come back to their place', () => {
    const hidden = toggled(defaultColumns, 'status');
    expect(shownColumns(hidden)).not.toContain('status');
    expect(shownColumns(toggled(hidden, 'status'))).toEqual(columnIds);
  });

  it('never all hide', () => {
    const state = columnIds.reduce(toggled, defaultColumns);
    expect(shownColumns(state)).toHaveLength(1);
  });

  it.each([
    [-5, columnLimits.least],
    [100.4, 100],
    [5000, columnLimits.most],
  ])('asked for a width of %d take %d', (asked, taken) => {
    expect(resized(defaultColumns, 'time', asked).widths.time).toBe(taken);
  });
});

describe('what was kept', () => {
  it('comes back', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    const state = toggled(resized(defaultColumns, 'request', 300), 'elapsed');
    keepColumns(storage, state);
    expect(loadColumns(storage)).toEqual(state);
  });

  it.each([null, '', 'not json', 'null', '7', '[]', '{"widths":5,"hidden":"time"}'])(
    'is the default when it reads %j',
    (text) => {
      expect(readColumns(text)).toEqual(defaultColumns);
    },
  );

  it('takes what fits and leaves the rest', () => {
    const text = JSON.stringify({
      widths: { time: 120, status: 'wide', other: 3, request: null },
      hidden: ['elapsed', 'other', 'elapsed', 5],
    });
    expect(readColumns(text)).toEqual({
      widths: { ...defaultColumns.widths, time: 120 },
      hidden: ['elapsed'],
    });
  });

  it('never makes a state that cannot be shown', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const state = readColumns(text);
        expect(shownColumns(state).length).toBeGreaterThan(0);
        for (const width of Object.values(state.widths)) {
          expect(width).toBeGreaterThanOrEqual(columnLimits.least);
          expect(width).toBeLessThanOrEqual(columnLimits.most);
        }
      }),
    );
  });

  it('does without a storage that refuses', () => {
    const refuse = (): never => {
      throw new Error('refused');
    };
    expect(loadColumns({ getItem: refuse })).toEqual(defaultColumns);
    expect(() => keepColumns({ setItem: refuse }, defaultColumns)).not.toThrow();
  });
});
