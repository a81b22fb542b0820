import type { App, BrowserWindow } from 'electron';
import type { Publish } from '#engine/publish';
import type { Traffic } from '../services/traffic';

export interface QuitFlowDeps {
  readonly app: App;
  readonly window: BrowserWindow;
  readonly publish: Publish;
  readonly traffic: Traffic;
  /** Called while the window is still there. */
  readonly remember: () => void;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  /** Ends everything else. Never rejects. */
  readonly shutdown: () => Promise<void>;
}

/** How long the page may be silent before it counts as done with saving, in milliseconds. */
const quietMs = 60;

/** How long the page may show no sign of life, in milliseconds: it freezes while it puts a text of megabytes together. */
const silentMs = 20_000;

/** How long the page may take to save whatever it shows, in milliseconds. */
const saveLimitMs = 120_000;

/**
 * Lets the page save before anything ends. Closing the window, the menu, the system's shutdown and
 * signals all come through here, once.
 */
export function installQuitFlow(deps: QuitFlowDeps): void {
  const { app, window } = deps;
  let state: 'running' | 'ending' | 'ended' = 'running';

  /**
   * Until the page has saved. A script is run in it only to be answered: messages to a page arrive in
   * order, so an answer says that it has heard of the end and has begun to save.
   */
  async function pageHasSaved(): Promise<void> {
    await deps.traffic.quiet(window.webContents.executeJavaScript('0'), quietMs, silentMs);
  }

  async function end(): Promise<void> {
    state = 'ending';
    deps.remember();
    deps.publish('app.quitRequested', {});
    await Promise.race([pageHasSaved(), deps.wait(saveLimitMs)]);
    if (!window.isDestroyed()) window.hide();
    await deps.shutdown();
    state = 'ended';
    if (!window.isDestroyed()) window.destroy();
    app.quit();
  }

  const intercept = (event: { preventDefault(): void }): void => {
    if (state === 'ended') return;
    event.preventDefault();
    if (state === 'running') void end();
  };
  window.on('close', intercept);
  app.on('before-quit', intercept);
  app.on('window-all-closed', () => {
    app.quit();
  });
}
