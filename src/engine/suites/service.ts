import type { Environment } from '#shared/domain/environment';
import type { RequestRef } from '#shared/domain/request';
import { suiteFileExtensions } from '#shared/domain/suite';
import type { SuiteCheck, SuiteProgress, SuiteView } from '#shared/domain/suite-view';
import { DeskError } from '#shared/errors';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { changeSuite } from '#shared/lib/suite-edits';
import { newSuiteFile, readSuiteFile } from '#shared/lib/suite-file';
import { pathForSuite } from '#shared/lib/suite-paths';
import { expandMatrix, type MatrixCase } from '#shared/lib/test-matrix';
import { isSuiteFile } from '../collections/request-extension';
import { fileNameOf, folderOf, joinInside } from '../collections/request-place';
import type { Collections } from '../collections/service';
import type { Publish } from '../publish';
import type { DispatchService } from '../sending/dispatch-service';
import { blocksAgainstSending } from '../sending/gate';
import { bodyFingerprint, joinFingerprints } from '../sending/body-fingerprint';
import { hostTargetOf } from '../sending/host-target';
import { combineReports } from './combine-reports';
import { readSuiteRequest, requestOfCase, type SuiteSource } from './suite-request';
import type { SuiteResults } from './suite-results';
import { type CaseToSend, startSuiteRun, type SuiteRun, type SuiteRunDeps } from './suite-run';

/** Test matrices, for the routes `suites.*`. Every route but `stop` throws DeskErrors of files. */
export interface SuitesService {
  read(ref: ParsedInput<'suites.read'>): Promise<SuiteView>;
  create(input: ParsedInput<'suites.create'>): Promise<RequestRef>;
  /** @throws DeskError `file_changed`, `suite_broken`. */
  edit(input: ParsedInput<'suites.edit'>): Promise<SuiteView>;
  /** @throws DeskError `suite_broken`, `suite_running`, `environment_unknown`, `not_found`. */
  run(input: ParsedInput<'suites.run'>): Promise<RouteOutput<'suites.run'>>;
  stop(ref: ParsedInput<'suites.stop'>): Promise<null>;
  /** Resolves when no case of a suite is on its way. */
  ended(ref: RequestRef): Promise<void>;
  /** Stops all of them and resolves when they are written. Never rejects. */
  shutdown(): Promise<void>;
}

/** What the service needs. */
export interface SuitesDeps extends Pick<SuiteRunDeps, 'log' | 'uuid' | 'monotonicMs'> {
  readonly collections: Pick<Collections, 'read' | 'write' | 'create'>;
  readonly dispatch: Pick<DispatchService, 'check' | 'send' | 'cancel'>;
  readonly environments: { find(id: string): Environment | null };
  sandbox(): { readonly url: string } | null;
  readonly results: SuiteResults;
  readonly publish: Publish;
}

/** A suite with everything that is needed to send it. */
interface ReadySuite {
  readonly source: SuiteSource;
  readonly cases: readonly MatrixCase[];
}

