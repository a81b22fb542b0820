import type { EndpointPath } from '#shared/braze/endpoints';
import type { Environment } from '#shared/domain/environment';
import type {
  LookupProgress,
  LookupView,
  TargetDetails,
  TargetKind,
  TargetKnowledge,
  TargetList,
} from '#shared/domain/lookup';
import { type AppError, DeskError } from '#shared/errors';
import type { ParsedInput } from '#shared/ipc/contract';
import type { Log } from '../log/log';
import type { Publish } from '../publish';
import { callLookup, type LookupCallDeps } from './lookup-call';
import type { CachedLookups, LookupCache } from './lookup-cache';
import { readAllPages } from './read-all-pages';
import { readDetails } from './read-details';

/** Campaigns and Canvases of an environment, for the routes `lookups.*`. Reads only; nothing is changed. */
export interface Lookups {
  /** What is known without asking anybody. @throws DeskError `environment_unknown`. */
  list(input: ParsedInput<'lookups.list'>): Promise<LookupView>;
  /**
   * Reads both lists again. One that fails stays as it was, with the reason beside it. A second call
   * while one is under way waits for that one. @throws DeskError `environment_unknown`.
   */
  refresh(input: ParsedInput<'lookups.refresh'>): Promise<LookupView>;
  /** Ends a refresh that is under way; the lists stay as they were. */
  cancel(input: ParsedInput<'lookups.cancel'>): Promise<null>;
  /** What is known of one id, without asking anybody. @throws DeskError `environment_unknown`. */
  target(input: ParsedInput<'lookups.target'>): Promise<TargetKnowledge>;
  /**
   * Reads the details of one and keeps them.
   * @throws DeskError `environment_unknown`, and what `callLookup` and `readDetails` throw.
   */
  details(input: ParsedInput<'lookups.details'>): Promise<TargetDetails>;
  /** Ends what is under way. Never rejects. */
  shutdown(): Promise<void>;
}

/** What the service needs. */
export interface LookupsDeps extends LookupCallDeps {
  readonly environments: { find(id: string): Environment | null };
  readonly cache: LookupCache;
  readonly publish: Publish;
  readonly log: Log;
  /** Epoch milliseconds. */
  now(): number;
}

interface Refresh {
  readonly done: Promise<void>;
  readonly stop: AbortController;
}

type Failures = Readonly<Record<TargetKind, TargetList['failure']>>;

const listPaths = { campaign: '/campaigns/list', canvas: '/canvas/list' } as const satisfies Record<
  TargetKind,
  EndpointPath
>;
const detailsOf = {
  campaign: { endpoint: '/campaigns/details', field: 'campaign_id' },
  canvas: { endpoint: '/canvas/details', field: 'canvas_id' },
} as const satisfies Record<TargetKind, { endpoint: EndpointPath; field: string }>;

