import { addEntry, addField, replaceValue, wrapInList } from './add-edits';
import { commentOut } from './comment-edits';
import type { Diagnostic, DiagnosticParams } from './diagnostic';
import type { DiagnosticCode } from './diagnostic-codes';
import type { EndpointPath } from './endpoints';
import type { ArrayNode, JsonNode, ObjectNode } from './json-node';
import { removeChildren, removeNode } from './remove-edits';
import type { Repair } from './repair';
import { repeatedUsers } from './repeated-users';
import { MAX_RECIPIENTS } from './quota';
import { splitCount } from './split-calls';
import { IDENTIFIERS } from './rules/identifiers';

interface RepairInput {
  readonly diagnostic: Diagnostic;
  readonly text: string;
  readonly endpoint: EndpointPath;
  /** The value the finding points at. */
  readonly node: JsonNode;
}

type MakeRepairs = (input: RepairInput) => readonly Repair[];

/** Findings that go away when the value they point at is removed. */
export const REMOVABLE: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'R03.empty',
  'R06.null',
  'R06.null_in_context',
  'R08.with_empty_list',
  'R11.attachments',
  'R13.null_beside',
  'R16.without_email',
  'R17.repeat',
  'R19.false_with_alias',
  'R19.true_with_alias',
  'R20.double_opt_in',
  'R20.identifier_inside',
  'R25.segment_id',
  'R25.api_key',
  'R25.context_for_campaign',
  'R25.schedule_on_send',
  'R25.messages_field',
  'R25.misspelled_field',
  'R25.unknown_field',
  'R28.value_unused',
  'R30.both_names',
  'R30.trigger_properties',
  'R30.attachments',
  'R31.recipients',
  'T02.misspelt',
  'T02.unused',
]);

const asNamed = ({ expected }: DiagnosticParams): string | undefined =>
  typeof expected === 'string' ? expected : undefined;

/** Findings that go away when the field gets another name. */
export const RENAMES: Partial<
  Record<DiagnosticCode, (params: DiagnosticParams) => string | undefined>
> = {
  'R20.letter_case': asNamed,
  'R26.operator_case': asNamed,
  'R25.misspelled_field': ({ suggestion }) =>
    typeof suggestion === 'string' ? suggestion : undefined,
  'T02.misspelt': ({ suggestion }) => (typeof suggestion === 'string' ? suggestion : undefined),
  'R25.context_for_campaign': () => 'trigger_properties',
  'R30.trigger_properties': () => 'context',
  'R30.old_name': () => 'context',
};

const wrap: MakeRepairs = ({ node }) =>
  node.kind === 'null' || node.kind === 'array'
    ? []
    : [{ code: 'wrap_in_list', params: {}, edits: wrapInList(node) }];

const writeText = (node: JsonNode, value: string): Repair => ({
  code: 'write_value',
  params: { value },
  edits: replaceValue(node, JSON.stringify(value)),
});

const emptyObject: MakeRepairs = ({ node }) => [
  { code: 'write_value', params: { value: '{}' }, edits: replaceValue(node, '{}') },
];

/** A text that spells a boolean. For `broadcast` only `false`: no repair reaches more users. */
const spelledBoolean: MakeRepairs = ({ node }) => {
  const spelled = node.kind === 'string' ? node.value.trim().toLowerCase() : '';
  if (spelled !== 'false' && (spelled !== 'true' || node.key === 'broadcast')) return [];
  return [{ code: 'write_value', params: { value: spelled }, edits: replaceValue(node, spelled) }];
};

const trimmed: MakeRepairs = ({ node }) =>
  node.kind === 'string' && node.value.trim() !== ''
    ? [
        {
          code: 'trim_value',
          params: {},
          edits: replaceValue(node, JSON.stringify(node.value.trim())),
        },
      ]
    : [];

const writeExpected: MakeRepairs = ({ node, diagnostic }) => {
  const expected = asNamed(diagnostic.params);
  return expected === undefined ? [] : [writeText(node, expected)];
};

function removeMember(
  text: string,
  object: JsonNode | undefined,
  field: string,
): readonly Repair[] {
  const member = object?.kind === 'object' ? object.members.get(field) : undefined;
  if (member === undefined) return [];
  return [{ code: 'remove_field', params: { field }, edits: removeNode(text, member) }];
}

const keepIdentifier: MakeRepairs = ({ node, text }) => {
  if (node.kind !== 'object') return [];
  const present = IDENTIFIERS.filter((name) => node.members.has(name));
  return present
    .filter((name) => node.members.get(name)?.kind !== 'null')
    .map((field) => {
      const others = present.filter((name) => name !== field);
      const names = others.includes('email') ? [...others, 'prioritization'] : others;
      return { code: 'keep_only', params: { field }, edits: removeNamed(text, node, names) };
    });
};

function removeNamed(text: string, object: ObjectNode, names: readonly string[]) {
  const nodes = names.flatMap((name) => object.members.get(name) ?? []);
  return removeChildren(text, object, new Set(nodes));
}

const DEFAULT_PRIORITIZATION = '["identified", "most_recently_updated"]';

const addPrioritization: MakeRepairs = ({ node, text }) => [
  {
    code: 'add_field',
    params: { field: 'prioritization' },
    edits:
      node.kind === 'object'
        ? addField(text, node, 'prioritization', DEFAULT_PRIORITIZATION)
        : replaceValue(node, DEFAULT_PRIORITIZATION),
  },
];

const addRecency: MakeRepairs = ({ node, text }) => {
  if (node.kind !== 'array') return [];
  const edits = addEntry(text, node, '"most_recently_updated"');
  return [{ code: 'add_value', params: { value: 'most_recently_updated' }, edits }];
};

