import { protocol } from 'electron';
import type { Session } from 'electron';
import { pageScheme } from './page-address';

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

/** Answers the page's scheme in this session. */
export function servePage(session: Session, answer: (request: Request) => Promise<Response>): void {
  session.protocol.handle(pageScheme, answer);
}
