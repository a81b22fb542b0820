import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { AppInfo } from '#shared/ipc/contract';
import { request } from '../api/desk';

export const useAppInfoStore = defineStore('app-info', () => {
  const info = shallowRef<AppInfo | null>(null);

  async function load(): Promise<AppInfo> {
    info.value = await request('app.info', {});
    return info.value;
  }

  return { info, load };
});
