import type { Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Dispatch } from '#shared/domain/dispatch';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import { type SeenRequest, rawAnswer, startRawServer } from '../../transport/testing/raw-server';
import type { GivenConfirmation } from '../gate';
import { sampleRequest } from './sample-request';
import { type DeskSettings, createSendingDesk } from './sending-desk';

/** What a server says that takes everything. */
export const accepted = rawAnswer(201, '{"dispatch_id":"5f0c","message":"success"}');

/** A desk whose calls go to a real server, which ends with the test. */
export async function deskOnServer(
  onRequest: (request: SeenRequest, socket: Socket) => void = (_request, socket) => {
    socket.write(accepted);
  },
  settings: DeskSettings = {},
) {
  const server = await startRawServer(onRequest);
  onTestFinished(() => server.close());
  const desk = createSendingDesk({ url: server.url, ...settings });
  const send = (
    request: OutgoingRequest = sampleRequest(),
    confirmations: GivenConfirmation[] = [],
    attemptId: string = crypto.randomUUID(),
  ): Promise<Dispatch> =>
    desk.dispatches.send({ attemptId, environmentId: 'staging', request, confirmations });
  return { ...desk, seen: server.seen, host: new URL(server.url).host, send };
}
