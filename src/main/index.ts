import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { app, dialog } from 'electron';
import { defaultHome } from '#engine/home';
import { boot } from './boot';
import { guardContents } from './security/contents-guard';
import { declarePageScheme } from './security/page-scheme';
import { fetchNoDictionaries } from './security/session-guard';
import { setSwitches } from './security/switches';

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

function start(): void {
  let showWindow: () => void = () => undefined;
  app.on('second-instance', () => {
    showWindow();
  });
  // An app module that awaits this never becomes ready.
  void app.whenReady().then(() => {
    // Names are looked up as the system does it, and never with a stranger over HTTPS.
    app.configureHostResolver({ secureDnsMode: 'off' });
    showWindow = boot({
      home,
      appFolder: app.getAppPath(),
      built: dirname(import.meta.dirname),
      declaredElectron: __DECLARED_ELECTRON__,
    });
  });
}

setSwitches(app.commandLine);
declarePageScheme();
guardContents(app);
fetchNoDictionaries(app);
// The lock lies in the user data: one app for each home, not one for each computer.
if (useHome() && app.requestSingleInstanceLock()) start();
else app.exit(0);
