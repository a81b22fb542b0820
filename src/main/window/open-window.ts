import { join } from 'node:path';
import type { BrowserWindow, WebContents } from 'electron';
import { preparePageSession } from '../security/page-session';
import { openMainWindow } from './main-window';
import { applyTheme } from './theme';
import { createQuietMoment } from './quiet-moment';
import type { WindowState } from './window-state';
import { readWindowState } from './window-state';

export interface WindowPlaces {
  /** The folder for all user data. */
  readonly home: string;
  /** The folder that package.json is in. */
  readonly appFolder: string;
  /** The folder of the build, with `preload` and `renderer` in it. */
  readonly built: string;
  readonly devTools: boolean;
}

/** The window as it was opened, with what the rest of the app wants to know of it. */
export interface OpenedWindow {
  readonly window: BrowserWindow;
  readonly state: WindowState;
  readonly stateFile: string;
  /** Its contents, or null when it is gone. */
  readonly page: () => WebContents | null;
  /**
   * The page has begun, or will not. It asks this process for its preload and its files and stands still until
   * the answers, so whatever keeps this process busy waits for this, and then runs beside the page.
   */
  readonly pageBegan: Promise<void>;
  /** It is in sight; in milliseconds since the process started. */
  readonly shown: Promise<number>;
}

/** The page asks for the files of its first picture in one go; after a pause like this it has them all. */
const quietMs = 8;
/** And this is how long it may take to ask for the first. */
const longestMs = 150;

/** Opens the window and sends it to the page. */
export function openWindow({ home, appFolder, built, devTools }: WindowPlaces): OpenedWindow {
  const asking = createQuietMoment(quietMs, longestMs);
  preparePageSession(join(built, 'renderer'), asking.came);
  const stateFile = join(home, 'window.json');
  const state = readWindowState(stateFile);
  applyTheme(state.theme);
  const window = openMainWindow({
    preload: join(built, 'preload', 'index.cjs'),
    icon: join(appFolder, 'resources', 'icons', '256x256.png'),
    state,
    devTools,
  });
  return {
    window,
    state,
    stateFile,
    page: () => (window.isDestroyed() ? null : window.webContents),
    pageBegan: new Promise((resolve) => {
      window.webContents.once('did-navigate', () => {
        void asking.quiet().then(resolve);
      });
      window.webContents.once('did-fail-load', () => {
        resolve();
      });
    }),
    shown: new Promise((resolve) => {
      window.once('show', () => {
        resolve(performance.now());
      });
    }),
  };
}

/** Brings the window to the front. */
export function showWindow(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
