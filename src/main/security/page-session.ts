import { session } from 'electron';
import { createDevelopmentPage } from './development-page';
import { createPageFiles } from './page-files';
import { servePage, servePageFiles } from './page-scheme';
import { guardSession } from './session-guard';

/**
 * Prepares the session that the window shows the page in. `folder` holds the page's files; `onAsked` is told
 * of each that is asked for.
 */
export function preparePageSession(folder: string, onAsked: () => void): void {
  const own = session.defaultSession;
  const server = import.meta.env.DEV ? process.env['ELECTRON_RENDERER_URL'] : undefined;
  if (server === undefined) {
    guardSession(own);
    servePageFiles(own, createPageFiles(folder), onAsked);
    return;
  }
  const page = createDevelopmentPage(server, fetch);
  guardSession(own, [page.socket]);
  servePage(own, page.answer);
}
