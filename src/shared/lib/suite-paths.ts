/**
 * The path inside the collection that a suite names relative to its own folder.
 * @returns null where it leads out of the collection or is no path with `/`.
 */
export function pathFromSuite(suitePath: string, relative: string): string | null {
  if (relative === '' || relative.startsWith('/') || relative.includes('\\')) return null;
  const parts = foldersOf(suitePath);
  for (const part of relative.split('/')) {
    if (part === '.' || part === '') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.length === 0 ? null : parts.join('/');
}

/** How a suite names a path of the same collection: relative to the suite's own folder. */
export function pathForSuite(suitePath: string, path: string): string {
  const from = foldersOf(suitePath);
  const to = path.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

function foldersOf(path: string): string[] {
  return path.split('/').slice(0, -1);
}
