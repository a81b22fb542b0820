import { describe, expect, it } from 'vitest';
import { type AudiencePart, readAudience } from '#shared/braze/audience/tree';
import { parseDocument } from '#shared/braze/document';
import { placeAfter, shownParts } from './part-moves';

const one = { last_used_app: {} };
const audience = { AND: [one, { OR: [one, one] }, one] };

function rootOf(value: unknown): AudiencePart {
  const reading = readAudience(parseDocument(JSON.stringify({ audience: value })));
  if (reading.state !== 'present') throw new Error(reading.state);
  return reading.root;
}

describe('where a part goes', () => {
  it.each([
    ['/audience/AND/0', 'down', { group: '/audience', index: 1 }],
    ['/audience/AND/0', 'up', null],
    ['/audience/AND/2', 'down', null],
    ['/audience/AND/0', 'in', { group: '/audience/AND/1', index: 0 }],
    ['/audience/AND/2', 'in', { group: '/audience/AND/1', index: 2 }],
    ['/audience/AND/0', 'out', null],
    ['/audience/AND/1/OR/0', 'up', { group: '/audience', index: 1 }],
    ['/audience/AND/1/OR/1', 'up', { group: '/audience/AND/1', index: 0 }],
    ['/audience/AND/1/OR/1', 'down', { group: '/audience', index: 2 }],
    ['/audience/AND/1/OR/0', 'out', { group: '/audience', index: 2 }],
    ['/audience/AND/1/OR/0', 'in', null],
    ['/audience', 'up', null],
  ] as const)('%s %s', (pointer, direction, expected) => {
    expect(placeAfter(rootOf(audience), pointer, direction)).toEqual(expected);
  });

  it('shows the rows of a folded group no more', () => {
    const pointers = shownParts(rootOf(audience), new Set(['/audience/AND/1'])).map(
      (part) => part.pointer,
    );
    expect(pointers).toEqual([
      '/audience',
      '/audience/AND/0',
      '/audience/AND/1',
      '/audience/AND/2',
    ]);
  });
});
