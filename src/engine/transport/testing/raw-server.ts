import { once } from 'node:events';
import { type AddressInfo, type Socket, createServer } from 'node:net';

/** A request as a server on the bare socket saw it, whole. */
export interface SeenRequest {
  readonly path: string;
  readonly head: string;
  readonly body: string;
  /** Which connection, from 1, and the how-manyth request on it. */
  readonly connection: number;
  readonly nth: number;
}

/** A server that may answer anything, or nothing. */
export interface RawServer {
  readonly url: string;
  readonly seen: SeenRequest[];
  close(): Promise<void>;
}

/** Hands over every whole request with its socket; what happens then is the test's business. */
export async function startRawServer(
  onRequest: (request: SeenRequest, socket: Socket) => void,
): Promise<RawServer> {
  const seen: SeenRequest[] = [];
  const open = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    const connection = connections;
    let nth = 0;
    let received = Buffer.alloc(0);
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      for (;;) {
        const headEnd = received.indexOf('\r\n\r\n');
        if (headEnd < 0) return;
        const head = received.toString('latin1', 0, headEnd);
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
        if (received.length < headEnd + 4 + length) return;
        const body = received.toString('utf8', headEnd + 4, headEnd + 4 + length);
        received = received.subarray(headEnd + 4 + length);
        nth += 1;
        const request = { path: head.split(' ')[1] ?? '', head, body, connection, nth };
        seen.push(request);
        onRequest(request, socket);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** An answer as it goes over the wire; `keep-alive` although the client did not ask for it. */
export function rawAnswer(status: number, body = '{}', headers: readonly string[] = []): string {
  const length = Buffer.byteLength(body);
  const lines = [
    `HTTP/1.1 ${status} Any`,
    `Content-Length: ${length}`,
    'Connection: keep-alive',
    ...headers,
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
