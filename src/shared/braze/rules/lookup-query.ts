import { BODY_SHAPES, fieldOf, fieldsByName, SHAPES } from '../fields';
import type { JsonNode } from '../json-node';
import { readMoment } from './calendar';
import type { Rule } from './rule-context';

/** `length` of `/sends/data_series`, in days. */
const mostDays = 100;
/** `last_edit.time[gt]`: no zone, no fractions. */
const editTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;

/** What a parameter's value is as it stands in the address; null for one that cannot stand there. */
function written(node: JsonNode): string | null {
  if (node.kind === 'string') return node.value;
  if (node.kind === 'number') return node.text;
  return node.kind === 'boolean' ? String(node.value) : null;
}

function fits(name: string, text: string, values: readonly string[] | undefined): boolean {
  if (values !== undefined) return values.includes(text);
  switch (name) {
    case 'page':
      return /^\d{1,9}$/.test(text);
    case 'length':
      return /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= mostDays;
    case 'last_edit.time[gt]':
      return editTime.test(text) && readMoment(text) !== null;
    case 'ending_at':
    case 'end_time':
      return readMoment(text)?.hasTime === true;
    case 'send_id':
      return text.length <= 64;
    default:
      return true;
  }
}

/** Q01: the parameters of a look-up, which go into its address: those required are there, and each can be read. */
export const lookupQuery: Rule = ({ body, endpoint, report, isOpen }) => {
  const shape = BODY_SHAPES[endpoint.path];
  for (const name of SHAPES[shape].required ?? []) {
    const node = body.members.get(name);
    const missing = node === undefined || node.kind === 'null';
    if (missing || (node.kind === 'string' && node.value === '')) {
      report('Q01.missing', node ?? body, { field: name }, node === undefined ? 'open' : 'value');
    }
  }
  const known = fieldsByName(shape);
  for (const [name, node] of body.members) {
    const id = known.get(name);
    if (id === undefined || node.kind === 'null' || isOpen(node)) continue;
    const field = fieldOf(id);
    const text = written(node);
    if (text === null) report('Q01.type', node, { field: name, type: node.kind });
    else if (text === '') continue;
    else if (field.types.includes('boolean') && text !== 'true' && text !== 'false') {
      report('Q01.value', node, { field: name, value: text });
    } else if (!fits(name, text, field.values)) {
      report('Q01.value', node, { field: name, value: text });
    }
  }
};
