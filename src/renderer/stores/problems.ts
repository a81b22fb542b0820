import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { AppProblem } from '#shared/ipc/contract';
import { on, request } from '../api/desk';

/** Problems of the app itself (ledger, keychain, files), which stay until they are solved. */
export const useProblemsStore = defineStore('problems', () => {
  const problems = shallowRef<readonly AppProblem[]>([]);

  async function load(): Promise<void> {
    on('app.problemsChanged', (changed) => {
      problems.value = changed;
    });
    problems.value = await request('app.problems', {});
  }

  return { problems, load };
});
