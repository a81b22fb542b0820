import type { RequestRef } from '#shared/domain/request';
import type { CaseActual, SuiteProgress, SuiteStopReason } from '#shared/domain/suite-view';
import { DeskError, type ErrorCode } from '#shared/errors';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import type { Log } from '../log/log';
import type { DispatchService } from '../sending/dispatch-service';
import type { GivenConfirmation } from '../sending/gate';
import { actualOf } from './case-actual';

/** One case that is to be sent. */
export interface CaseToSend {
  readonly key: string;
  readonly request: OutgoingRequest;
  /** Of what was confirmed. */
  readonly fingerprint: string;
}

/** What is to be sent, after it was confirmed. */
export interface SuiteOrder {
  readonly ref: RequestRef;
  readonly environmentId: string;
  readonly cases: readonly CaseToSend[];
  readonly confirmations: readonly GivenConfirmation[];
  /** Of cases that are not sent now. */
  readonly kept: Readonly<Record<string, CaseActual>>;
}

/** Cases on their way, one after the other. */
export interface SuiteRun {
  progress(): SuiteProgress;
  results(): Readonly<Record<string, CaseActual>>;
  /** Lets the case that is on its way end and sends no other; asked again it cancels that one too. */
  stop(): void;
  /** Resolves when it has come to rest and is written. Never rejects. */
  readonly ended: Promise<void>;
}

/** What a run needs. */
export interface SuiteRunDeps {
  readonly dispatch: Pick<DispatchService, 'send' | 'cancel'>;
  /** What would be sent now, where to; null when the environment is gone. */
  fingerprintNow(environmentId: string, request: OutgoingRequest): string | null;
  save(ref: RequestRef, results: Readonly<Record<string, CaseActual>>): Promise<void>;
  onProgress(progress: SuiteProgress): void;
  readonly log: Log;
  uuid(): string;
  monotonicMs(): number;
}

/** How often results are written while cases run, in milliseconds; a crash loses no dispatch, only their list. */
const saveEveryMs = 1000;

/** Starts sending the cases of a suite. */
export function startSuiteRun(order: SuiteOrder, deps: SuiteRunDeps): SuiteRun {
  const { ref, cases, environmentId } = order;
  const confirmations = [...order.confirmations];
  const results: Record<string, CaseActual> = { ...order.kept };
  let state: SuiteProgress['state'] = 'running';
  let reason: SuiteStopReason | null = null;
  let error: ErrorCode | null = null;
  let current: { readonly key: string; readonly attemptId: string } | null = null;
  let latest: SuiteProgress['latest'] = null;
  let done = 0;
  let savedAtMs = -Infinity;

  const progress = (): SuiteProgress => ({
    ref,
    state,
    reason,
    error,
    current: current?.key ?? null,
    done,
    total: cases.length,
    latest,
  });
  const tell = (): void => deps.onProgress(progress());
  const save = async (): Promise<void> => {
    savedAtMs = deps.monotonicMs();
    await deps.save(ref, results).catch((thrown: unknown) => {
      deps.log.error('result of a suite not written', { error: thrown });
    });
  };

  /** False: no other case is sent. */
  const sendOne = async ({ key, request, fingerprint }: CaseToSend): Promise<boolean> => {
    // What was confirmed is what leaves, whatever was changed in the meantime.
    if (deps.fingerprintNow(environmentId, request) !== fingerprint) {
      reason = 'changed';
      return false;
    }
    const attemptId = deps.uuid();
    current = { key, attemptId };
    tell();
    const sent = await deps.dispatch.send({ attemptId, environmentId, request, confirmations });
    current = null;
    // Two cases may come to the same body: what this very run sent is no repeat that anybody need be asked about.
    confirmations.push({ kind: 'duplicate', text: sent.id });
    if (sent.failure === 'quota' || sent.failure === 'cancelled_before') {
      reason = sent.failure === 'quota' ? 'quota' : 'asked';
      return false;
    }
    const actual = actualOf(sent);
    results[key] = actual;
    latest = { key, actual };
    done += 1;
    tell();
    latest = null;
    if (deps.monotonicMs() - savedAtMs >= saveEveryMs) await save();
    return true;
  };

  const work = async (): Promise<void> => {
    try {
      await save();
      for (const one of cases) {
        if (state !== 'running') reason = 'asked';
        if (reason !== null || !(await sendOne(one))) break;
      }
    } catch (thrown) {
      reason = 'failed';
      error = thrown instanceof DeskError ? thrown.code : 'internal';
      if (!(thrown instanceof DeskError)) deps.log.error('suite not ended', { error: thrown });
    }
    current = null;
    await save();
    state = 'ended';
    tell();
  };

  return {
    progress,
    results: () => results,
    stop() {
      if (state === 'ended') return;
      if (state === 'stopping' && current !== null) {
        void deps.dispatch.cancel({ attemptId: current.attemptId }).catch(() => undefined);
        return;
      }
      state = 'stopping';
      tell();
    },
    ended: work(),
  };
}
