import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Environment } from '#shared/domain/environment';
import { fakeDesk } from '../testing/fake-desk';
import { useEnvironmentsStore } from './environments';
import { useQuotaStore } from './quota';
import { useSettingsStore } from './settings';

const environment: Environment = {
  id: 'staging',
  name: 'Staging',
  color: 'blue',
  host: { kind: 'sandbox' },
  production: false,
  variables: [],
  testUsers: [],
  reservePercent: 10,
  timeoutMs: 30_000,
  duplicateGuard: true,
};

beforeEach(() => {
  vi.useFakeTimers();
  setActivePinia(createPinia());
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('is whole again when its window ends, without a call', async () => {
  const desk = fakeDesk();
  desk.answer('environments.list', () => [environment]);
  desk.answer('secrets.status', () => ({ environmentId: 'staging', state: 'ready' }));
  const inFiveMinutes = Date.now() + 300_000;
  desk.answer('quota.get', () => ({
    environmentId: 'staging',
    limit: 500,
    remaining: 20,
    resetAtMs: inFiveMinutes,
    source: 'server',
  }));
  desk.answer('settings.get', () => ({ activeEnvironmentId: 'staging' }));
  await useSettingsStore().load();
  const quota = useQuotaStore();
  await useEnvironmentsStore().load();
  quota.load();
  await vi.advanceTimersByTimeAsync(0);
  expect(quota.active?.remaining).toBe(20);

  await vi.advanceTimersByTimeAsync(299_000);
  expect(quota.active?.remaining).toBe(20);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(quota.renewed).toBe(true);
  expect(quota.active?.remaining).toBe(500);

  desk.publish('quota.changed', {
    environmentId: 'staging',
    limit: 500,
    remaining: 499,
    resetAtMs: Date.now() + 3_600_000,
    source: 'server',
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(quota.renewed).toBe(false);
  expect(quota.active?.remaining).toBe(499);
});
