import { alias } from './rules/alias';
import { attachments, messageAttachments } from './rules/attachments';
import { attributes } from './rules/attributes';
import { audience } from './rules/audience';
import { broadcastTarget, broadcastType } from './rules/broadcast';
import { campaignId } from './rules/campaign-id';
import { canvas, canvasId } from './rules/canvas';
import { duplicates, messageDuplicates } from './rules/duplicates';
import { existingOnly } from './rules/existing-only';
import { identifiers } from './rules/identifiers';
import { lookupQuery } from './rules/lookup-query';
import { messagesContent } from './rules/messages-content';
import { messagesTarget } from './rules/messages-target';
import { prioritization } from './rules/prioritization';
import { properties } from './rules/properties';
import { recipients } from './rules/recipients';
import { isMessages, isTrigger, type Rule, type RuleContext } from './rules/rule-context';
import { schedule, scheduleChange } from './rules/schedule';
import { sendId } from './rules/send-id';
import { sendIds } from './rules/send-ids';
import { unknownFields } from './rules/unknown-fields';

interface RuleRow {
  readonly rule: Rule;
  readonly appliesTo: (context: RuleContext) => boolean;
}

const always = (): boolean => true;
const isWrite = ({ endpoint }: RuleContext): boolean => endpoint.kind !== 'lookup';
const isCampaignWrite = (context: RuleContext): boolean =>
  isWrite(context) &&
  (context.endpoint.family === 'campaign' || context.endpoint.family === 'sends');
const isCanvasWrite = (context: RuleContext): boolean =>
  isWrite(context) && context.endpoint.family === 'canvas';
const isCampaignTrigger = (context: RuleContext): boolean =>
  isTrigger(context) && context.endpoint.family === 'campaign';
const isCanvasTrigger = (context: RuleContext): boolean =>
  isTrigger(context) && context.endpoint.family === 'canvas';
const reachesUsers = (context: RuleContext): boolean => isTrigger(context) || isMessages(context);
const hasSendId = (context: RuleContext): boolean =>
  isCampaignTrigger(context) || isMessages(context) || context.endpoint.path === '/sends/id/create';
const isChange = ({ endpoint }: RuleContext): boolean =>
  endpoint.kind === 'schedule' && endpoint.action !== 'create';
const hasSchedule = ({ endpoint }: RuleContext): boolean =>
  endpoint.kind === 'schedule' && endpoint.action !== 'delete';

/** Every rule with the calls it holds for, in the order of a body's fields. */
export const RULE_TABLE: readonly RuleRow[] = [
  { rule: campaignId, appliesTo: isCampaignWrite },
  { rule: canvasId, appliesTo: isCanvasWrite },
  { rule: sendIds, appliesTo: ({ endpoint }) => endpoint.path === '/sends/id/create' },
  { rule: scheduleChange, appliesTo: isChange },
  { rule: sendId, appliesTo: hasSendId },
  { rule: properties, appliesTo: isCampaignTrigger },
  { rule: canvas, appliesTo: isCanvasTrigger },
  { rule: broadcastType, appliesTo: reachesUsers },
  { rule: broadcastTarget, appliesTo: isTrigger },
  { rule: audience, appliesTo: reachesUsers },
  { rule: recipients, appliesTo: isTrigger },
  { rule: identifiers, appliesTo: isTrigger },
  { rule: alias, appliesTo: isTrigger },
  { rule: prioritization, appliesTo: isTrigger },
  { rule: existingOnly, appliesTo: isTrigger },
  { rule: attributes, appliesTo: isTrigger },
  { rule: duplicates, appliesTo: isTrigger },
  { rule: messagesTarget, appliesTo: isMessages },
  { rule: messageDuplicates, appliesTo: isMessages },
  { rule: messagesContent, appliesTo: isMessages },
  { rule: attachments, appliesTo: isCampaignTrigger },
  { rule: messageAttachments, appliesTo: isMessages },
  { rule: schedule, appliesTo: hasSchedule },
  { rule: lookupQuery, appliesTo: ({ endpoint }) => endpoint.kind === 'lookup' },
  { rule: unknownFields, appliesTo: always },
];
