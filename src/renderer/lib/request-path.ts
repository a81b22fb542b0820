import type { RequestRef } from '#shared/domain/request';

export function sameRef(a: RequestRef, b: RequestRef): boolean {
  return a.root === b.root && a.path === b.path;
}

/** The file's name without folders and ending. */
export function titleOfPath(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/(?:\.suite)?\.jsonc?$/i, '');
}

/** The folder that holds a path, '' for the collection's top. */
export function folderOfPath(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

/** Where a ref points after `from` (a request, or a folder above it) became `to`; null when it is not touched. */
export function movedRef(ref: RequestRef, from: RequestRef, to: RequestRef): RequestRef | null {
  if (sameRef(ref, from)) return to;
  if (ref.root !== from.root || !ref.path.startsWith(`${from.path}/`)) return null;
  return { root: to.root, path: to.path + ref.path.slice(from.path.length) };
}
