import { addEntry, addField, renameField, replaceValue } from '../add-edits';
import { parseDocument } from '../document';
import type { JsonNode } from '../json-node';
import { removeNode } from '../remove-edits';
import { applyEdits, type TextEdit } from '../text-edit';
import { FILTER_COMPARISONS, type FilterKind, type ValueRule, valueRuleOf } from './grammar';
import { type AudienceCondition, partAt, readAudience } from './tree';
import type { ChangedText } from './changes';

/** The fields of a filter. */
export type FilterField = 'custom_attribute_name' | 'comparison' | 'value';

function conditionAt(text: string, pointer: string): AudienceCondition | null {
  const reading = readAudience(parseDocument(text));
  const isOpen = reading.state === 'present' && !reading.locked;
  const part = isOpen ? partAt(reading.root, pointer) : undefined;
  return part?.kind === 'condition' ? part : null;
}

/** What a value starts with, by what the comparison takes. */
const FIRST_VALUES: Readonly<Record<Exclude<ValueRule, 'none'>, string>> = {
  scalar: '""',
  regex: '""',
  texts: '[]',
  member: '""',
  number: '0',
  days: '0',
  date: '""',
  state: '"subscribed"',
};

/** A new condition: the first comparison of its filter, and what that takes. */
export function newCondition(
  kind: FilterKind = 'custom_attribute',
): Readonly<Record<string, unknown>> {
  const comparison = FILTER_COMPARISONS[kind][0];
  const rule = valueRuleOf(kind, comparison);
  return {
    [kind]: {
      ...(kind === 'custom_attribute' ? { custom_attribute_name: '' } : {}),
      comparison,
      ...(rule === null || rule === 'none'
        ? {}
        : { value: JSON.parse(FIRST_VALUES[rule]) as unknown }),
    },
  };
}

/** Writes a field of a condition; `json` is JSON text, null removes the field. */
export function setFilterField(
  text: string,
  pointer: string,
  field: FilterField,
  json: string | null,
): ChangedText | null {
  const condition = conditionAt(text, pointer);
  if (condition === null) return null;
  return { text: applyEdits(text, fieldEdits(text, condition, field, json)), pointer };
}

function fieldEdits(
  text: string,
  { fields }: AudienceCondition,
  field: FilterField,
  json: string | null,
): readonly TextEdit[] {
  const node = fields.members.get(field);
  if (json === null) return node === undefined ? [] : removeNode(text, node);
  return node === undefined ? addField(text, fields, field, json) : replaceValue(node, json);
}

/**
 * Chooses another comparison. A value that it takes stays; one it cannot take makes place for one it can
 * where nothing was filled in yet.
 */
export function setComparison(
  text: string,
  pointer: string,
  comparison: string,
): ChangedText | null {
  const condition = conditionAt(text, pointer);
  if (condition === null) return null;
  const changed = setFilterField(text, pointer, 'comparison', JSON.stringify(comparison));
  const rule = valueRuleOf(condition.filter, comparison);
  const value = condition.fields.members.get('value');
  if (changed === null || rule === null) return changed;
  if (rule === 'none') {
    return value === undefined ? changed : setFilterField(changed.text, pointer, 'value', null);
  }
  if (value !== undefined && (!isBlank(value) || fits(value, rule))) return changed;
  return setFilterField(changed.text, pointer, 'value', FIRST_VALUES[rule]);
}

/** Nothing a person would miss. */
function isBlank(value: JsonNode): boolean {
  if (value.kind === 'string') return value.value === '';
  if (value.kind === 'array') return value.items.length === 0;
  return value.kind === 'null' || (value.kind === 'number' && value.value === 0);
}

function fits(value: JsonNode, rule: Exclude<ValueRule, 'none'>): boolean {
  switch (rule) {
    case 'number':
    case 'days':
      return value.kind === 'number';
    case 'texts':
      return value.kind === 'array' || value.kind === 'string';
    case 'scalar':
    case 'member':
      return value.kind !== 'null' && value.kind !== 'object' && value.kind !== 'array';
    case 'regex':
    case 'date':
      return value.kind === 'string';
    case 'state':
      return value.kind === 'string' && value.value !== '';
  }
}

/** Chooses another filter. Its comparison becomes one that it offers, and the value one that fits. */
export function setFilterKind(text: string, pointer: string, kind: FilterKind): ChangedText | null {
  const condition = conditionAt(text, pointer);
  if (condition === null) return null;
  if (condition.filter === kind) return { text, pointer };
  const offered: readonly string[] = FILTER_COMPARISONS[kind];
  const comparison = condition.fields.members.get('comparison');
  const keeps = comparison?.kind === 'string' && offered.includes(comparison.value);
  const first = FILTER_COMPARISONS[kind][0];
  const rule = valueRuleOf(kind, keeps ? comparison.value : first);
  const value = condition.fields.members.get('value');
  const before =
    comparison?.kind === 'string' ? valueRuleOf(condition.filter, comparison.value) : null;
  const fresh = rule === null || rule === 'none' ? null : FIRST_VALUES[rule];
  const steps: readonly (readonly [FilterField, string | null])[] = [
    ['custom_attribute_name', kind === 'custom_attribute' ? '""' : null],
    ...(keeps ? [] : [['comparison', JSON.stringify(first)] as const]),
    ...(before === rule && value !== undefined ? [] : [['value', fresh] as const]),
  ];
  let changed = applyEdits(text, renameField(condition.fields, kind));
  for (const [field, json] of steps) {
    changed = setFilterField(changed, pointer, field, json)?.text ?? changed;
  }
  return { text: changed, pointer };
}

/** Writes an entry of a value that is a list; `json` is JSON text, null removes it, the index behind the last adds. */
export function setListValue(
  text: string,
  pointer: string,
  index: number,
  json: string | null,
): ChangedText | null {
  const list = conditionAt(text, pointer)?.fields.members.get('value');
  if (list?.kind !== 'array') return null;
  const item = list.items[index];
  if (item === undefined) {
    return json === null ? null : { text: applyEdits(text, addEntry(text, list, json)), pointer };
  }
  const edits = json === null ? removeNode(text, item) : replaceValue(item, json);
  return { text: applyEdits(text, edits), pointer };
}
