import { endpointOf } from '#shared/braze/endpoints';
import { type Parameter, parametersOf } from '#shared/braze/lookup-parameters';
import type { Dispatch, TimelineStep } from '#shared/domain/dispatch';
import type { Environment } from '#shared/domain/environment';
import type { GateReport } from '#shared/domain/gate';
import type { SecretState } from '#shared/domain/secret';
import { DeskError } from '#shared/errors';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import type { ParsedInput } from '#shared/ipc/contract';
import type { Ledger } from '../ledger/ledger';
import type { Log } from '../log/log';
import type { Lookups } from '../lookups/service';
import type { Problems } from '../problems';
import type { Publish } from '../publish';
import type { SecretsService } from '../secrets/secrets-service';
import type { HttpClient, HttpResult } from '../transport/http-client';
import { type ComposedRequest, composeRequest } from './compose-request';
import {
  type BlockReason,
  type WhyBlocked,
  begunDispatch,
  blockedDispatch,
  finishedDispatch,
  summaryOf,
} from './dispatch-record';
import { createDuplicateGuard } from './duplicate-guard';
import { blocksAgainstSending, evaluateGate } from './gate';
import { type HostTarget, hostTargetOf } from './host-target';
import { keyOrState } from './key-or-state';
import { addKnownTarget } from './known-target';
import type { Limiter } from './permit';
import { requestHeaders, shownHeaders } from './request-headers';
import { createRowKeeper } from './row-keeper';
import { scrubDeep } from './scrub-deep';

/** What a send insists on that was confirmed some time before it leaves. */
export interface SendTerms {
  /** The id of its ledger row, so that a crash can be told from a send. */
  readonly rowId: string;
  /** Looks at what would leave now, unscrubbed. @throws what keeps it from leaving; nothing is recorded. */
  readonly check: (environment: Environment, report: GateReport) => void;
}

/** Checking and sending, for the routes `dispatch.*`. */
export interface DispatchService {
  /** What the gate would say. Scrubbed; sends nothing. @throws DeskError `environment_unknown`. */
  check(input: ParsedInput<'dispatch.check'>): Promise<GateReport>;
  /**
   * Sends once and resolves with the dispatch whatever its outcome.
   * @throws DeskError `attempt_repeated`, `environment_unknown`, and what `Ledger.begin` throws: then
   * nothing has left. `terms`: unless given, whatever passes the gate leaves.
   */
  send(input: ParsedInput<'dispatch.send'>, terms?: SendTerms): Promise<Dispatch>;
  /** Does nothing when the attempt is over. @throws DeskError `attempt_unknown`. */
  cancel(input: ParsedInput<'dispatch.cancel'>): Promise<null>;
  /** Cancels what is on its way and resolves once all of it is in the ledger. Never rejects. */
  shutdown(): Promise<void>;
}

/** What the service needs. */
export interface DispatchDeps {
  readonly environments: { find(id: string): Environment | null };
  readonly secrets: Pick<SecretsService, 'status' | 'keyFor' | 'scrub'>;
  readonly ledger: Pick<Ledger, 'begin' | 'complete' | 'record' | 'sentBefore'>;
  /** For how long a repeat is asked about, in minutes; 0 asks never. */
  duplicateMinutes(): Promise<number>;
  readonly http: HttpClient;
  readonly limiter: Limiter;
  /** What is known of targets without asking anybody. */
  readonly lookups: Pick<Lookups, 'target'>;
  /** The running built-in server. */
  sandbox(): { readonly url: string } | null;
  readonly publish: Publish;
  readonly problems: Pick<Problems, 'set' | 'clear'>;
  readonly log: Log;
  /** Epoch milliseconds. */
  now(): number;
  monotonicMs(): number;
  /** Version 4, for `{{$uuid}}`. */
  uuid(): string;
  /** Ids that sort by time; see `dispatch-ids.ts`. */
  newId(): string;
}

/** How often progress of an answer is published, in milliseconds. */
const progressEveryMs = 100;

