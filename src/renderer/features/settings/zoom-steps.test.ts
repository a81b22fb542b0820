import { expect, it } from 'vitest';
import { zoomStep } from './zoom-steps';

it.each([
  [100, 1, 110],
  [100, -1, 90],
  [105, 1, 110],
  [105, -1, 100],
  [50, -1, 50],
  [300, 1, 300],
  [250, 1, 300],
] as const)('from %i by %i comes %i', (percent, direction, next) => {
  expect(zoomStep(percent, direction)).toBe(next);
});
