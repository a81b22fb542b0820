import type { JsonNode } from '../json-node';
import { hasIdShape } from './campaign-id';
import { checkProperties } from './properties';
import { checkSizes, type SizeCodes } from './properties-size';
import type { Rule, RuleContext } from './rule-context';

const SIZES: SizeCodes = {
  tooLarge: 'R30.context_too_large',
  near: 'R30.context_near_limit',
  merged: 'R30.context_merged',
};

/** R30: `canvas_id` is a non-empty text, on every Canvas call. */
export const canvasId: Rule = ({ body, report, isOpen }) => {
  const node = body.members.get('canvas_id');
  if (node === undefined) report('R30.canvas_missing', body, {}, 'open');
  else if (node.kind === 'null') report('R30.canvas_missing', node);
  else if (node.kind !== 'string') report('R30.canvas_not_text', node, { type: node.kind });
  else if (node.value === '') report('R30.canvas_empty', node);
  else if (!isOpen(node) && !hasIdShape(node.value)) report('R30.canvas_form', node);
};

/** R30: context under its new and old name, and what a Canvas does not read. */
export const canvas: Rule = (context) => {
  for (const field of ['context', 'canvas_entry_properties']) {
    checkProperties(context, field, {
      notObject: 'R30.context_not_object',
      emptyText: 'R30.context_empty_text',
      nullValue: 'R06.null_in_context',
    });
    checkSizes(context, field, SIZES);
  }
  for (const object of [context.body, ...context.recipients]) {
    const { members } = object;
    reportField(context, members.get('trigger_properties'), 'R30.trigger_properties');
    reportField(
      context,
      members.get('canvas_entry_properties'),
      members.has('context') ? 'R30.both_names' : 'R30.old_name',
    );
    const attributes = members.get('attributes');
    if (attributes?.kind === 'object') {
      const groups = attributes.members.get('subscription_groups');
      reportField(context, groups, 'R30.subscription_groups');
    }
  }
  reportField(context, context.body.members.get('attachments'), 'R30.attachments');
};

function reportField(
  { report }: RuleContext,
  node: JsonNode | undefined,
  code:
    | 'R30.trigger_properties'
    | 'R30.both_names'
    | 'R30.old_name'
    | 'R30.subscription_groups'
    | 'R30.attachments',
): void {
  if (node !== undefined) report(code, node, {}, 'key');
}
