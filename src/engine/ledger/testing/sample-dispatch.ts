import type { Dispatch } from '#shared/domain/dispatch';
import type { ParsedInput } from '#shared/ipc/contract';

/** An id that sorts by its number, of the form of a UUID version 7. */
export function sampleId(number: number): string {
  const hex = number.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** A dispatch as it is written before it leaves. */
export function begunDispatch(number: number, over: Partial<Dispatch> = {}): Dispatch {
  return {
    id: sampleId(number),
    createdAt: new Date(1_790_000_000_000 + number).toISOString(),
    environmentId: 'staging',
    environmentName: 'Staging',
    production: false,
    host: 'rest.iad-03.braze.com',
    endpoint: '/campaigns/trigger/send',
    requestName: 'Welcome',
    targetId: '0f1e2d3c-0000-4000-8000-000000000001',
    blastRadius: { kind: 'recipients', count: 1 },
    outcome: 'unknown',
    status: null,
    dispatchId: null,
    failure: 'crash',
    elapsedMs: null,
    answerBytes: null,
    errorCount: 0,
    notice: null,
    sendId: null,
    scheduleId: null,
    message: null,
    errors: [],
    failureDetail: null,
    answerProblem: null,
    sentBody:
      '{"recipients":[{"external_user_id":"user-1"}],"trigger_properties":{"code":"SPRING"}}',
    sentHeaders: [['Content-Type', 'application/json']],
    answerBody: null,
    answerHeaders: [],
    timeline: [{ step: 'recorded', atMs: 1.25 }],
    blocks: [],
    ...over,
  };
}

/** The same after an answer came. */
export function answeredDispatch(number: number, over: Partial<Dispatch> = {}): Dispatch {
  return begunDispatch(number, {
    outcome: 'accepted_with_errors',
    status: 201,
    dispatchId: `5f0c${number}`,
    failure: null,
    elapsedMs: 142.5,
    answerBytes: 60,
    errorCount: 1,
    message: 'success',
    errors: ['user-1 is not subscribed'],
    answerBody: '{"message":"success"}',
    answerHeaders: [['x-ratelimit-remaining', '249999']],
    timeline: [
      { step: 'recorded', atMs: 1.25 },
      { step: 'answered', atMs: 143.75 },
    ],
    ...over,
  });
}

/** A query for everything. */
export const everything: ParsedInput<'history.list'> = {
  query: '',
  environmentId: null,
  outcomes: [],
  before: null,
  limit: 500,
};
