import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Environment, EnvironmentInput, KeyCheck } from '#shared/domain/environment';
import type { SecretStatus } from '#shared/domain/secret';
import { on, request } from '../api/desk';
import { useSettingsStore } from './settings';

export const useEnvironmentsStore = defineStore('environments', () => {
  const settings = useSettingsStore();
  const environments = shallowRef<readonly Environment[]>([]);
  const secretStatuses = shallowRef<Readonly<Record<string, SecretStatus>>>({});

  const active = computed<Environment | null>(
    () =>
      environments.value.find(({ id }) => id === settings.current.activeEnvironmentId) ??
      environments.value[0] ??
      null,
  );
  const activeSecret = computed<SecretStatus | null>(
    () => (active.value && secretStatuses.value[active.value.id]) ?? null,
  );

  function keepStatus(status: SecretStatus): SecretStatus {
    secretStatuses.value = { ...secretStatuses.value, [status.environmentId]: status };
    return status;
  }

  function forgetStatus(environmentId: string): void {
    secretStatuses.value = Object.fromEntries(
      Object.entries(secretStatuses.value).filter(([id]) => id !== environmentId),
    );
  }

  async function loadSecretStatus(environmentId: string): Promise<SecretStatus> {
    return keepStatus(await request('secrets.status', { environmentId }));
  }

  async function load(): Promise<void> {
    on('environments.changed', (changed) => {
      environments.value = changed;
    });
    on('secrets.changed', keepStatus);
    environments.value = await request('environments.list', {});
    if (active.value) void loadSecretStatus(active.value.id).catch(() => undefined);
  }

  async function activate(environmentId: string): Promise<void> {
    void loadSecretStatus(environmentId).catch(() => undefined);
    await settings.update({ activeEnvironmentId: environmentId });
  }

  function create(input: EnvironmentInput): Promise<Environment> {
    return request('environments.create', input);
  }

  function update(environment: Environment): Promise<Environment> {
    return request('environments.update', environment);
  }

  /**
   * Takes an environment and its key away; the sandbox takes over where it was the active one.
   * Resolves with the function that brings everything back, until the app quits.
   */
  async function removeWithUndo(environmentId: string): Promise<() => Promise<Environment>> {
    const wasActive = settings.current.activeEnvironmentId === environmentId;
    const fallback = environments.value.find(({ host }) => host.kind === 'sandbox');
    const { undoToken } = await request('environments.remove', { environmentId });
    forgetStatus(environmentId);
    if (wasActive && fallback !== undefined) await activate(fallback.id);
    return async () => {
      const environment = await request('environments.restore', { undoToken });
      if (wasActive) await activate(environment.id);
      else await loadSecretStatus(environment.id);
      return environment;
    };
  }

  function checkKey(environmentId: string): Promise<KeyCheck> {
    return request('environments.checkKey', { environmentId });
  }

  async function setKey(
    environmentId: string,
    key: string,
    keep: 'keychain' | 'session',
  ): Promise<SecretStatus> {
    return keepStatus(await request('secrets.set', { environmentId, key, keep }));
  }

  async function clearKey(environmentId: string): Promise<SecretStatus> {
    return keepStatus(await request('secrets.clear', { environmentId }));
  }

  return {
    environments,
    secretStatuses,
    active,
    activeSecret,
    load,
    loadSecretStatus,
    activate,
    create,
    update,
    removeWithUndo,
    checkKey,
    setKey,
    clearKey,
  };
});
