import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call that arrived: whom it named, and what it was answered; null: it was dropped. */
export interface PickyArrival {
  readonly users: readonly string[];
  readonly status: number | null;
}

/** A server that refuses calls naming some users and drops those naming others, as Braze takes or refuses a call as a whole. */
export interface PickyServer {
  readonly url: string;
  readonly apiKey: string;
  /** A call that names one of them is answered 400. */
  readonly refused: Set<string>;
  /** A call that names one of them arrives and is never answered. */
  readonly dropped: Set<string>;
  /** How long it thinks before it answers, in milliseconds. */
  thinkMs: number;
  /** Calls that arrived whole, oldest first. */
  readonly arrivals: readonly PickyArrival[];
  /** How often each user was named in a call that was taken, or that nobody answered. */
  taken(): ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

export async function startPickyServer(): Promise<PickyServer> {
  const refused = new Set<string>();
  const dropped = new Set<string>();
  const arrivals: PickyArrival[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { recipients = [] } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
        recipients?: { external_user_id: string }[];
      };
      const users = recipients.map(({ external_user_id: user }) => user);
      if (users.some((user) => dropped.has(user))) {
        arrivals.push({ users, status: null });
        request.socket.destroy();
        return;
      }
      const status = users.some((user) => refused.has(user)) ? 400 : 201;
      arrivals.push({ users, status });
      const answer =
        status === 201
          ? '{"dispatch_id":"0123456789abcdef0123456789abcdef","message":"success"}'
          : '{"message":"A recipient is not as it has to be"}';
      setTimeout(() => {
        response.writeHead(status, { 'Content-Type': 'application/json' });
        response.end(answer);
      }, picky.thinkMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const picky: PickyServer = {
    url: `http://127.0.0.1:${port}`,
    apiKey: 'c0ffee00-1234-4abc-9def-0123456789ab',
    refused,
    dropped,
    thinkMs: 0,
    arrivals,
    taken() {
      const times = new Map<string, number>();
      for (const { users, status } of arrivals) {
        if (status === 400) continue;
        for (const user of users) times.set(user, (times.get(user) ?? 0) + 1);
      }
      return times;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
  return picky;
}
