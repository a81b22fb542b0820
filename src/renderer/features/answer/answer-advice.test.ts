import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Dispatch } from '#shared/domain/dispatch';
import { failureCodes } from '#shared/domain/dispatch';
import { hasText } from '../../i18n/use-text';
import { showLanguage } from '../../i18n/i18n';
import { adviceOf } from './answer-advice';

const accepted: Dispatch = {
  id: '1',
  createdAt: '2026-01-01T00:00:00.000Z',
  environmentId: 'e',
  environmentName: 'E',
  production: false,
  host: 'http://127.0.0.1',
  endpoint: '/campaigns/trigger/send',
  requestName: null,
  targetId: null,
  blastRadius: { kind: 'none' },
  outcome: 'accepted',
  status: 201,
  dispatchId: 'd',
  failure: null,
  elapsedMs: 1,
  answerBytes: 1,
  errorCount: 0,
  notice: null,
  sendId: null,
  scheduleId: null,
  message: 'success',
  errors: [],
  failureDetail: null,
  answerProblem: null,
  sentBody: '{}',
  sentHeaders: [],
  answerBody: '{}',
  answerHeaders: [],
  timeline: [],
  blocks: [],
};

describe('the advice on an answer', () => {
  beforeAll(async () => {
    vi.stubGlobal('document', { documentElement: { lang: '' } });
    await showLanguage('en');
  });

  it('is none where all is as it should be', () => {
    expect(adviceOf(accepted)).toBeNull();
  });

  it.each(failureCodes.filter((code) => code !== 'gate'))(
    'has words for the failure %s',
    (failure) => {
      const advice = adviceOf({ ...accepted, outcome: 'unknown', status: null, failure });
      expect(hasText(advice?.cause ?? '') && hasText(advice?.next ?? '')).toBe(true);
    },
  );

  it.each([400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 502, 503, 504, 599])(
    'has words for the status %d',
    (status) => {
      const outcome = status === 429 ? 'rate_limited' : status >= 500 ? 'failed' : 'refused';
      const advice = adviceOf({ ...accepted, outcome, status });
      expect(hasText(advice?.cause ?? '') && hasText(advice?.next ?? '')).toBe(true);
    },
  );

  it('stripes what may have been accepted, and never says that it was', () => {
    const advice = adviceOf({ ...accepted, outcome: 'unknown', status: null, failure: 'timeout' });
    expect(advice?.tone).toBe('unknown');
  });

  it('tells a paused campaign from single errors', () => {
    const base = { ...accepted, outcome: 'accepted_with_errors' as const };
    expect(adviceOf({ ...base, notice: 'The campaign is paused.' })?.cause).toBe(
      'answer.minor.notice.cause',
    );
    expect(adviceOf({ ...base, errors: ['x'] })?.cause).toBe('answer.minor.errors.cause');
  });
});
