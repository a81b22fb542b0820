/** A rectangle on the desktop, in device-independent pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest window in which everything can still be reached. */
export const smallestWindow = { width: 640, height: 480 } as const;

/** The size of a first start. */
export const firstWindow = { width: 1280, height: 800 } as const;

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/**
 * Where the window opens: as it was, moved and shrunk until all of it is on one screen; in the middle of
 * the first screen when nothing is known or the screen it was on has gone. `screens` are work areas, the
 * main one first.
 */
export function placeWindow(saved: Rectangle | null, screens: readonly Rectangle[]): Rectangle {
  const home = screens[0] ?? { x: 0, y: 0, ...firstWindow };
  const screen =
    saved === null
      ? home
      : screens.reduce(
          (best, one) => (overlap(saved, one) > overlap(saved, best) ? one : best),
          home,
        );
  const known = saved !== null && overlap(saved, screen) > 0;
  const wanted = known ? saved : firstWindow;
  const width = Math.min(Math.max(wanted.width, smallestWindow.width), screen.width);
  const height = Math.min(Math.max(wanted.height, smallestWindow.height), screen.height);
  const right = screen.x + screen.width - width;
  const bottom = screen.y + screen.height - height;
  return {
    width,
    height,
    x: known ? clamp(saved.x, screen.x, right) : Math.round((screen.x + right) / 2),
    y: known ? clamp(saved.y, screen.y, bottom) : Math.round((screen.y + bottom) / 2),
  };
}
