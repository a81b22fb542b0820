import { basename } from 'node:path';
import type { RunDetail, RunProgress, RunSummary } from '#shared/domain/run-state';
import type { CallRecord } from './journal-records';
import type { RunView } from './run-files';
import type { RunPlan } from './run-plan';

/** Most unknown calls that are listed. */
const mostListed = 200;

/** The line of a run in the list: of one at work here by its progress, otherwise by what is on disk. */
export function runSummary(
  plan: RunPlan,
  view: RunView | RunProgress,
  pauseDetail?: string | null,
): RunSummary {
  const live = 'facts' in view ? null : view;
  const facts = 'facts' in view ? view.facts : view;
  return {
    id: plan.id,
    createdAt: plan.createdAt,
    state: facts.state,
    pausedFor: facts.pausedFor,
    pauseDetail: 'facts' in view ? view.facts.pauseDetail : (pauseDetail ?? null),
    elsewhere: 'facts' in view ? view.elsewhere : false,
    requestName: plan.request.name,
    endpoint: plan.request.endpoint,
    targetId: plan.targetId,
    environmentId: plan.environment.id,
    environmentName: plan.environment.name,
    production: plan.environment.production,
    host: plan.host,
    dataFile: basename(plan.data.path),
    rowsTotal: facts.rowsTotal ?? plan.rowsTotal,
    rows: view.rows,
    calls: facts.calls,
    settings: plan.settings,
    elapsedMs: Math.round(live?.elapsedMs ?? facts.elapsedMs),
    quotaUtilisation: facts.quotaUtilisation,
    repeats: plan.repeats?.runId ?? null,
  };
}

/** A run with what a person may have to decide. */
export function runDetail(
  summary: RunSummary,
  plan: RunPlan,
  unknown: readonly CallRecord[],
  progress: RunProgress | null,
): RunDetail {
  return {
    ...summary,
    dataPath: plan.data.path,
    progress,
    unknownCalls: unknown.slice(0, mostListed).map((call) => ({
      call: call.n,
      dispatchRow: call.id,
      leftAt: new Date(call.at).toISOString(),
      rowCount: call.r.reduce((sum, [first, last]) => sum + last - first + 1, 0),
      firstRow: call.r[0]?.[0] ?? 0,
    })),
  };
}
