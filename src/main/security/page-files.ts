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

/** What a request for the page gets: a file with its headers, or nothing with a status. */
export type PageAnswer =
  | { readonly file: string; readonly headers: Readonly<Record<string, string>> }
  | { readonly file: null; readonly status: 404 | 405 };

/**
 * Decides on requests for the page from one folder, whole files only. Anything else is 404; a method
 * that is not GET or HEAD is 405. Reads nothing: whether there is such a file shows when it is sent.
 */
export function createPageFiles(
  folder: string,
): (request: { readonly url: string; readonly method: string }) => PageAnswer {
  const policy = contentPolicy();
  return ({ url, method }) => {
    if (method !== 'GET' && method !== 'HEAD') return { file: null, status: 405 };
    const file = pageFileOf(folder, url);
    const type = file === null ? null : contentTypeOf(file);
    if (file === null || type === null) return { file: null, status: 404 };
    return {
      file,
      headers: {
        ...securityHeaders,
        'Content-Type': type,
        'Content-Security-Policy': policy,
        'Cache-Control': 'no-cache',
      },
    };
  };
}
