import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeWindow, smallestWindow } from './bounds';
import type { Rectangle } from './bounds';

const main: Rectangle = { x: 0, y: 0, width: 1920, height: 1040 };
const left: Rectangle = { x: -1600, y: 100, width: 1600, height: 860 };

describe('placeWindow', () => {
  it.each<[string, Rectangle | null, Rectangle[], Rectangle]>([
    ['first start', null, [main, left], { x: 320, y: 120, width: 1280, height: 800 }],
    [
      'first start on a small screen',
      null,
      [{ x: 0, y: 0, width: 1024, height: 700 }],
      { x: 0, y: 0, width: 1024, height: 700 },
    ],
    [
      'as it was',
      { x: 10, y: 20, width: 900, height: 600 },
      [main, left],
      { x: 10, y: 20, width: 900, height: 600 },
    ],
    [
      'on the other screen',
      { x: -1500, y: 200, width: 900, height: 600 },
      [main, left],
      { x: -1500, y: 200, width: 900, height: 600 },
    ],
    [
      'half off the edge',
      { x: 1500, y: 700, width: 900, height: 600 },
      [main],
      { x: 1020, y: 440, width: 900, height: 600 },
    ],
    [
      'its screen has gone',
      { x: -1500, y: 200, width: 900, height: 600 },
      [main],
      { x: 320, y: 120, width: 1280, height: 800 },
    ],
    ['larger than the screen', { x: 0, y: 0, width: 4000, height: 3000 }, [main], main],
    [
      'smaller than usable',
      { x: 5, y: 5, width: 1, height: 1 },
      [main],
      { x: 5, y: 5, width: 640, height: 480 },
    ],
  ])('%s', (_name, saved, screens, expected) => {
    expect(placeWindow(saved, screens)).toEqual(expected);
  });

  it('always lies on a screen as a whole', () => {
    const number = fc.integer({ min: -5000, max: 5000 });
    const size = fc.integer({ min: 0, max: 5000 });
    const saved = fc.record({ x: number, y: number, width: size, height: size });
    fc.assert(
      fc.property(fc.option(saved), (bounds) => {
        const placed = placeWindow(bounds, [main, left]);
        const inside = [main, left].some(
          (screen) =>
            placed.x >= screen.x &&
            placed.y >= screen.y &&
            placed.x + placed.width <= screen.x + screen.width &&
            placed.y + placed.height <= screen.y + screen.height,
        );
        expect(inside).toBe(true);
        expect(placed.width).toBeGreaterThanOrEqual(smallestWindow.width);
        expect(placed.height).toBeGreaterThanOrEqual(smallestWindow.height);
      }),
    );
  });
});
