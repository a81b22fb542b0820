import type { DiagnosticCode } from '../diagnostic-codes';
import type { EndpointFamily } from '../endpoints';
import type { ShapeName } from '../field-spec';
import { BODY_SHAPES, fieldOf, fieldsByName, SHAPES } from '../fields';
import type { JsonNode, ObjectNode } from '../json-node';
import { nearestName } from './nearest-name';
import type { Rule, RuleContext } from './rule-context';

interface Visit {
  readonly node: ObjectNode;
  readonly shape: ShapeName;
}

/** Fields that only `/messages/send` knows. */
const MESSAGES_FIELDS: ReadonlySet<string> = new Set([
  'external_user_ids',
  'user_aliases',
  'messages',
  'recipient_subscription_state',
  'override_frequency_capping',
  'override_messaging_limits',
]);
const CONTEXT_FIELDS: ReadonlySet<string> = new Set(['context', 'canvas_entry_properties']);
/** Fields that R30 and R31 report with more to say. */
const CANVAS_OWN: ReadonlySet<string> = new Set(['trigger_properties', 'attachments']);

/** The fields of each shape, each with the shape of the objects in it; null where they are none. */
const SHAPES_BELOW: ReadonlyMap<ShapeName, ReadonlyMap<string, ShapeName | null>> = new Map(
  (Object.keys(SHAPES) as ShapeName[]).map((shape) => [
    shape,
    new Map([...fieldsByName(shape)].map(([name, id]) => [name, fieldOf(id).shape ?? null])),
  ]),
);

/** R25: fields that do not belong where they stand. Walks every object with a closed set of fields. */
export const unknownFields: Rule = (context) => {
  const suggest = createSuggestions();
  const open: Visit[] = [{ node: context.body, shape: BODY_SHAPES[context.endpoint.path] }];
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    const { node, shape } = visit;
    const known = SHAPES_BELOW.get(shape);
    for (const [name, member] of node.members) {
      const below = known?.get(name);
      if (below === null) continue;
      if (below === undefined) {
        if (SHAPES[shape].open !== true)
          reportField(context, { parent: node, shape, field: name, member }, suggest);
      } else if (member.kind === 'object') open.push({ node: member, shape: below });
      else if (member.kind === 'array') {
        for (const item of member.items) {
          if (item.kind === 'object') open.push({ node: item, shape: below });
        }
      }
    }
  }
};

/** The known name a field most likely means; remembers, as one slip comes with every recipient. */
type Suggest = (shape: ShapeName, field: string) => string | null;

function createSuggestions(): Suggest {
  const found = new Map<string, string | null>();
  return (shape, field) => {
    const key = `${shape} ${field}`;
    let suggestion = found.get(key);
    if (suggestion === undefined) {
      suggestion = nearestName(field, [...fieldsByName(shape).keys()]);
      found.set(key, suggestion);
    }
    return suggestion;
  };
}

interface StrayField {
  readonly parent: ObjectNode;
  readonly shape: ShapeName;
  readonly field: string;
  readonly member: JsonNode;
}

function reportField(context: RuleContext, stray: StrayField, suggest: Suggest): void {
  const { parent, shape, field, member } = stray;
  const { family } = context.endpoint;
  const isBody = parent === context.body;
  if (isReportedElsewhere(family, isBody, field, parent)) return;
  const code = knownMisplacement(context, isBody, field);
  if (code !== null) {
    context.report(code, member, { field }, 'key');
    return;
  }
  const suggestion = suggest(shape, field);
  if (suggestion === null) context.report('R25.unknown_field', member, { field }, 'key');
  else context.report('R25.misspelled_field', member, { field, suggestion }, 'key');
}

function isReportedElsewhere(
  family: EndpointFamily,
  isBody: boolean,
  field: string,
  parent: ObjectNode,
): boolean {
  if (family === 'canvas' && CANVAS_OWN.has(field)) return true;
  if (family === 'messages' && isBody && field === 'recipients') return true;
  // A phone number that stands alone is reported as what it is meant for (R13).
  return field === 'phone' && !isBody && !hasIdentifier(parent);
}

function hasIdentifier(parent: ObjectNode): boolean {
  return ['external_user_id', 'user_alias', 'email', 'braze_id'].some((name) =>
    parent.members.has(name),
  );
}

/** Fields that another endpoint or another place knows. */
function knownMisplacement(
  { endpoint }: RuleContext,
  isBody: boolean,
  field: string,
): DiagnosticCode | null {
  const { family, kind } = endpoint;
  if (family === 'campaign' && CONTEXT_FIELDS.has(field)) return 'R25.context_for_campaign';
  if (!isBody) return null;
  if (field === 'api_key') return 'R25.api_key';
  if (family === 'campaign' || family === 'canvas') {
    if (field === 'segment_id') return 'R25.segment_id';
    if (MESSAGES_FIELDS.has(field)) return 'R25.messages_field';
  }
  if (field === 'schedule' && kind === 'send') return 'R25.schedule_on_send';
  return null;
}