export function createLookups(deps: LookupsDeps): Lookups {
  const { environments, cache, publish, log } = deps;
  const refreshes = new Map<string, Refresh>();
  const failures = new Map<string, Failures>();
  const running = new Set<Promise<unknown>>();
  const ended = new AbortController();

  const environmentOf = (id: string): Environment => {
    const environment = environments.find(id);
    if (environment === null) throw new DeskError('environment_unknown', { environmentId: id });
    return environment;
  };

  const noteFailure = (id: string, kind: TargetKind, failure: TargetList['failure']): void => {
    const present = failures.get(id) ?? { campaign: null, canvas: null };
    failures.set(id, { ...present, [kind]: failure });
  };

  const viewOf = ({ id }: Environment, lookups: CachedLookups): LookupView => {
    const list = (kind: TargetKind): TargetList => ({
      fetchedAtMs: lookups[kind]?.fetchedAtMs ?? null,
      entries: lookups[kind]?.entries ?? [],
      failure: failures.get(id)?.[kind] ?? null,
    });
    return {
      environmentId: id,
      campaigns: list('campaign'),
      canvases: list('canvas'),
      states: Object.fromEntries(
        lookups.details.map(({ id: of, archived, draft, enabled, scheduleType, lastSent }) => [
          of,
          { archived, draft, enabled, scheduleType, lastSent },
        ]),
      ),
      refreshing: refreshes.has(id),
    };
  };

  const refreshList = async (
    environment: Environment,
    kind: TargetKind,
    signal: AbortSignal,
    onNames: (names: number) => void,
  ): Promise<void> => {
    const { id } = environment;
    const endpoint = listPaths[kind];
    // When it began: what is changed while pages are read may be missed.
    const fetchedAtMs = deps.now();
    try {
      const ask = (query: Readonly<Record<string, string>>) =>
        callLookup(deps, { environment, endpoint, query, signal });
      const entries = await readAllPages(kind, ask, onNames);
      await cache.keepList(environment, kind, { fetchedAtMs, entries });
      noteFailure(id, kind, null);
      log.info('list read', { environmentId: id, endpoint, count: entries.length });
    } catch (thrown) {
      const error = expected(thrown);
      // Who cancels knows.
      if (error.code !== 'call_cancelled') noteFailure(id, kind, { error, atMs: deps.now() });
      log.warn('list not read', { environmentId: id, endpoint, code: error.code });
    }
  };

  const startRefresh = (environment: Environment): Refresh => {
    const { id } = environment;
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, ended.signal]);
    let progress: LookupProgress = { environmentId: id, campaigns: 0, canvases: 0 };
    const heard = (part: Partial<LookupProgress>): void => {
      progress = { ...progress, ...part };
      publish('lookups.progressed', progress);
    };
    const done = Promise.all([
      refreshList(environment, 'campaign', signal, (campaigns) => heard({ campaigns })),
      refreshList(environment, 'canvas', signal, (canvases) => heard({ canvases })),
    ]).then(() => {
      refreshes.delete(id);
      publish('lookups.changed', { environmentId: id });
    });
    return { done, stop };
  };

  const tracked = async <T>(work: Promise<T>): Promise<T> => {
    running.add(work);
    try {
      return await work;
    } finally {
      running.delete(work);
    }
  };

  const readOne = async (
    environment: Environment,
    kind: TargetKind,
    id: string,
  ): Promise<TargetDetails> => {
    const { endpoint, field } = detailsOf[kind];
    const query = { [field]: id };
    const { signal } = ended;
    const answer = await callLookup(deps, { environment, endpoint, query, signal });
    const details = readDetails(kind, id, answer, deps.now());
    await cache.keepDetails(environment, { ...details, kind });
    publish('lookups.changed', { environmentId: environment.id });
    return details;
  };

  return {
    async list({ environmentId }) {
      const environment = environmentOf(environmentId);
      return viewOf(environment, await cache.reread(environment));
    },
    async refresh({ environmentId }) {
      const environment = environmentOf(environmentId);
      let refresh = refreshes.get(environmentId);
      if (refresh === undefined) {
        refresh = startRefresh(environment);
        refreshes.set(environmentId, refresh);
      }
      await tracked(refresh.done);
      return viewOf(environment, await cache.read(environment));
    },
    cancel({ environmentId }) {
      refreshes.get(environmentId)?.stop.abort();
      return Promise.resolve(null);
    },
    async target({ environmentId, kind, id }) {
      const environment = environmentOf(environmentId);
      return knowledgeOf(await cache.read(environment), kind, id);
    },
    details: ({ environmentId, kind, id }) =>
      tracked((async () => await readOne(environmentOf(environmentId), kind, id))()),
    async shutdown() {
      ended.abort();
      await Promise.allSettled(running);
    },
  };
}

function knowledgeOf(lookups: CachedLookups, kind: TargetKind, id: string): TargetKnowledge {
  const entryOf = (of: TargetKind) => lookups[of]?.entries.find((entry) => entry.id === id) ?? null;
  const other = entryOf(kind === 'campaign' ? 'canvas' : 'campaign');
  const details = lookups.details.find((one) => one.kind === kind && one.id === id) ?? null;
  return {
    kind,
    id,
    listed: entryOf(kind),
    details: details === null ? null : withoutKind(details),
    listFetchedAtMs: lookups[kind]?.fetchedAtMs ?? null,
    otherKindName: other === null ? null : other.name,
  };
}

function withoutKind({ kind: _kind, ...details }: CachedLookups['details'][number]): TargetDetails {
  return details;
}

/** An expected failure as it is shown; anything else is a bug and is thrown on. */
function expected(thrown: unknown): AppError {
  if (thrown instanceof DeskError) return thrown.toJSON();
  throw thrown;
}
