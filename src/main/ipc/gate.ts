import { ipcMain } from 'electron';
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { requestChannel } from '#shared/ipc/names';
import type { Result } from '#shared/ipc/result';
import { isPageUrl, pageOrigin } from '../security/page-address';
import type { BridgeRequest } from './answer-request';

/** Answers one request of the bridge. Never rejects. */
export type Answerer = (request: BridgeRequest) => Promise<Result<unknown>>;

/** Whether a request comes from our window's main frame, showing our page. */
function isOurs(event: IpcMainInvokeEvent, page: WebContents | null): boolean {
  const frame = event.senderFrame;
  return (
    page !== null &&
    event.sender === page &&
    frame !== null &&
    frame === page.mainFrame &&
    frame.origin === pageOrigin &&
    isPageUrl(frame.url)
  );
}

/**
 * Opens the one channel for requests. Every request gets a result, whoever sent it; one that comes
 * before there is someone to answer waits. `page` is the contents of our window, null while there is none.
 */
export function openGate(page: () => WebContents | null, answerer: Promise<Answerer>): void {
  ipcMain.handle(requestChannel, async (event, route: unknown, input: unknown) => {
    const trusted = isOurs(event, page());
    const answer = await answerer;
    return answer({ trusted, route, input });
  });
}
