import { writeFileSync } from 'node:fs';
import type { BrowserWindow } from 'electron';
import type { Settings } from '#shared/domain/settings';
import { pageUrlFor } from '../security/page-address';
import { applyTheme, groundOf } from './theme';
import type { WindowState } from './window-state';

/** Keeps what the next start needs to open the window as it was. */
export interface WindowMemory {
  /** Takes over theme, zoom and language: in the window now, in the file at the end. */
  follow(settings: Settings): void;
  /** Where the page is to be loaded from now. */
  pageUrl(): string;
  /** Writes the file. Failing costs a resize, so it fails in silence. */
  save(): void;
}

/** `state` is what the window was opened with. */
export function createWindowMemory(
  window: BrowserWindow,
  file: string,
  state: WindowState,
): WindowMemory {
  let { theme, zoomPercent, language } = state;
  return {
    pageUrl: () => pageUrlFor({ language, theme }),
    follow(settings) {
      language = settings.language;
      if (settings.theme !== theme) {
        theme = settings.theme;
        applyTheme(theme);
        window.setBackgroundColor(groundOf(theme));
      }
      if (settings.zoomPercent !== zoomPercent) {
        zoomPercent = settings.zoomPercent;
        window.webContents.setZoomFactor(zoomPercent / 100);
      }
    },
    save() {
      const now: WindowState = {
        bounds: window.getNormalBounds(),
        maximized: window.isMaximized(),
        theme,
        zoomPercent,
        language,
      };
      try {
        writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`, { mode: 0o600 });
      } catch {
        return;
      }
    },
  };
}
