import { dialog } from 'electron';
import type { App, BrowserWindow } from 'electron';
import type { Log } from '#engine/log/log';
import type { MenuLabels } from '../menu/menu-labels';
import { createCrashRecovery } from './crash-recovery';

export interface PageRecoveryDeps {
  readonly app: App;
  readonly window: BrowserWindow;
  readonly pageUrl: () => string;
  readonly labels: () => MenuLabels;
  readonly now: () => number;
  readonly log: Log;
}

/** Loads the page again when its process has ended; asks when that happens twice in short order. */
export function recoverPage({ app, window, pageUrl, labels, now, log }: PageRecoveryDeps): void {
  const decide = createCrashRecovery(now);
  const load = (): void => {
    void window.loadURL(pageUrl()).catch(() => undefined);
  };

  async function ask(): Promise<void> {
    const { pageGone, pageGoneDetail, restartPage, quit } = labels();
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: pageGone,
      detail: pageGoneDetail,
      buttons: [restartPage, quit],
      defaultId: 0,
      cancelId: 0,
    });
    if (response === 0) load();
    else app.quit();
  }

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    const action = decide(reason);
    log.error('page process ended', { state: action, failure: reason, status: exitCode });
    if (action === 'reload') load();
    if (action === 'ask') void ask();
  });
}
