import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowSelection } from './row-selection';
import { clickRow, inOrder, moveCursor, moveToEdge, noSelection, selectAll } from './row-selection';

const ids = ['a', 'b', 'c', 'd', 'e'];
const plain = { shift: false, mod: false };

function names(selection: RowSelection): string {
  return [...selection.selected].sort().join('');
}

describe('clickRow', () => {
  it('selects one row alone', () => {
    const first = clickRow(noSelection, 'b', ids, plain);
    expect(names(clickRow(first, 'd', ids, plain))).toBe('d');
  });

  it('selects a range from where it started, in both directions', () => {
    const start = clickRow(noSelection, 'c', ids, plain);
    const down = clickRow(start, 'e', ids, { shift: true, mod: false });
    expect(names(down)).toBe('cde');
    expect(names(clickRow(down, 'a', ids, { shift: true, mod: false }))).toBe('abc');
  });

  it('adds and takes away with the modifier', () => {
    const one = clickRow(noSelection, 'a', ids, plain);
    const two = clickRow(one, 'd', ids, { shift: false, mod: true });
    expect(names(two)).toBe('ad');
    expect(names(clickRow(two, 'a', ids, { shift: false, mod: true }))).toBe('d');
  });

  it('selects one row when the start of the range is gone', () => {
    const start = clickRow(noSelection, 'gone', ['gone'], plain);
    expect(names(clickRow(start, 'c', ids, { shift: true, mod: false }))).toBe('c');
  });
});

describe('moveCursor', () => {
  it.each([
    [null, 1, 'a'],
    [null, -1, 'e'],
    [null, 20, 'a'],
    ['a', -1, 'a'],
    ['c', 1, 'd'],
    ['c', 20, 'e'],
    ['c', -20, 'a'],
    ['e', 1, 'e'],
    ['gone', 1, 'a'],
  ])('from %s by %i to %s', (cursor, step, reached) => {
    const selection = { ...noSelection, cursor };
    expect(moveCursor(selection, ids, step, false).cursor).toBe(reached);
  });

  it('extends the range and shrinks it again', () => {
    const start = clickRow(noSelection, 'b', ids, plain);
    const extended = moveCursor(moveCursor(start, ids, 1, true), ids, 1, true);
    expect(names(extended)).toBe('bcd');
    expect(names(moveCursor(extended, ids, -1, true))).toBe('bc');
  });

  it('does nothing where there are no rows', () => {
    expect(moveCursor(noSelection, [], 1, false)).toBe(noSelection);
  });

  it('keeps the cursor among the rows and selected, whatever is pressed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ step: fc.integer({ min: -9, max: 9 }), extend: fc.boolean() }), {
          minLength: 1,
        }),
        (presses) => {
          const end = presses.reduce<RowSelection>(
            (selection, { step, extend }) => moveCursor(selection, ids, step, extend),
            noSelection,
          );
          expect(ids).toContain(end.cursor);
          expect(end.selected.has(end.cursor ?? '')).toBe(true);
        },
      ),
    );
  });
});

describe('moveToEdge', () => {
  it('goes to either end, also when nothing was selected', () => {
    expect(moveToEdge(noSelection, ids, 'first', false).cursor).toBe('a');
    expect(moveToEdge(noSelection, ids, 'last', false).cursor).toBe('e');
  });

  it('extends the range up to the end', () => {
    const start = clickRow(noSelection, 'c', ids, plain);
    expect(names(moveToEdge(start, ids, 'first', true))).toBe('abc');
    expect(names(moveToEdge(start, ids, 'last', true))).toBe('cde');
  });

  it('does nothing where there are no rows', () => {
    expect(moveToEdge(noSelection, [], 'last', false)).toBe(noSelection);
  });
});

it('selects all, and gives what is selected in the order of the rows', () => {
  const all = selectAll(noSelection, ids);
  expect(inOrder(all, ids)).toEqual(ids);
  expect(inOrder(all, ['e', 'x', 'a'])).toEqual(['e', 'a']);
});
