import type { App } from 'electron';
import type { AppInfo } from '#shared/ipc/contract';
import { runtimeKind } from './runtime-kind';

function platformOf(platform: NodeJS.Platform): AppInfo['platform'] {
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux';
}

/** The first of the system's languages that is one; a bare `C` or `POSIX` is not. */
function systemLanguage(app: App): string {
  const named = app.getPreferredSystemLanguages().find((tag) => /^[a-z]{2,3}(?:[-_]|$)/i.test(tag));
  return named ?? app.getLocale();
}

/** What Settings › About says. `declaredElectron` is the version this release is made for. */
export function readAppInfo(app: App, home: string, declaredElectron: string): AppInfo {
  const { electron, chrome, node } = process.versions;
  return {
    version: app.getVersion(),
    platform: platformOf(process.platform),
    electron,
    chromium: chrome,
    node,
    runtime: runtimeKind(electron, declaredElectron),
    userData: home,
    systemLanguage: systemLanguage(app),
  };
}
