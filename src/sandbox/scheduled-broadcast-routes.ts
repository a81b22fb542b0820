import { answer, refusal } from './answer';
import type { RouteHandler } from './route';
import type { Schedule } from './schedule-store';
import { dueAt } from './schedule-store';
import type { Workspace } from './workspace';

const dayMs = 86_400_000;

interface Upcoming {
  readonly due: number;
  readonly view: Readonly<Record<string, unknown>>;
}

/** A broadcast that every sandbox has waiting for the next morning, so that there is one to see. */
function sampleBroadcast(now: number): Upcoming {
  const due = Math.floor(now / dayMs) * dayMs + dayMs + 9 * 3_600_000;
  const view = {
    name: 'Daily digest',
    id: '40d8e1b6-c35f-9a27-b6e0-1f7d92c4a853',
    type: 'Campaign',
    tags: ['digest'],
    next_send_time: new Date(due).toISOString(),
    schedule_type: 'UTC',
  };
  return { due, view };
}

function broadcastView(
  schedule: Schedule,
  due: number,
  { catalogue }: Workspace,
): Readonly<Record<string, unknown>> {
  const target = [...catalogue.campaigns, ...catalogue.canvases].find(
    ({ id }) => id === schedule.targetId,
  );
  return {
    name: target?.name ?? '',
    id: schedule.targetId ?? schedule.id,
    type: schedule.kind === 'canvas' ? 'Canvas' : 'Campaign',
    tags: target?.tags ?? [],
    next_send_time: new Date(due).toISOString(),
    schedule_type: schedule.schedule['in_local_time'] === true ? 'local_time_zones' : 'UTC',
  };
}

/** `GET /messages/scheduled_broadcasts`: what goes out to an audience between now and `end_time`. */
export const listScheduledBroadcasts: RouteHandler = ({ query }, workspace) => {
  const now = workspace.now();
  const end = Date.parse(query.get('end_time') ?? '');
  if (Number.isNaN(end)) return refusal(400, 'Bad Request');
  const created = workspace.schedules.all().flatMap((schedule): readonly Upcoming[] => {
    const due = dueAt(schedule);
    if (!schedule.broadcast || due === null) return [];
    return [{ due, view: broadcastView(schedule, due, workspace) }];
  });
  const upcoming = [sampleBroadcast(now), ...created]
    .filter(({ due }) => due >= now && due <= end)
    .sort((a, b) => a.due - b.due);
  return answer(200, {
    message: 'success',
    scheduled_broadcasts: upcoming.map(({ view }) => view),
  });
};
