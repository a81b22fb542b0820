import type { DispatchSummary } from '#shared/domain/dispatch';

/** A dispatch for tests; `number` makes it later than those with a smaller one. */
export function sampleDispatch(
  number: number,
  change: Partial<DispatchSummary> = {},
): DispatchSummary {
  const createdAt = new Date(Date.UTC(2026, 4, 4, 10, 0, number)).toISOString();
  return {
    id: `01970000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    createdAt,
    environmentId: 'staging',
    environmentName: 'Staging',
    production: false,
    host: 'rest.iad-03.braze.com',
    endpoint: '/campaigns/trigger/send',
    requestName: 'Welcome',
    targetId: '7f2b1c3d-0000-4000-8000-000000000001',
    blastRadius: { kind: 'recipients', count: 3 },
    outcome: 'accepted',
    status: 201,
    dispatchId: 'd15a7c4',
    failure: null,
    elapsedMs: 1143.4,
    answerBytes: 80,
    errorCount: 0,
    notice: null,
    ...change,
  };
}
