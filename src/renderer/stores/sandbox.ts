import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { SandboxStatus } from '#shared/domain/sandbox-status';
import { on, request } from '../api/desk';

export const useSandboxStore = defineStore('sandbox', () => {
  const status = shallowRef<SandboxStatus | null>(null);

  async function load(): Promise<void> {
    on('sandbox.changed', (changed) => {
      status.value = changed;
    });
    status.value = await request('sandbox.status', {});
  }

  async function setScenario(scenario: string): Promise<void> {
    status.value = await request('sandbox.setScenario', { scenario });
  }

  async function restart(): Promise<void> {
    status.value = await request('sandbox.restart', {});
  }

  return { status, load, setScenario, restart };
});
