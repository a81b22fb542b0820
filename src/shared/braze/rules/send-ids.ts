import type { Rule } from './rule-context';

/** R35: a send id is made for a campaign. */
export const sendIds: Rule = ({ body, report, isUntyped }) => {
  const node = body.members.get('campaign_id');
  if (node === undefined) report('R35.campaign_missing', body, {}, 'open');
  else if (node.kind === 'null') report('R35.campaign_missing', node);
  else if (!isUntyped(node) && (node.kind !== 'string' || node.value === '')) {
    report('R35.campaign_form', node);
  }
};
