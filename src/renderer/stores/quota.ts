import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import type { QuotaView } from '#shared/domain/quota-view';
import { on, request } from '../api/desk';
import { useEnvironmentsStore } from './environments';

export const useQuotaStore = defineStore('quota', () => {
  const environments = useEnvironmentsStore();
  const quotas = shallowRef<Readonly<Record<string, QuotaView>>>({});

  const active = computed<QuotaView | null>(
    () => (environments.active && quotas.value[environments.active.id]) ?? null,
  );

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

  return { quotas, active, load, refresh };
});
