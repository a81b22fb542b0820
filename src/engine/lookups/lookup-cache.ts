import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ContractProperty } from '#shared/braze/contract/contract';
import type { Environment } from '#shared/domain/environment';
import type { ListedTarget, TargetDetails, TargetKind } from '#shared/domain/lookup';
import { createDataFile, type DataFile, isObject, type JsonObject } from '../files/data-file';
import { withFileErrors } from '../files/file-error';
import type { Problems } from '../problems';

/** Details that are kept of an environment, those that were read last. */
const mostDetails = 500;

const propertySchema: z.ZodType<ContractProperty> = z.object({
  name: z.string(),
  required: z.boolean(),
  list: z.boolean(),
  open: z.boolean(),
  get children() {
    return z.array(propertySchema);
  },
  places: z.array(z.object({ message: z.string(), field: z.string() })),
});

const listSchema = z.object({
  fetchedAtMs: z.number(),
  entries: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      tags: z.array(z.string()),
      lastEdited: z.string().nullable(),
      archived: z.boolean(),
      apiCampaign: z.boolean(),
    }),
  ),
});

const nullableFlag = z.boolean().nullable();
const nullableText = z.string().nullable();
const detailsSchema = z.object({
  kind: z.enum(['campaign', 'canvas']),
  id: z.string(),
  name: z.string(),
  fetchedAtMs: z.number(),
  description: z.string(),
  archived: nullableFlag,
  draft: nullableFlag,
  enabled: nullableFlag,
  scheduleType: nullableText,
  channels: z.array(z.string()),
  tags: z.array(z.string()),
  firstSent: nullableText,
  lastSent: nullableText,
  updatedAt: nullableText,
  contract: z.object({ properties: z.array(propertySchema), complete: z.boolean() }),
});

/** One list as it is kept. */
export interface CachedList {
  /** Epoch milliseconds. */
  readonly fetchedAtMs: number;
  readonly entries: readonly ListedTarget[];
}

/** Details with what they are of: ids of the two kinds are kept apart. */
export type CachedDetails = TargetDetails & { readonly kind: TargetKind };

/** What is known of an environment without asking anybody. */
export interface CachedLookups {
  readonly campaign: CachedList | null;
  readonly canvas: CachedList | null;
  readonly details: readonly CachedDetails[];
}

/** The names and details of each environment on disk, in a file of its own. There is no key in it. */
export interface LookupCache {
  /** What was known at the last reading of the file. */
  read(environment: Environment): Promise<CachedLookups>;
  /** Reads the file again: another program may have written it. */
  reread(environment: Environment): Promise<CachedLookups>;
  keepList(environment: Environment, kind: TargetKind, list: CachedList): Promise<void>;
  keepDetails(environment: Environment, details: CachedDetails): Promise<void>;
}

const nothing: CachedLookups = { campaign: null, canvas: null, details: [] };

/** Keeps what was looked up below a folder. A file that cannot be used becomes a problem and is kept. */
export function createLookupCache(deps: {
  readonly folder: string;
  readonly problems: Pick<Problems, 'set' | 'clear'>;
  now(): number;
}): LookupCache {
  const files = new Map<string, DataFile>();
  const known = new Map<string, { readonly source: string; readonly lookups: CachedLookups }>();

  const pathOf = (id: string): string => join(deps.folder, `${id}.json`);
  const fileOf = (id: string): DataFile => {
    const file = files.get(id) ?? createDataFile({ path: pathOf(id), version: 1, now: deps.now });
    files.set(id, file);
    return file;
  };

  const adopt = (
    { id, host }: Environment,
    { value, problem }: Awaited<ReturnType<DataFile['read']>>,
  ): CachedLookups => {
    const source = sourceOf(host);
    const { lookups, wrong } = parseLookups(value, source);
    const problemId = `lookups ${id}`;
    if (problem !== null) deps.problems.set({ id: problemId, area: 'lookups', ...problem });
    else if (wrong !== null) {
      const params = { file: pathOf(id), path: wrong };
      deps.problems.set({ id: problemId, area: 'lookups', code: 'file_broken', params });
    } else deps.problems.clear(problemId);
    known.set(id, { source, lookups });
    return lookups;
  };

  const reread = async (environment: Environment): Promise<CachedLookups> =>
    adopt(environment, await fileOf(environment.id).read());

  const change = async (
    environment: Environment,
    next: (lookups: CachedLookups) => CachedLookups,
  ): Promise<void> => {
    await withFileErrors(deps.folder, () => mkdir(deps.folder, { recursive: true }));
    const source = sourceOf(environment.host);
    const content = await fileOf(environment.id).update((raw) => ({
      ...raw,
      source,
      ...next(parseLookups(raw, source).lookups),
    }));
    adopt(environment, content);
  };

  return {
    async read(environment) {
      const found = known.get(environment.id);
      if (found?.source === sourceOf(environment.host)) return found.lookups;
      return await reread(environment);
    },
    reread,
    keepList: (environment, kind, list) =>
      change(environment, (lookups) => {
        const present = lookups[kind];
        // Another program may have been later.
        if (present !== null && present.fetchedAtMs > list.fetchedAtMs) return lookups;
        return { ...lookups, [kind]: list };
      }),
    keepDetails: (environment, details) =>
      change(environment, (lookups) => {
        const others = lookups.details.filter(
          ({ kind, id }) => kind !== details.kind || id !== details.id,
        );
        const newest = [...others, details].sort((a, b) => b.fetchedAtMs - a.fetchedAtMs);
        return { ...lookups, details: newest.slice(0, mostDetails) };
      }),
  };
}

/** Where names come from: those of another host are of another workspace. */
function sourceOf(host: Environment['host']): string {
  switch (host.kind) {
    case 'sandbox':
      return 'sandbox';
    case 'cluster':
      return `cluster ${host.clusterId}`;
    case 'custom':
      return `custom ${host.url}`;
  }
}

/** What a file holds; parts that cannot be used are left out and the first of them is named. */
function parseLookups(
  raw: JsonObject,
  source: string,
): { readonly lookups: CachedLookups; readonly wrong: string | null } {
  if (raw.source !== source) return { lookups: nothing, wrong: null };
  let wrong: string | null = null;
  const list = (kind: TargetKind): CachedList | null => {
    const value = raw[kind];
    if (value === undefined || value === null) return null;
    const parsed = listSchema.safeParse(value);
    if (parsed.success) return parsed.data;
    wrong ??= `/${[kind, ...(parsed.error.issues[0]?.path ?? [])].join('/')}`;
    return null;
  };
  const details = Array.isArray(raw.details) ? raw.details : [];
  const found = details.flatMap((entry: unknown, index) => {
    const parsed = isObject(entry) ? detailsSchema.safeParse(entry) : null;
    if (parsed?.success === true) return [parsed.data];
    wrong ??= `/details/${index}`;
    return [];
  });
  return { lookups: { campaign: list('campaign'), canvas: list('canvas'), details: found }, wrong };
}
