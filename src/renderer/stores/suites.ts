import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { RequestRef } from '#shared/domain/request';
import type { SuiteChange } from '#shared/domain/suite';
import type { SuiteCheck, SuiteProgress, SuiteView } from '#shared/domain/suite-view';
import type { AppError } from '#shared/errors';
import { on, request, toAppError } from '../api/desk';
import { sameRef } from '../lib/request-path';
import type { TypedConfirmation } from './dispatches';

/** Cases that are sent once a person has typed what the gate asks for. */
export interface PendingSuite {
  readonly environmentId: string;
  readonly only: readonly string[] | null;
  readonly check: SuiteCheck;
}

/** The test matrix that is shown. Every change is in its file at once. */
export const useSuitesStore = defineStore('suites', () => {
  const view = shallowRef<SuiteView | null>(null);
  const error = shallowRef<AppError | null>(null);
  const pending = shallowRef<PendingSuite | null>(null);
  /** What the gate has against all cases, until the next attempt. */
  const refused = shallowRef<SuiteCheck | null>(null);
  const starting = shallowRef(false);
  const selected = shallowRef<string | null>(null);
  let shown: RequestRef | null = null;
  /** Changes go one after the other: each starts from the revision that the one before made. */
  let queue: Promise<unknown> = Promise.resolve();

  async function orKeep(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      error.value = toAppError(thrown);
    }
  }

  const isShown = (ref: RequestRef): boolean => shown !== null && sameRef(shown, ref);

  async function reload(): Promise<void> {
    const ref = shown;
    if (ref === null) return;
    const read = await request('suites.read', { ...ref });
    if (isShown(ref)) view.value = read;
  }

  function open(ref: RequestRef): Promise<void> {
    if (!isShown(ref)) {
      view.value = null;
      selected.value = null;
      pending.value = null;
    }
    shown = ref;
    error.value = null;
    refused.value = null;
    return orKeep(reload);
  }

  function edit(change: SuiteChange): Promise<void> {
    const job = queue.then(() =>
      orKeep(async () => {
        const before = view.value;
        if (before === null) return;
        error.value = null;
        try {
          const { ref, revision: baseRevision } = before;
          const after = await request('suites.edit', { ref: { ...ref }, baseRevision, change });
          if (isShown(ref)) view.value = after;
        } catch (thrown) {
          await reload();
          throw thrown;
        }
      }),
    );
    queue = job;
    return job;
  }

  async function run(
    environmentId: string,
    only: readonly string[] | null,
    fingerprint: string | null = null,
    confirmations: readonly TypedConfirmation[] = [],
  ): Promise<void> {
    const ref = shown;
    if (ref === null || starting.value) return;
    starting.value = true;
    error.value = null;
    refused.value = null;
    await orKeep(async () => {
      const started = await request('suites.run', {
        ref: { ...ref },
        environmentId,
        only: only === null ? null : [...only],
        fingerprint,
        confirmations: confirmations.map((one) => ({ ...one })),
      });
      if (!isShown(ref)) return;
      if (started.started) await reload();
      else if (started.check.report.verdict === 'blocked') refused.value = started.check;
      else pending.value = { environmentId, only, check: started.check };
    });
    starting.value = false;
  }

  function confirm(confirmations: readonly TypedConfirmation[]): Promise<void> {
    const confirmed = pending.value;
    pending.value = null;
    if (confirmed === null) return Promise.resolve();
    const { environmentId, only, check } = confirmed;
    return run(environmentId, only, check.fingerprint, confirmations);
  }

  async function stop(): Promise<void> {
    const ref = shown;
    if (ref === null) return;
    await orKeep(async () => {
      await request('suites.stop', { ...ref });
    });
  }

  function follow(progress: SuiteProgress): void {
    if (view.value === null || !isShown(progress.ref)) return;
    const { latest } = progress;
    const { results } = view.value;
    view.value = {
      ...view.value,
      progress,
      results: latest === null ? results : { ...results, [latest.key]: latest.actual },
    };
  }

  /** Follows main for as long as the view is there. */
  function listen(): () => void {
    const stops = [
      on('suite.progressed', follow),
      on('collections.changed', () => void orKeep(reload)),
    ];
    return () => stops.forEach((end) => end());
  }

  return {
    view,
    error,
    pending,
    refused,
    starting,
    selected,
    open,
    edit,
    run,
    confirm,
    stop,
    listen,
  };
});
