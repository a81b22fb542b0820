import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { contentPolicy } from './content-policy';
import { contentTypeOf } from './content-types';
import { isPageUrl } from './page-address';

const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * The file an address of the page means, or null when it means none: another origin, a way out of the
 * folder, a name that cannot be decoded. Looks at no disk.
 */
export function pageFileOf(folder: string, address: string): string | null {
  if (!isPageUrl(address)) return null;
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  // An encoded separator or dot survives the address's own normalisation and is only seen here.
  if (/[\\\0:]/.test(path) || path.split('/').some((part) => /^\.+$/.test(part))) return null;
  const root = resolve(folder);
  const file = join(root, path === '/' || path === '' ? 'index.html' : path);
  return file.startsWith(root + sep) ? file : null;
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: securityHeaders });
}

/**
 * Answers requests for the page from one folder, whole files only. Anything else is 404; a method
 * that is not GET or HEAD is 405. `connect` loosens the policy's `connect-src`.
 */
export function createPageFiles(
  folder: string,
  connect?: string,
): (request: Request) => Promise<Response> {
  const policy = contentPolicy(connect);
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    const file = pageFileOf(folder, request.url);
    const type = file === null ? null : contentTypeOf(file);
    if (file === null || type === null) return refuse(404);
    try {
      const bytes = await readFile(file);
      return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), {
        headers: {
          ...securityHeaders,
          'Content-Type': type,
          'Content-Security-Policy': policy,
          'Content-Length': String(bytes.byteLength),
          'Cache-Control': 'no-cache',
        },
      });
    } catch {
      return refuse(404);
    }
  };
}
