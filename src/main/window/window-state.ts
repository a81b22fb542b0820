import { readFileSync } from 'node:fs';
import type { Rectangle } from 'electron';
import { languages } from '#shared/domain/language';
import { themes } from '#shared/domain/theme';

/** What `window.json` remembers of the window. Losing it costs a resize. */
export interface WindowState {
  readonly bounds: Readonly<Rectangle> | null;
  readonly maximized: boolean;
  /** As last seen in the settings, so that the window opens in the right colours and size before they are read. */
  readonly theme: (typeof themes)[number];
  readonly zoomPercent: number;
  /** The page is told, because its editor has to know it before the settings are read. */
  readonly language: (typeof languages)[number] | 'system';
}

export const firstWindowState: WindowState = {
  bounds: null,
  maximized: false,
  theme: 'system',
  zoomPercent: 100,
  language: 'system',
};

function isWholeNumber(value: unknown, from: number, to: number): value is number {
  return Number.isInteger(value) && (value as number) >= from && (value as number) <= to;
}

function isBounds(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height } = value as Record<string, unknown>;
  return [x, y, width, height].every((part) => isWholeNumber(part, -100_000, 100_000));
}

/** By hand: a schema's library would have to be loaded before the window opens. */
function parseWindowState(value: unknown): WindowState {
  if (typeof value !== 'object' || value === null) return firstWindowState;
  const { bounds, maximized, theme, zoomPercent, language } = value as Record<string, unknown>;
  const known = themes.find((name) => name === theme);
  const sound =
    (bounds === null || isBounds(bounds)) &&
    typeof maximized === 'boolean' &&
    isWholeNumber(zoomPercent, 50, 300);
  return sound && known !== undefined
    ? {
        bounds,
        maximized,
        theme: known,
        zoomPercent,
        language: languages.find((name) => name === language) ?? 'system',
      }
    : firstWindowState;
}

/** The remembered state, or that of a first start when there is none or it cannot be read. */
export function readWindowState(file: string): WindowState {
  try {
    return parseWindowState(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return firstWindowState;
  }
}
