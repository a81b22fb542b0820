import { afterEach, describe, expect, it } from 'vitest';
import type { WindowPart } from './window-parts';
import { hasPart, holdParts, letPartsCome } from './window-parts';

const parts: readonly WindowPart[] = ['edges', 'tools', 'sidebar', 'answer', 'rest'];
const there = (): WindowPart[] => parts.filter((part) => hasPart(part));

afterEach(async () => {
  await letPartsCome(() => Promise.resolve());
});

describe('the parts of the window', () => {
  it('are all there where no window is being opened', () => {
    expect(there()).toEqual(parts);
  });

  it('are left out while a window is being opened', () => {
    holdParts();
    expect(there()).toEqual([]);
  });

  it('come one by one, each after a picture of those before it', async () => {
    holdParts();
    const pictures: WindowPart[][] = [];
    await letPartsCome(() => {
      pictures.push(there());
      return Promise.resolve();
    });
    expect(pictures).toEqual(parts.map((_part, index) => parts.slice(0, index)));
    expect(there()).toEqual(parts);
  });

  it('stay away as long as nothing is painted', async () => {
    holdParts();
    let paint: () => void = () => undefined;
    const coming = letPartsCome(
      () =>
        new Promise((resolve) => {
          paint = resolve;
        }),
    );
    expect(there()).toEqual([]);
    for (const part of parts) {
      expect(hasPart(part)).toBe(false);
      paint();
      await Promise.resolve();
      await Promise.resolve();
      expect(hasPart(part)).toBe(true);
    }
    await coming;
  });
});
