import { describe, expect, it } from 'vitest';
import { nextZoom } from './zoom';

describe('nextZoom', () => {
  it.each([
    [100, 'in', 110],
    [100, 'out', 90],
    [133, 'in', 150],
    [133, 'out', 125],
    [300, 'in', 300],
    [50, 'out', 50],
    [275, 'reset', 100],
  ] as const)('%i %s is %i', (from, direction, to) => {
    expect(nextZoom(from, direction)).toBe(to);
  });
});
