import { ipcMain } from 'electron';
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import type { Log } from '#engine/log/log';
import { requestChannel } from '#shared/ipc/names';
import { isPageUrl, pageOrigin } from '../security/page-address';
import { answerRequest } from './answer-request';
import type { Handlers } from './handlers';
import type { Traffic } from '../services/traffic';

export interface GateDeps {
  readonly handlers: Handlers;
  /** The contents of our window, or null while there is none. */
  readonly page: () => WebContents | null;
  readonly traffic: Traffic;
  readonly log: Log;
}

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

/** Opens the one channel for requests. Every request gets a result, whoever sent it. */
export function openGate({ handlers, page, traffic, log }: GateDeps): void {
  ipcMain.handle(requestChannel, (event, route: unknown, input: unknown) => {
    const trusted = isOurs(event, page());
    return traffic.during(route, answerRequest({ trusted, route, input }, { handlers, log }));
  });
}
