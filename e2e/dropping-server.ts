import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** How a connection ends once a request has been read to its end. */
export type Ending = 'close' | 'reset' | 'half close' | 'status 408';

/** A server that answers its first request, keeps the connection, and drops every later one unanswered. */
export interface DroppingServer {
  readonly url: string;
  /** Requests that arrived whole, oldest first: the number of their connection and their body. */
  readonly arrivals: readonly { readonly connection: number; readonly body: string }[];
  stop(): Promise<void>;
}

function end(socket: Socket, ending: Ending): void {
  if (ending === 'close') socket.destroy();
  else if (ending === 'reset') socket.resetAndDestroy();
  else if (ending === 'half close') socket.end();
  else socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

/** The first whole request in what was received: its body and its length in bytes. */
function firstRequest(received: Buffer): { body: string; bytes: number } | null {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const head = received.subarray(0, headEnd).toString('latin1');
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  const bytes = headEnd + 4 + length;
  if (received.length < bytes) return null;
  return { body: received.subarray(headEnd + 4, bytes).toString('utf8'), bytes };
}

export async function startDroppingServer(ending: Ending): Promise<DroppingServer> {
  const arrivals: { connection: number; body: string }[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const answer = '{"dispatch_id":"0123456789abcdef0123456789abcdef","message":"success"}';

  const server = createServer((socket) => {
    const connection = (connections += 1);
    let received = Buffer.alloc(0);
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (data) => {
      received = Buffer.concat([received, data]);
      for (let request = firstRequest(received); request; request = firstRequest(received)) {
        received = received.subarray(request.bytes);
        arrivals.push({ connection, body: request.body });
        if (arrivals.length > 1) {
          end(socket, ending);
          return;
        }
        socket.write(
          'HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nKeep-Alive: timeout=60\r\n' +
            `Content-Length: ${Buffer.byteLength(answer)}\r\n\r\n${answer}`,
        );
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    arrivals,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
}