/** The one way out: gate, turn, row in the ledger, call, outcome, row again. */
export function createDispatchService(deps: DispatchDeps): DispatchService {
  const { environments, secrets, limiter, http, ledger, publish, log } = deps;
  const rows = createRowKeeper({ ledger, problems: deps.problems, log });
  const duplicates = createDuplicateGuard(deps);
  /** Every attempt of this session; null once it is over. */
  const attempts = new Map<string, AbortController | null>();
  const running = new Set<Promise<unknown>>();

  const environmentOf = (id: string): Environment => {
    const environment = environments.find(id);
    if (environment === null) throw new DeskError('environment_unknown', { environmentId: id });
    return environment;
  };

  const compose = (environment: Environment, request: OutgoingRequest): Promise<ComposedRequest> =>
    addKnownTarget(composeRequest(environment, request, deps), environment, deps);

  const judge = async (
    environment: Environment,
    composed: ComposedRequest,
    secret: SecretState,
  ): Promise<{ readonly target: HostTarget; readonly report: GateReport }> => {
    const target = hostTargetOf(environment, deps.sandbox()?.url ?? null);
    const { endpoint, wire } = composed;
    const json = wire.ok ? wire.json : '';
    const keyInBody = secrets.scrub(json) !== json;
    const sentBefore =
      endpoint === null || !wire.ok
        ? null
        : await duplicates.sentBefore(environment, target.host, endpoint, json);
    const input = { environment, composed, target, secret, keyInBody, sentBefore };
    return { target, report: evaluateGate(input) };
  };

  const attempt = async (
    { attemptId, environmentId, request, confirmations }: ParsedInput<'dispatch.send'>,
    signal: AbortSignal,
    terms?: SendTerms,
  ): Promise<Dispatch> => {
    const began = deps.monotonicMs();
    const timeline: TimelineStep[] = [];
    const mark = (step: TimelineStep['step'], atMs = deps.monotonicMs()): void => {
      timeline.push({ step, atMs: atMs - began });
    };
    const progress = progressOf(attemptId);
    const environment = environmentOf(environmentId);
    // Asked for first: a key that is known can be found in the body.
    const secret = await keyOrState(secrets, environmentId);
    const composed = await compose(environment, request);
    const { endpoint, wire } = composed;
    const { target, report } = await judge(environment, composed, secret.state);
    terms?.check(environment, report);
    const blocks = blocksAgainstSending(report, confirmations);
    mark('checked');

    const method = endpoint === null ? 'POST' : endpointOf(endpoint).method;
    const facts = {
      id: terms?.rowId ?? deps.newId(),
      createdAt: new Date(deps.now()).toISOString(),
      environment,
      request,
      report,
      sentHeaders: shownHeaders(method),
      timeline,
    };
    const begun = begunDispatch(facts, secrets.scrub);
    const block = (failure: BlockReason, why: WhyBlocked): Promise<Dispatch> =>
      rows.record(blockedDispatch(begun, failure, why, timeline, secrets.scrub));

    if (blocks.length > 0 || endpoint === null || !wire.ok || !target.ok || secret.key === null) {
      return await block('gate', { blocks });
    }

    progress('waiting', 0);
    const permit = await limiter.acquire({ environmentId, endpoint, body: wire.value, signal });
    mark('waited');
    if (!permit.granted) {
      if (permit.reason === 'cancelled') return await block('cancelled_before', {});
      const reset = new Date(permit.resetAtMs).toISOString();
      return await block('quota', { detail: `${permit.quota} ${permit.limit}, ${reset}` });
    }

    let result: HttpResult | null = null;
    try {
      // From here on the row says unknown, whatever happens to this program. The same may have been sent by
      // another tab or program since the gate looked.
      const guard = await duplicates.guardFor(environment, target.host, endpoint, confirmations);
      const repeats = await ledger.begin({ ...begun, timeline: [...timeline] }, guard);
      if (repeats !== null) {
        return await block('gate', { blocks: [{ code: 'confirmation', kind: 'duplicate' }] });
      }
      mark('recorded');
      const call = {
        headers: requestHeaders(secret.key, method),
        timeoutMs: environment.timeoutMs,
        signal,
        onProgress: progress,
      };
      const url = `${target.baseUrl}${endpoint}`;
      const parameters = parametersOf(endpoint, wire.value);
      result =
        parameters === null
          ? await http.post({ ...call, url, body: wire.json })
          : await http.get({ ...call, url: `${url}${queryOf(parameters)}` });
    } finally {
      if (result === null || (result.kind === 'failure' && !result.left)) permit.refund();
      else permit.settle(result.kind === 'answer' ? result : null);
    }
    for (const { step, atMs } of result.timeline) mark(step, atMs);
    return await rows.complete(finishedDispatch(begun, result, timeline, secrets.scrub));
  };

  const progressOf = (attemptId: string) => {
    let lastMs = -Infinity;
    return (phase: 'waiting' | 'sent' | 'answering', receivedBytes: number): void => {
      const nowMs = deps.monotonicMs();
      if (phase === 'answering' && nowMs - lastMs < progressEveryMs) return;
      if (phase === 'answering') lastMs = nowMs;
      publish('dispatch.progressed', { attemptId, phase, receivedBytes });
    };
  };

  return {
    async check({ environmentId, request }) {
      const environment = environmentOf(environmentId);
      const { state } = await secrets.status({ environmentId });
      const composed = await compose(environment, request);
      const { report } = await judge(environment, composed, state);
      return scrubDeep(report, secrets.scrub);
    },

    async send(input, terms) {
      const { attemptId } = input;
      if (attempts.has(attemptId)) throw new DeskError('attempt_repeated', { attemptId });
      const controller = new AbortController();
      attempts.set(attemptId, controller);
      const sending = attempt(input, controller.signal, terms);
      running.add(sending);
      try {
        const dispatch = await sending;
        publish('history.appended', summaryOf(dispatch));
        log.info('dispatch ended', {
          attemptId,
          dispatchRow: dispatch.id,
          environmentId: dispatch.environmentId,
          endpoint: dispatch.endpoint,
          host: dispatch.host,
          outcome: dispatch.outcome,
          ...(dispatch.status === null ? {} : { status: dispatch.status }),
          ...(dispatch.failure === null ? {} : { failure: dispatch.failure }),
          ...(dispatch.elapsedMs === null ? {} : { elapsedMs: dispatch.elapsedMs }),
        });
        return dispatch;
      } finally {
        attempts.set(attemptId, null);
        running.delete(sending);
      }
    },

    cancel({ attemptId }) {
      const controller = attempts.get(attemptId);
      if (controller === undefined) {
        return Promise.reject(new DeskError('attempt_unknown', { attemptId }));
      }
      controller?.abort();
      return Promise.resolve(null);
    },

    async shutdown() {
      for (const controller of attempts.values()) controller?.abort();
      await Promise.allSettled(running);
      await rows.flush();
    },
  };
}

function queryOf(parameters: readonly Parameter[]): string {
  const query = new URLSearchParams(
    parameters.map(([name, value]): [string, string] => [name, value]),
  );
  return query.size > 0 ? `?${query.toString()}` : '';
}
