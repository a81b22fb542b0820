import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { app, dialog } from 'electron';
import { defaultHome } from '#engine/home';
import { openGate } from './ipc/gate';
import { guardContents } from './security/contents-guard';
import { declarePageScheme } from './security/page-scheme';
import { fetchNoDictionaries } from './security/session-guard';
import { setSwitches } from './security/switches';
import { openWindow, showWindow } from './window/open-window';

const home = defaultHome(process.env, process.platform, homedir());
const chromium = join(home, 'chromium');

/** Chromium's own files go below the home too, so that a home is all there is to move or delete. */
function useHome(): boolean {
  try {
    mkdirSync(chromium, { recursive: true, mode: 0o700 });
    app.setPath('userData', chromium);
    app.setPath('sessionData', chromium);
    app.setPath('crashDumps', join(chromium, 'crashes'));
    return true;
  } catch (error) {
    dialog.showErrorBox('Dispatch Desk', error instanceof Error ? error.message : String(error));
    return false;
  }
}

/**
 * The window first, so that Chromium starts its processes while the rest is loaded. What the page asks in
 * the meantime waits at the gate.
 */
async function open(): Promise<void> {
  // Names are looked up as the system does it, and never with a stranger over HTTPS.
  app.configureHostResolver({ secureDnsMode: 'off' });
  const places = { home, appFolder: app.getAppPath(), built: dirname(import.meta.dirname) };
  const opened = openWindow({ ...places, devTools: !app.isPackaged });
  app.on('second-instance', () => {
    showWindow(opened.window);
  });
  const booted = opened.pageBegan.then(async () => {
    const { boot } = await import('./boot');
    return boot({ ...places, declaredElectron: __DECLARED_ELECTRON__, opened });
  });
  openGate(opened.page, booted);
  await booted;
}

setSwitches(app.commandLine);
declarePageScheme();
guardContents(app);
fetchNoDictionaries(app);
// The lock lies in the user data: one app for each home, not one for each computer.
if (useHome() && app.requestSingleInstanceLock()) {
  // An app module that awaits this never becomes ready.
  void app
    .whenReady()
    .then(open)
    .catch((error: unknown) => {
      dialog.showErrorBox('Dispatch Desk', error instanceof Error ? error.message : String(error));
      app.exit(1);
    });
} else app.exit(0);
