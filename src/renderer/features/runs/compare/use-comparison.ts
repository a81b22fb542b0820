import { onScopeDispose, type Ref, ref, type ShallowRef, shallowRef, watch } from 'vue';
import type { RunComparison } from '#shared/domain/run-comparison';
import type { AppError } from '#shared/errors';
import { on, request, toAppError } from '../../../api/desk';

export interface ShownComparison {
  /** Null while it is being made. */
  readonly comparison: Readonly<ShallowRef<RunComparison | null>>;
  /** How far its making is, from 0 to 1. */
  readonly share: Readonly<Ref<number>>;
  readonly error: Readonly<ShallowRef<AppError | null>>;
  /** Makes it anew. */
  make(): Promise<void>;
}

/** Two runs side by side; what main keeps for it is let go with the page. */
export function useComparison(left: () => string, right: () => string): ShownComparison {
  const comparison = shallowRef<RunComparison | null>(null);
  const share = ref(0);
  const error = shallowRef<AppError | null>(null);
  let current: string | null = null;

  function end(): void {
    const ended = current;
    current = null;
    // It may be gone already; then there is nothing to let go of.
    if (ended !== null) request('runs.endComparison', { comparison: ended }).catch(() => null);
  }

  async function make(): Promise<void> {
    end();
    const mine = crypto.randomUUID();
    current = mine;
    comparison.value = null;
    error.value = null;
    share.value = 0;
    try {
      const made = await request('runs.compare', {
        comparison: mine,
        left: left(),
        right: right(),
      });
      if (current === mine) comparison.value = made;
    } catch (thrown) {
      if (current === mine) error.value = toAppError(thrown);
    }
  }

  const off = on('comparison.progressed', (now) => {
    if (now.comparison === current) share.value = now.share;
  });
  watch([left, right], make, { immediate: true });
  onScopeDispose(() => {
    off();
    end();
  });
  return { comparison, share, error, make };
}
