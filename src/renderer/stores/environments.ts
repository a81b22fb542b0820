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

  /** Resolves with the token that `restore` takes. */
  async function remove(environmentId: string): Promise<string> {
    return (await request('environments.remove', { environmentId })).undoToken;
  }

  function restore(undoToken: string): Promise<Environment> {
    return request('environments.restore', { undoToken });
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
    remove,
    restore,
    checkKey,
    setKey,
    clearKey,
  };
});
