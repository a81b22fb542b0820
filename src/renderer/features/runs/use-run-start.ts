import { type Ref, type ShallowRef, ref, shallowRef } from 'vue';
import type { GateReport } from '#shared/domain/gate';
import type { RunSummary } from '#shared/domain/run-state';
import type { AppError } from '#shared/errors';
import type { RunStart } from '#shared/ipc/contract-runs';
import { toAppError } from '../../api/desk';
import type { TypedConfirmation } from '../../stores/dispatches';

/** Begins something that passes the gate, and asks for what the gate wants typed. */
export type AskToStart = (confirmations: TypedConfirmation[]) => Promise<RunStart>;

export interface RunStarting {
  readonly busy: Readonly<Ref<boolean>>;
  readonly error: Readonly<ShallowRef<AppError | null>>;
  /** What the gate has against it; null while nothing is known to be. */
  readonly blocked: Readonly<ShallowRef<GateReport | null>>;
  /** What a person has to type now. */
  readonly asking: Readonly<ShallowRef<GateReport | null>>;
  /** @param rows how many people would be reached, for the question. */
  start(ask: AskToStart, rows: number): Promise<void>;
  confirm(confirmations: readonly TypedConfirmation[]): Promise<void>;
  dismiss(): void;
  /** Forgets what went wrong. */
  clear(): void;
}

/** One start after another; `began` is told of each that the gate let through. */
export function useRunStart(began: (run: RunSummary) => void): RunStarting {
  const busy = ref(false);
  const error = shallowRef<AppError | null>(null);
  const blocked = shallowRef<GateReport | null>(null);
  const asking = shallowRef<GateReport | null>(null);
  let pending: { readonly ask: AskToStart; readonly rows: number } | null = null;

  async function attempt(confirmations: readonly TypedConfirmation[]): Promise<void> {
    if (pending === null || busy.value) return;
    const { ask, rows } = pending;
    busy.value = true;
    error.value = null;
    blocked.value = null;
    try {
      const answer = await ask(confirmations.map((one) => ({ ...one })));
      if (answer.started) {
        pending = null;
        began(answer.run);
        return;
      }
      const { report } = answer;
      if (report.verdict === 'needs_confirmation') {
        asking.value = { ...report, blastRadius: { kind: 'recipients', count: rows } };
      } else blocked.value = report;
    } catch (thrown) {
      error.value = toAppError(thrown);
    } finally {
      busy.value = false;
    }
  }

  return {
    busy,
    error,
    blocked,
    asking,
    async start(ask, rows) {
      pending = { ask, rows };
      await attempt([]);
    },
    async confirm(confirmations) {
      asking.value = null;
      await attempt(confirmations);
    },
    dismiss() {
      asking.value = null;
      pending = null;
    },
    clear() {
      error.value = null;
      blocked.value = null;
    },
  };
}
