import { protocol } from 'electron';
import type { Session } from 'electron';
import { pageScheme } from './page-address';
import type { PageAnswer } from './page-files';

/**
 * Gives the page's scheme what a secure origin has. Must run before the app is ready, or the page
 * would have no origin, no modules and no workers.
 */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Answers the page's scheme in this session by a function; for development. */
export function servePage(session: Session, answer: (request: Request) => Promise<Response>): void {
  session.protocol.handle(pageScheme, answer);
}

/** The part of Electron's protocol that sends files without carrying their bytes through JavaScript. */
interface FileProtocol {
  registerFileProtocol(
    scheme: string,
    handler: (
      request: { readonly url: string; readonly method: string },
      callback: (
        answer:
          | { readonly path: string; readonly headers: Record<string, string> }
          | { readonly statusCode: number; readonly data: string },
      ) => void,
    ) => void,
  ): boolean;
}

/**
 * Answers the page's scheme in this session with files. `protocol.handle` would do the same, but hands the
 * editor's 3 MB through the main thread while that is busy starting: 0.4 s of a start. `onAsked` is told of each.
 */
export function servePageFiles(
  session: Session,
  decide: (request: { readonly url: string; readonly method: string }) => PageAnswer,
  onAsked: () => void,
): void {
  const protocol: FileProtocol = session.protocol;
  protocol.registerFileProtocol(pageScheme, (request, callback) => {
    const answer = decide(request);
    onAsked();
    if (answer.file === null) callback({ statusCode: answer.status, data: '' });
    else callback({ path: answer.file, headers: { ...answer.headers } });
  });
}
