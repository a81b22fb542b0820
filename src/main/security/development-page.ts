import { contentPolicy } from './content-policy';

/** The page as the development server makes it, under the page's own address. */
export interface DevelopmentPage {
  readonly answer: (request: Request) => Promise<Response>;
  /** Where the server's reload messages come from: the beginning of their addresses. */
  readonly socket: string;
}

/** For development builds only. `server` is the address that the development server gives. */
export function createDevelopmentPage(server: string, get: typeof fetch): DevelopmentPage {
  const { host } = new URL(server);
  const socket = `ws://${host}`;
  const policy = contentPolicy(socket);
  return {
    socket,
    async answer({ url }) {
      const { pathname, search } = new URL(url);
      const found = await get(new URL(`${pathname}${search}`, server));
      const headers = new Headers(found.headers);
      headers.set('Content-Security-Policy', policy);
      return new Response(found.body, { status: found.status, headers });
    },
  };
}
