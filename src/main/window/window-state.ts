import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { themes } from '#shared/domain/theme';

const wholeNumber = z.number().int().min(-100_000).max(100_000);

const windowStateSchema = z.object({
  bounds: z
    .object({ x: wholeNumber, y: wholeNumber, width: wholeNumber, height: wholeNumber })
    .nullable(),
  maximized: z.boolean(),
  /** As last seen in the settings, so that the window opens in the right colours and size before they are read. */
  theme: z.enum(themes),
  zoomPercent: z.number().int().min(50).max(300),
});

/** What `window.json` remembers of the window. Losing it costs a resize. */
export type WindowState = Readonly<z.infer<typeof windowStateSchema>>;

export const firstWindowState: WindowState = {
  bounds: null,
  maximized: false,
  theme: 'system',
  zoomPercent: 100,
};

/** The remembered state, or that of a first start when there is none or it cannot be read. */
export function readWindowState(file: string): WindowState {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return firstWindowState;
  }
}