/** Of two values that exclude each other one is kept. */
const keepOneOf =
  (values: readonly [string, string]): MakeRepairs =>
  ({ node, text }) =>
    values.map((value) => {
      const items = node.kind === 'array' ? node.items : [];
      const removed = items.filter(
        (item) => item.kind === 'string' && values.includes(item.value) && item.value !== value,
      );
      const edits = node.kind === 'array' ? removeChildren(text, node, new Set(removed)) : [];
      return { code: 'keep_only', params: { field: value }, edits };
    });

const missingAttributes: MakeRepairs = ({ node, text }) => {
  const recipient = node.key === 'attributes' ? node.parent : node;
  const add: Repair = {
    code: 'add_field',
    params: { field: 'attributes' },
    edits:
      node.kind === 'object' ? addField(text, node, 'attributes', '{}') : replaceValue(node, '{}'),
  };
  return [add, ...removeMember(text, recipient ?? undefined, 'send_to_existing_only')];
};

/** The last of equal recipients decides, so removing the earlier one changes nothing. */
const sameUser: MakeRepairs = ({ node, text, diagnostic, endpoint }) => {
  const first = Number(diagnostic.params['first']);
  const list = node.parent;
  const earlier = list?.kind === 'array' ? list.items[first - 1] : undefined;
  if (earlier === undefined || list?.kind !== 'array') return [];
  return [
    {
      code: 'remove_earlier_recipient',
      params: { first },
      edits: removeChildren(text, list, new Set([earlier])),
    },
    { code: 'remove_recipient', params: {}, edits: removeNode(text, node) },
    ...allRepeats(text, list, endpoint),
  ];
};

/** Of each user the last entry stays, the one that counts. */
function allRepeats(text: string, list: ArrayNode, endpoint: EndpointPath): readonly Repair[] {
  const repeated = repeatedUsers(text, list, endpoint);
  if (repeated.size < 2) return [];
  return [
    {
      code: 'remove_repeats',
      params: { count: repeated.size },
      edits: removeChildren(text, list, repeated),
    },
  ];
}

const split: MakeRepairs = ({ node }) => {
  const count = node.kind === 'array' ? splitCount(node) : null;
  if (count === null) return [];
  return [{ code: 'split_calls', params: { count, limit: MAX_RECIPIENTS }, edits: [] }];
};

const toComment: MakeRepairs = ({ node, text }) => [
  {
    code: 'comment_out',
    params: { field: String(node.key) },
    edits: commentOut(text, node),
  },
];

const twoBraces: MakeRepairs = ({ node, text }) => {
  const source = text.slice(node.offset, node.offset + node.length);
  const repaired = source
    .replaceAll(/(?<!\{)\{{3,}([^{}]*(?:(?<=\$)\{[^{}]*\}[^{}]*){0,99})\}{2,}/g, '{{$1}}')
    .replaceAll(/\{\{([^{}]*(?:(?<=\$)\{[^{}]*\}[^{}]*){0,99})\}{3,}/g, '{{$1}}');
  if (repaired === source) return [];
  return [{ code: 'two_braces', params: {}, edits: replaceValue(node, repaired) }];
};

const dropBroadcast: MakeRepairs = ({ node, text }) =>
  removeMember(text, node.parent ?? undefined, 'broadcast');

/** Repairs that need more than removing or renaming the value. */
export const SPECIAL_REPAIRS: Partial<Record<DiagnosticCode, MakeRepairs>> = {
  'R02.white_space': trimmed,
  'R04.empty_text': emptyObject,
  'R06.braces': twoBraces,
  'R07.not_boolean': spelledBoolean,
  'R08.with_recipients': dropBroadcast,
  'R12.not_array': wrap,
  'R12.too_many': split,
  'R13.several': keepIdentifier,
  'R14.external_number': ({ node }) =>
    node.kind === 'number'
      ? [{ code: 'quote_value', params: {}, edits: replaceValue(node, JSON.stringify(node.text)) }]
      : [],
  'R14.surrounding_space': trimmed,
  'R16.no_prioritization': addPrioritization,
  'R17.not_array': wrap,
  'R17.letter_case': writeExpected,
  'R17.both_identified': keepOneOf(['identified', 'unidentified']),
  'R17.both_recency': keepOneOf(['most_recently_updated', 'least_recently_updated']),
  'R17.tie': addRecency,
  'R18.attributes_missing': missingAttributes,
  'R18.attributes_empty': ({ node, text }) =>
    removeMember(text, node.parent ?? undefined, 'send_to_existing_only'),
  'R18.not_boolean': spelledBoolean,
  'R20.list_operator': wrap,
  'R20.subscription_groups': wrap,
  'R21.same_user': sameUser,
  'R21.same_address': sameUser,
  'R22.not_array': wrap,
  'R24.name_with_extension': ({ node }) =>
    node.kind === 'string'
      ? [writeText(node, node.value.trim().replace(/\.[A-Za-z0-9]+$/, ''))]
      : [],
  'R25.segment_id': toComment,
  'R26.not_list': wrap,
  'R27.old_name': ({ node }) => [writeText(node, 'not_equal')],
  'R30.context_empty_text': emptyObject,
  'R31.broadcast_with_users': ({ node, text }) => [
    { code: 'remove_field', params: { field: 'broadcast' }, edits: removeNode(text, node) },
  ],
  'R32.not_boolean': spelledBoolean,
  'R33.flag': spelledBoolean,
  'R33.zone': ({ node }) =>
    node.kind === 'string'
      ? [writeText(node, node.value.replace(/\s?([Zz]|[+-]\d{2}(:?\d{2})?)$/, ''))]
      : [],
};
