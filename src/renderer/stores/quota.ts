import { useTimeoutFn } from '@vueuse/core';
import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import type { QuotaView } from '#shared/domain/quota-view';
import { on, request } from '../api/desk';
import { useEnvironmentsStore } from './environments';

/** Longer than this no timer waits; it is set anew then. In milliseconds. */
const longestWait = 3_600_000;

export const useQuotaStore = defineStore('quota', () => {
  const environments = useEnvironmentsStore();
  const quotas = shallowRef<Readonly<Record<string, QuotaView>>>({});
  const nowMs = shallowRef(Date.now());

  const known = computed<QuotaView | null>(
    () => (environments.active && quotas.value[environments.active.id]) ?? null,
  );
  /** The window is over, and nothing was heard of the next one: all of it is there again. */
  const renewed = computed(() => known.value !== null && known.value.resetAtMs <= nowMs.value);
  const active = computed<QuotaView | null>(() =>
    known.value !== null && renewed.value
      ? { ...known.value, remaining: known.value.limit }
      : known.value,
  );

  const wait = shallowRef(0);
  const timer = useTimeoutFn(
    () => {
      nowMs.value = Date.now();
      watchEnd();
    },
    wait,
    { immediate: false },
  );
  function watchEnd(): void {
    timer.stop();
    nowMs.value = Date.now();
    if (known.value === null || renewed.value) return;
    // A little later, so that the end is past when it is looked at.
    wait.value = Math.min(longestWait, known.value.resetAtMs - nowMs.value + 50);
    timer.start();
  }
  watch(() => known.value?.resetAtMs, watchEnd);

  function keep(quota: QuotaView): void {
    quotas.value = { ...quotas.value, [quota.environmentId]: quota };
  }

  async function refresh(environmentId: string): Promise<void> {
    const quota = await request('quota.get', { environmentId });
    if (quota !== null) keep(quota);
  }

  function load(): void {
    on('quota.changed', keep);
    watch(
      () => environments.active?.id,
      (id) => {
        if (id !== undefined) void refresh(id).catch(() => undefined);
      },
      { immediate: true },
    );
  }

  return { quotas, active, renewed, load, refresh };
});
