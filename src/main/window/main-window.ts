import { BrowserWindow, screen } from 'electron';
import type { WebContents } from 'electron';
import { pageUrlFor } from '../security/page-address';
import { placeWindow, smallestWindow } from './bounds';
import { isReloadKey } from './reload-keys';
import { groundOf } from './theme';
import type { WindowState } from './window-state';

export interface MainWindowOptions {
  readonly preload: string;
  readonly icon: string;
  readonly state: WindowState;
  /** Developer tools can read the page; a released app has none. */
  readonly devTools: boolean;
}

/** The window's own preferences, in one place for all to read back. */
function webPreferences({ preload, devTools, state }: MainWindowOptions): Electron.WebPreferences {
  return {
    preload,
    devTools,
    zoomFactor: state.zoomPercent / 100,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    enableWebSQL: false,
    // Timers of a hidden window still fire in time: drafts are saved by one.
    backgroundThrottling: false,
  };
}

function ignoreReloadKeys(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    if (isReloadKey(input)) event.preventDefault();
  });
}

/** Opens the window. It is shown with its first paint, in the colours of its theme until then. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const { workArea: first } = screen.getPrimaryDisplay();
  const screens = [first, ...screen.getAllDisplays().map(({ workArea }) => workArea)];
  const window = new BrowserWindow({
    ...placeWindow(options.state.bounds, screens),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Dispatch Desk',
    backgroundColor: groundOf(options.state.theme),
    autoHideMenuBar: true,
    webPreferences: webPreferences(options),
  });
  ignoreReloadKeys(window.webContents);
  window.webContents.setVisualZoomLevelLimits(1, 1).catch(() => undefined);
  window.once('ready-to-show', () => {
    if (options.state.maximized) window.maximize();
    window.show();
  });
  // Reading it would hold up the page; the system asks for it when the window is in sight.
  if (process.platform !== 'darwin') {
    window.once('show', () => {
      window.setIcon(options.icon);
    });
  }
  void window.loadURL(pageUrlFor(options.state)).catch(() => undefined);
  return window;
}