export function createSuites(deps: SuitesDeps): SuitesService {
  const { collections, dispatch, results } = deps;
  /** The latest of each suite in this session. */
  const runs = new Map<string, SuiteRun>();
  const starting = new Set<string>();

  const idOf = ({ root, path }: RequestRef): string => `${root}\n${path}`;
  const isActive = (ref: RequestRef): boolean => {
    const run = runs.get(idOf(ref));
    return run !== undefined && run.progress().state !== 'ended';
  };

  const readFile = (ref: RequestRef): ReturnType<Collections['read']> => {
    if (!isSuiteFile(fileNameOf(ref.path))) throw new DeskError('name_invalid', { path: ref.path });
    return collections.read(ref);
  };

  const read = async (ref: RequestRef): Promise<SuiteView> => {
    const { text, revision, readOnly } = await readFile(ref);
    const file = readSuiteFile(text);
    const source = file.ok
      ? await readSuiteRequest(ref, file.suite.request, collections.read)
      : null;
    const run = runs.get(idOf(ref));
    return {
      ref,
      revision,
      readOnly,
      content: file.ok
        ? { ok: true, suite: file.suite, expansion: expandMatrix(file.suite) }
        : file,
      request:
        source === null
          ? null
          : {
              ref: source.ref,
              name: source.outgoing.name ?? '',
              endpoint: source.outgoing.endpoint,
              variables: source.outgoing.variables,
              placeholders: source.placeholders,
            },
      results: isActive(ref) ? (run?.results() ?? {}) : await results.read(ref),
      progress: run?.progress() ?? null,
    };
  };

  const ready = async (ref: RequestRef, only: readonly string[] | null): Promise<ReadySuite> => {
    const file = readSuiteFile((await readFile(ref)).text);
    const expansion = file.ok ? expandMatrix(file.suite) : null;
    if (!file.ok || expansion?.ok !== true) throw new DeskError('suite_broken', { path: ref.path });
    const source = await readSuiteRequest(ref, file.suite.request, collections.read);
    if (source === null) throw new DeskError('not_found', { path: file.suite.request });
    const wanted = only === null ? null : new Set(only);
    const cases = expansion.cases.filter(({ key }) => wanted?.has(key) ?? true);
    if (cases.length === 0) throw new DeskError('suite_broken', { path: ref.path });
    return { source, cases };
  };

  const fingerprintNow = (environmentId: string, request: OutgoingRequest): string | null => {
    const environment = deps.environments.find(environmentId);
    if (environment === null) return null;
    const { host } = hostTargetOf(environment, deps.sandbox()?.url ?? null);
    return bodyFingerprint(environment, host, request);
  };

  /** Looks at all cases as they would leave now. */
  const look = async (
    environmentId: string,
    { source, cases }: ReadySuite,
  ): Promise<{ readonly check: SuiteCheck; readonly toSend: readonly CaseToSend[] }> => {
    const toSend: CaseToSend[] = [];
    const reports = [];
    for (const one of cases) {
      const request = requestOfCase(source, one);
      const fingerprint = fingerprintNow(environmentId, request);
      if (fingerprint === null) throw new DeskError('environment_unknown', { environmentId });
      toSend.push({ key: one.key, request, fingerprint });
      reports.push(await dispatch.check({ environmentId, request }));
    }
    const fingerprint = joinFingerprints(toSend.map((one) => one.fingerprint));
    const blocked = reports.filter(({ verdict }) => verdict === 'blocked').length;
    return {
      check: { cases: cases.length, blocked, report: combineReports(reports), fingerprint },
      toSend,
    };
  };

  const begin = async (input: ParsedInput<'suites.run'>): Promise<RouteOutput<'suites.run'>> => {
    const { ref, environmentId, only, confirmations } = input;
    const { check, toSend } = await look(environmentId, await ready(ref, only));
    const confirmed =
      blocksAgainstSending(check.report, confirmations).length === 0 &&
      (check.report.confirmations.length === 0 || input.fingerprint === check.fingerprint);
    if (!confirmed) return { started: false, check };
    const sent = new Set(toSend.map(({ key }) => key));
    const before = only === null ? {} : await results.read(ref);
    const kept = Object.fromEntries(Object.entries(before).filter(([key]) => !sent.has(key)));
    const run = startSuiteRun(
      { ref, environmentId, cases: toSend, confirmations, kept },
      {
        ...deps,
        fingerprintNow,
        save: (of, what) => results.write(of, what),
        onProgress: (progress: SuiteProgress) => deps.publish('suite.progressed', progress),
      },
    );
    runs.set(idOf(ref), run);
    return { started: true, progress: run.progress() };
  };

  return {
    read,
    async create({ request, name, comment }) {
      const folder = folderOf(request.path);
      const file = `${name}${suiteFileExtensions[0]}`;
      const relative = pathForSuite(joinInside(folder, file), request.path);
      const text = newSuiteFile(relative, comment.replace(/\s+/g, ' '));
      return (await collections.create({ root: request.root, folder, name: file, text })).ref;
    },
    async edit({ ref, baseRevision, change }) {
      const { text, revision } = await readFile(ref);
      if (revision !== baseRevision) throw new DeskError('file_changed', { path: ref.path });
      if (change.kind === 'request' && change.request.root !== ref.root) {
        throw new DeskError('outside_folder', { path: change.request.path });
      }
      const changed = changeSuite(text, ref.path, change);
      if (changed === null) throw new DeskError('suite_broken', { path: ref.path });
      await collections.write({ ref, text: changed, baseRevision });
      return read(ref);
    },
    async run(input) {
      const id = idOf(input.ref);
      if (isActive(input.ref) || starting.has(id)) {
        throw new DeskError('suite_running', { path: input.ref.path });
      }
      starting.add(id);
      try {
        return await begin(input);
      } finally {
        starting.delete(id);
      }
    },
    stop(ref) {
      runs.get(idOf(ref))?.stop();
      return Promise.resolve(null);
    },
    ended: async (ref) => runs.get(idOf(ref))?.ended,
    async shutdown() {
      for (const run of runs.values()) {
        run.stop();
        run.stop();
      }
      await Promise.all([...runs.values()].map(({ ended }) => ended));
    },
  };
}
