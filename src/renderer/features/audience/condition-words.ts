import {
  type FilterComparison,
  FILTER_COMPARISONS,
  valueRuleOf,
} from '#shared/braze/audience/grammar';
import type { AudienceCondition, AudiencePart } from '#shared/braze/audience/tree';
import type { JsonNode } from '#shared/braze/json-node';
import { text } from '../../i18n/use-text';

/** A piece of a sentence; names, values and operators are set off from the words round them. */
export interface Words {
  readonly kind: 'words' | 'name' | 'value' | 'operator' | 'open';
  readonly text: string;
}

/** More of a list than a sentence needs. */
const LONGEST_LIST = 6;
const LONGEST_VALUE = 80;
/** Longer sentences are not read. */
const MOST_PARTS = 30;

const words = (said: string): Words => ({ kind: 'words', text: said });

function shortened(value: string): string {
  return value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
}

function quoted(value: string): string {
  return text('audience.quoted', { text: shortened(value) });
}

/** A value as a person reads it; texts in quotes, so that “true” is not true. */
export function valueWords(node: JsonNode | undefined, bare = false): string {
  switch (node?.kind) {
    case undefined:
      return '…';
    case 'string':
      return bare && node.value !== '' ? shortened(node.value) : quoted(node.value);
    case 'number':
      return node.text;
    case 'boolean':
      return String(node.value);
    case 'array': {
      const items = node.items.slice(0, LONGEST_LIST).map((item) => valueWords(item));
      if (node.items.length > LONGEST_LIST) items.push('…');
      return `[${items.join(', ')}]`;
    }
    case 'object':
      return '{…}';
    case 'null':
      return 'null';
  }
}

/** Takes a template apart, so that what is filled in can be set off. */
function filled(template: string, fills: Readonly<Record<string, readonly Words[]>>): Words[] {
  return template
    .split(/(\ue000\w+\ue001)/)
    .filter((piece) => piece !== '')
    .flatMap((piece) => fills[piece.slice(1, -1)] ?? [words(piece)]);
}

const mark = (name: string): string => `\ue000${name}\ue001`;

function isComparison(comparison: string): comparison is FilterComparison {
  return Object.values(FILTER_COMPARISONS).some((offered) =>
    (offered as readonly string[]).includes(comparison),
  );
}

/** What a condition asks, such as: custom attribute “vip” equals true. */
export function conditionWords({ filter, fields }: AudienceCondition): readonly Words[] {
  const named = fields.members.get('custom_attribute_name');
  const isNamed = named?.kind === 'string' && named.value !== '';
  const name: Words = isNamed
    ? { kind: 'name', text: quoted(named.value) }
    : { kind: 'open', text: text('audience.noName') };
  const subject = filled(text(`audience.subject.${filter}`, { name: mark('name') }), {
    name: [name],
  });
  const node = fields.members.get('comparison');
  const comparison = node?.kind === 'string' ? node.value : '';
  const rule = valueRuleOf(filter, comparison);
  const value = fields.members.get('value');
  const said: Words = {
    kind: value === undefined ? 'open' : 'value',
    text: valueWords(value, rule === 'state' || rule === 'date'),
  };
  const marks = { subject: mark('subject'), value: mark('value') };
  const fills = {
    subject,
    value: [said],
    comparison: [{ kind: 'open', text: comparison || '…' }],
  } as const;
  return rule === null || !isComparison(comparison)
    ? filled(text('audience.saysOther', { ...marks, comparison: mark('comparison') }), fills)
    : filled(text(`audience.says.${comparison}`, marks), fills);
}

/** What a part asks; a group joins what its parts ask. */
export function partWords(part: AudiencePart): readonly Words[] {
  const budget = { left: MOST_PARTS };
  return collect(part, budget, true);
}

function collect(
  part: AudiencePart,
  budget: { left: number },
  outermost: boolean,
): readonly Words[] {
  if (part.kind === 'condition') {
    budget.left -= 1;
    return conditionWords(part);
  }
  if (part.kind === 'unknown') return [{ kind: 'open', text: text('audience.unknownPart') }];
  if (part.parts.length === 0) return [{ kind: 'open', text: text('audience.emptyGroup') }];
  const operator: Words = { kind: 'operator', text: ` ${text(`audience.op.${part.operator}`)} ` };
  const joined: Words[] = [];
  for (const [index, inner] of part.parts.entries()) {
    if (index > 0) joined.push(operator);
    if (budget.left <= 0) {
      joined.push(words('…'));
      break;
    }
    joined.push(...collect(inner, budget, false));
  }
  const isOne = part.parts.length === 1 || outermost;
  return isOne ? joined : [words('('), ...joined, words(')')];
}

/** A sentence as plain text, for names and for readers of the screen. */
export function plainText(sentence: readonly Words[]): string {
  return sentence.map((piece) => piece.text).join('');
}
