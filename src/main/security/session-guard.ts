import type { App, Session } from 'electron';
import { isPageUrl, pageOrigin } from './page-address';

/**
 * Closes everything a session could do beyond showing our own files: permissions, devices, downloads
 * and the network. `alsoAllowed` lets the development server through and is empty in a built app.
 */
export function guardSession(session: Session, alsoAllowed: readonly string[] = []): void {
  // Both: the first answers questions, the second what is looked up without asking.
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);

  session.on('will-download', (event) => {
    event.preventDefault();
  });

  // The policy says the same to the page; this holds for whatever the policy does not cover.
  session.webRequest.onBeforeRequest((details, answer) => {
    const { url } = details;
    const local = isPageUrl(url) || /^(?:data|blob|devtools):/.test(url);
    answer({ cancel: !local && !alsoAllowed.some((start) => url.startsWith(start)) });
  });
}

/**
 * No session looks up spelling: Chromium fetches the dictionaries from the network, and begins with it
 * as soon as there is a session. Must be called before the app is ready.
 */
export function fetchNoDictionaries(app: App): void {
  app.on('session-created', (session) => {
    session.setSpellCheckerDictionaryDownloadURL(`${pageOrigin}/no-dictionaries/`);
    session.setSpellCheckerLanguages([]);
    session.setSpellCheckerEnabled(false);
  });
}
