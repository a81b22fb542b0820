import type { JsonNode, ObjectNode } from '../json-node';
import { readMoment } from './calendar';
import { isAbsent, isBoolean, type Rule, type RuleContext } from './rule-context';

/** The westernmost zone: a local time has passed everywhere this long after it passed in UTC. */
const LAST_ZONE_MS = 12 * 3_600_000;

/** R33: the `schedule` of a new schedule, and of an update where it is given. */
export const schedule: Rule = (context) => {
  const { body, endpoint, report } = context;
  const node = body.members.get('schedule');
  if (isAbsent(node)) {
    if (endpoint.action === 'create') report('R33.schedule_missing', node ?? body, {}, 'open');
  } else if (node?.kind === 'object') {
    checkSchedule(context, node);
  } else if (node !== undefined && !context.isUntyped(node)) {
    report('R33.not_object', node, { type: node.kind });
  }
};

function checkSchedule(context: RuleContext, node: ObjectNode): void {
  const { report } = context;
  let local = false;
  for (const field of ['in_local_time', 'at_optimal_time']) {
    const flag = node.members.get(field);
    if (flag !== undefined && flag.kind !== 'boolean' && !context.isUntyped(flag)) {
      report('R33.flag', flag, { field, type: flag.kind });
    }
    local ||= isBoolean(flag, true);
  }
  const time = node.members.get('time');
  if (time === undefined) report('R33.time_missing', node, {}, 'open');
  else if (time.kind === 'null') report('R33.time_missing', time);
  else if (!context.isOpen(time)) checkTime(context, time, local);
}

function checkTime({ report, nowMs }: RuleContext, node: JsonNode, local: boolean): void {
  const moment = node.kind === 'string' ? readMoment(node.value) : null;
  if (moment === null) {
    report('R33.time_form', node, { value: node.kind === 'string' ? node.value : node.kind });
    return;
  }
  if (!moment.hasTime) report('R33.date_only', node);
  if (local && moment.hasZone) report('R33.zone', node);
  const grace = local && !moment.hasZone ? LAST_ZONE_MS : 0;
  if (nowMs !== null && moment.ms + grace < nowMs) report('R33.past', node);
}

/** R34: what an update or delete must name. */
export const scheduleChange: Rule = ({ body, endpoint, report, isUntyped }) => {
  const target =
    endpoint.family === 'campaign'
      ? 'campaign_id'
      : endpoint.family === 'canvas'
        ? 'canvas_id'
        : null;
  if (target !== null) {
    const node = body.members.get(target);
    if (isAbsent(node)) report('R34.target_missing', node ?? body, { field: target }, 'open');
  }
  const id = body.members.get('schedule_id');
  if (isAbsent(id)) report('R34.schedule_id_missing', id ?? body, {}, 'open');
  else if (id !== undefined && !isUntyped(id) && (id.kind !== 'string' || id.value === '')) {
    report('R34.schedule_id_form', id);
  }
  const planned = body.members.get('schedule');
  const hasMessages = endpoint.family === 'messages' && body.members.has('messages');
  if (endpoint.action === 'update' && isAbsent(planned) && !hasMessages) {
    report('R34.schedule_missing', planned ?? body, {}, 'open');
  }
};
