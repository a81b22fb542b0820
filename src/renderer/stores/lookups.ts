import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type {
  LookupProgress,
  LookupView,
  TargetKind,
  TargetKnowledge,
} from '#shared/domain/lookup';
import { on, request } from '../api/desk';
import { useEnvironmentsStore } from './environments';

/** The id that the body shown is aimed at, in an environment. */
export interface AimedAt {
  readonly environmentId: string;
  readonly kind: TargetKind;
  readonly id: string;
}

/** Campaigns and Canvases by name, as main knows them. Only a person's wish makes it ask the server. */
export const useLookupsStore = defineStore('lookups', () => {
  const environments = useEnvironmentsStore();
  const views = shallowRef<Readonly<Record<string, LookupView>>>({});
  const progress = shallowRef<LookupProgress | null>(null);
  const refreshing = shallowRef<ReadonlySet<string>>(new Set());
  const aimed = shallowRef<AimedAt | null>(null);
  const known = shallowRef<TargetKnowledge | null>(null);

  /** Of the active environment; null while nobody looked. */
  const active = computed<LookupView | null>(
    () => (environments.active && views.value[environments.active.id]) ?? null,
  );

  function keep(view: LookupView): LookupView {
    views.value = { ...views.value, [view.environmentId]: view };
    return view;
  }

  async function list(environmentId: string): Promise<LookupView> {
    return keep(await request('lookups.list', { environmentId }));
  }

  async function refresh(environmentId: string): Promise<LookupView> {
    refreshing.value = new Set([...refreshing.value, environmentId]);
    progress.value = null;
    try {
      return keep(await request('lookups.refresh', { environmentId }));
    } finally {
      refreshing.value = new Set([...refreshing.value].filter((id) => id !== environmentId));
    }
  }

  async function cancel(environmentId: string): Promise<void> {
    await request('lookups.cancel', { environmentId });
  }

  /** Reads what is known offline of the id that the body names; null forgets it. */
  async function aim(next: AimedAt | null): Promise<void> {
    const before = aimed.value;
    aimed.value = next;
    const same =
      before?.environmentId === next?.environmentId &&
      before?.kind === next?.kind &&
      before?.id === next?.id;
    if (!same) known.value = null;
    if (next === null) return;
    const found = await request('lookups.target', { ...next });
    if (aimed.value === next) known.value = found;
  }

  /** Reads details from the server; they come back as what is known. */
  async function readDetails({ environmentId, kind, id }: AimedAt): Promise<void> {
    await request('lookups.details', { environmentId, kind, id });
  }

  function load(): () => void {
    const stops = [
      on('lookups.progressed', (now) => {
        progress.value = now;
      }),
      on('lookups.changed', ({ environmentId }) => {
        if (views.value[environmentId] !== undefined) void list(environmentId);
        if (aimed.value?.environmentId === environmentId) void aim({ ...aimed.value });
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }

  return {
    views,
    active,
    progress,
    refreshing,
    aimed,
    known,
    list,
    refresh,
    cancel,
    aim,
    readDetails,
    load,
  };
});
