import { isAbsent, isBoolean, type Rule, type RuleContext } from './rule-context';

/** R07: `broadcast` is a boolean, on every endpoint that has it. */
export const broadcastType: Rule = ({ body, report, isUntyped }) => {
  const node = body.members.get('broadcast');
  if (node !== undefined && node.kind !== 'boolean' && !isUntyped(node)) {
    report('R07.not_boolean', node, { type: node.kind });
  }
};

/** R08–R11: who a trigger call is for, and what a broadcast excludes. */
export const broadcastTarget: Rule = (context) => {
  const { body, endpoint, report } = context;
  const broadcast = body.members.get('broadcast');
  if (isBoolean(broadcast, true)) {
    checkBroadcast(context);
    const attachments = body.members.get('attachments');
    if (endpoint.family === 'campaign' && !isAbsent(attachments)) {
      report('R11.attachments', attachments ?? body, {}, 'key');
    }
    return;
  }
  if (!namesNobody(context) || (broadcast !== undefined && context.isUntyped(broadcast))) return;
  const audience = body.members.get('audience');
  if (isAbsent(audience)) report('R09.no_target', body, {}, 'open');
  else report('R10.audience_alone', audience ?? body, {}, 'key');
};

function checkBroadcast({ body, report }: RuleContext): void {
  const recipients = body.members.get('recipients');
  if (recipients?.kind !== 'array') return;
  report(
    recipients.items.length > 0 ? 'R08.with_recipients' : 'R08.with_empty_list',
    recipients,
    {},
    'key',
  );
}

/** A list of another type is a finding of its own (R12), not an empty one. */
function namesNobody({ body }: RuleContext): boolean {
  const recipients = body.members.get('recipients');
  if (recipients === undefined || recipients.kind === 'null') return true;
  return recipients.kind === 'array' && recipients.items.length === 0;
}
