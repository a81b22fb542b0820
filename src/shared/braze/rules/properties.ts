import type { DiagnosticCode } from '../diagnostic-codes';
import { type JsonNode, walk } from '../json-node';
import { checkSizes } from './properties-size';
import type { Rule, RuleContext } from './rule-context';

/** Codes that differ between campaign properties (R04–R06) and Canvas context (R30). */
export interface PropertyCodes {
  readonly notObject: DiagnosticCode;
  readonly emptyText: DiagnosticCode;
  readonly nullValue: DiagnosticCode;
}

// A tag holds no braces but those of `${name}`. Their number is bounded and the rest is unrolled, so
// that a text of any length takes neither stack nor quadratic time.
/** Three or more opening braces: Liquid takes the first two and stumbles over the rest. */
const EXTRA_OPENING = /(?<!\{)\{{3,}[^{}]*(?:(?<=\$)\{[^{}]*\}[^{}]*){0,99}\}{2,}/;
/** Three or more closing braces; an embedded JSON text may rightly end so, hence the count below. */
const EXTRA_CLOSING = /\{{2}[^{}]*(?:(?<=\$)\{[^{}]*\}[^{}]*){0,99}\}{3,}/;

/** Whether a text has extra braces round a Liquid tag (R06). */
export function hasExtraBraces(text: string): boolean {
  if (!text.includes('{{') || !text.includes('}}')) return false;
  if (EXTRA_OPENING.test(text)) return true;
  if (!EXTRA_CLOSING.test(text)) return false;
  return text.split('}').length > text.split('{').length;
}

function checkValues(
  { report }: RuleContext,
  properties: JsonNode,
  nullCode: DiagnosticCode,
): void {
  for (const node of walk(properties)) {
    if (node.kind === 'null') report(nullCode, node);
    else if (node.kind === 'string' && hasExtraBraces(node.value)) report('R06.braces', node);
  }
}

function checkOne(context: RuleContext, node: JsonNode | undefined, codes: PropertyCodes): void {
  if (node === undefined || context.isUntyped(node)) return;
  if (node.kind === 'object') checkValues(context, node, codes.nullValue);
  else if (node.kind === 'string' && node.value === '') context.report(codes.emptyText, node);
  else context.report(codes.notObject, node, { type: node.kind, field: String(node.key) });
}

/** Checks type and values of a properties field of the request and of each recipient. */
export function checkProperties(context: RuleContext, field: string, codes: PropertyCodes): void {
  checkOne(context, context.body.members.get(field), codes);
  for (const recipient of context.recipients) {
    checkOne(context, recipient.members.get(field), codes);
  }
}

/** R04 type, R05 size and R06 values of `trigger_properties`. */
export const properties: Rule = (context) => {
  checkProperties(context, 'trigger_properties', {
    notObject: 'R04.not_object',
    emptyText: 'R04.empty_text',
    nullValue: 'R06.null',
  });
  checkSizes(context, 'trigger_properties', {
    tooLarge: 'R05.too_large',
    near: 'R05.near_limit',
    merged: 'R05.merged',
  });
};
