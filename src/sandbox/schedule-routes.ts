import type { Answer } from './answer';
import { answer, refusal } from './answer';
import type { Call, RouteHandler } from './route';
import type { Schedule } from './schedule-store';
import type { TargetCheck } from './targets';
import { checkApiCampaign, checkCampaign, checkCanvas } from './targets';
import type { Workspace } from './workspace';

interface Family {
  readonly kind: Schedule['kind'];
  /** The body field with the target's id. */
  readonly idField: 'campaign_id' | 'canvas_id';
  readonly check: (call: Call, workspace: Workspace) => TargetCheck;
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function createOf({ kind, idField, check }: Family): RouteHandler {
  return (call, workspace) => {
    const target = check(call, workspace);
    if (!target.ok) return target.refusal;
    const id = workspace.newId();
    workspace.schedules.add({
      id,
      kind,
      targetId: textOrNull(call.body[idField]),
      schedule: objectOf(call.body['schedule']),
      broadcast: call.body['broadcast'] === true,
    });
    return answer(201, {
      dispatch_id: workspace.newDispatchId(),
      schedule_id: id,
      ...(target.notice === null ? {} : { notice: target.notice }),
      message: 'success',
    });
  };
}

/** The documentation shows no answer for an unknown schedule; the wording follows `Invalid Campaign ID`. */
const invalidSchedule = refusal(400, 'Invalid Schedule ID');

function changeOf(
  { kind, idField }: Family,
  change: (found: Schedule, call: Call, workspace: Workspace) => void,
): RouteHandler {
  return (call, workspace): Answer => {
    const found = workspace.schedules.get(String(call.body['schedule_id']));
    const fits =
      found?.kind === kind &&
      (kind === 'message' || found.targetId === textOrNull(call.body[idField]));
    if (!fits) {
      return workspace.acceptAnyId ? answer(201, { message: 'success' }) : invalidSchedule;
    }
    change(found, call, workspace);
    return answer(201, { message: 'success' });
  };
}

/** Create, update and delete of one family; the paths are put together in `routes.ts`. */
export interface ScheduleRoutes {
  readonly create: RouteHandler;
  readonly update: RouteHandler;
  readonly remove: RouteHandler;
}

function routesOf(family: Family): ScheduleRoutes {
  return {
    create: createOf(family),
    update: changeOf(family, (found, { body }, { schedules }) => {
      // For triggers `schedule` is required and replaces the old one; for messages it is optional.
      const schedule = body['schedule'] === undefined ? found.schedule : objectOf(body['schedule']);
      schedules.replace({ ...found, schedule });
    }),
    remove: changeOf(family, (found, _call, { schedules }) => schedules.remove(found.id)),
  };
}

/** `/campaigns/trigger/schedule/…`. */
export const campaignSchedules = routesOf({
  kind: 'campaign',
  idField: 'campaign_id',
  check: ({ body }, workspace) => checkCampaign(body['campaign_id'], workspace),
});

/** `/canvas/trigger/schedule/…`. */
export const canvasSchedules = routesOf({
  kind: 'canvas',
  idField: 'canvas_id',
  check: ({ body }, workspace) => checkCanvas(body['canvas_id'], workspace),
});

/** `/messages/schedule/…`. */
export const messageSchedules = routesOf({
  kind: 'message',
  idField: 'campaign_id',
  check: ({ body }, workspace) =>
    checkApiCampaign(body['campaign_id'], body['messages'], workspace),
});
