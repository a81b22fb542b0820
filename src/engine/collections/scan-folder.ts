import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import PQueue from 'p-queue';
import type { CollectionEntry } from '#shared/domain/collection';
import { isSuiteFile, requestExtension, requestName } from './request-extension';

/** How much of a folder is looked at: a collection may be a home folder by mistake. */
export interface ScanLimits {
  readonly entries: number;
  /** Files of any kind. */
  readonly visited: number;
  readonly depth: number;
}

export const scanLimits: ScanLimits = { entries: 20_000, visited: 200_000, depth: 40 };

export interface ScanResult {
  readonly entries: readonly CollectionEntry[];
  readonly truncated: boolean;
}

interface FolderNode {
  readonly path: string;
  readonly name: string;
  readonly depth: number;
  folders: FolderNode[];
  requests: string[];
}

/** The longest path inside a collection that a reference can name. */
const maxPathLength = 1000;

const byName = new Intl.Collator('en', { numeric: true });

/** Order of a tree: numbers by value, letters whatever their case, and the same on every system. */
function compareNames(a: string, b: string): number {
  return byName.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/**
 * Lists the folders and requests of a folder in display order. Hidden files, `node_modules`, linked
 * folders, links that lead out and names that no reference can hold are left out. A folder below
 * that cannot be read shows empty; the top one throws the system's error.
 */
export async function scanFolder(
  folder: string,
  limits: ScanLimits = scanLimits,
): Promise<ScanResult> {
  const top: FolderNode = { path: '', name: '', depth: -1, folders: [], requests: [] };
  const realTop = await realpath(folder);
  const queue = new PQueue({ concurrency: 16 });
  let visited = 0;
  /** A limit was hit while looking. */
  const cut = { short: false };

  const visit = async (node: FolderNode): Promise<void> => {
    const entries = await readdir(join(folder, node.path), { withFileTypes: true });
    visited += entries.length;
    if (visited > limits.visited) cut.short = true;
    for (const entry of entries) {
      const path = node.path === '' ? entry.name : `${node.path}/${entry.name}`;
      if (isIgnored(entry.name) || path.length > maxPathLength) continue;
      if (entry.isDirectory()) {
        node.folders.push({
          path,
          name: entry.name,
          depth: node.depth + 1,
          folders: [],
          requests: [],
        });
      } else if (
        requestExtension(entry.name) !== null &&
        (await isFileInside(entry, join(folder, path), realTop))
      ) {
        node.requests.push(entry.name);
      }
    }
    if (node.folders.length > 0 && (cut.short || node.depth + 2 > limits.depth)) {
      cut.short = true;
      return;
    }
    for (const child of node.folders) void queue.add(() => visit(child).catch(() => undefined));
  };

  await visit(top);
  await queue.onIdle();
  const entries: CollectionEntry[] = [];
  const complete = flatten(top, entries, limits.entries);
  return { entries, truncated: cut.short || !complete };
}

function isIgnored(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules' || name.includes('\\');
}

async function isFileInside(entry: Dirent, path: string, realTop: string): Promise<boolean> {
  if (entry.isFile()) return true;
  if (!entry.isSymbolicLink()) return false;
  try {
    const real = await realpath(path);
    return (
      real.startsWith(realTop.endsWith(sep) ? realTop : realTop + sep) &&
      (await stat(real)).isFile()
    );
  } catch {
    return false;
  }
}

/** Folders first, then requests, each by name; false when the limit cut it short. */
function flatten(node: FolderNode, entries: CollectionEntry[], limit: number): boolean {
  node.folders.sort((a, b) => compareNames(a.name, b.name));
  for (const child of node.folders) {
    if (entries.length >= limit) return false;
    entries.push({ kind: 'folder', path: child.path, name: child.name, depth: child.depth });
    if (!flatten(child, entries, limit)) return false;
  }
  const requests = node.requests.map((file) => ({ file, name: requestName(file) }));
  requests.sort((a, b) => compareNames(a.name, b.name) || compareNames(a.file, b.file));
  for (const { file, name } of requests) {
    if (entries.length >= limit) return false;
    const path = node.path === '' ? file : `${node.path}/${file}`;
    const kind = isSuiteFile(file) ? 'suite' : 'request';
    entries.push({ kind, path, name, depth: node.depth + 1 });
  }
  return true;
}
