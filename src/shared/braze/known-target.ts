import type { TargetKind, TargetKnowledge } from '../domain/lookup';
import { checkContract } from './contract/check-contract';
import type { Diagnostic } from './diagnostic';
import { type JsonDocument, parseDocument } from './document';
import { type EndpointPath, endpointOf, reachesUsers } from './endpoints';
import type { ObjectNode } from './json-node';
import { createReporter, type Report } from './reporter';
import { createRuleContext, type PlaceholderMode } from './rules/rule-context';

/** What an endpoint's target is; null where it has none that could be looked up. */
export function targetKindOf(endpoint: EndpointPath): TargetKind | null {
  const { family, kind } = endpointOf(endpoint);
  if (kind === 'lookup') return null;
  return family === 'canvas' ? 'canvas' : 'campaign';
}

/** The field that names the target. */
export function targetFieldOf(kind: TargetKind): 'campaign_id' | 'canvas_id' {
  return kind === 'canvas' ? 'canvas_id' : 'campaign_id';
}

/** Kinds of schedule that start by themselves. Which values there are is not documented. */
const selfStarting = /^(time|action)[ _-]?(based|triggered)$/i;

/**
 * Holds a body against what is known of its target: T01 its state and kind, T02 its properties. All of
 * it is advice, none an error: what is known may be old. Never throws.
 */
export function checkKnownTarget(
  endpoint: EndpointPath,
  text: string,
  known: TargetKnowledge,
  placeholders: PlaceholderMode = 'strict',
): Diagnostic[] {
  return checkKnownDocument(endpoint, parseDocument(text), known, placeholders);
}

/** The same for a text that is parsed already. */
export function checkKnownDocument(
  endpoint: EndpointPath,
  { root }: JsonDocument,
  known: TargetKnowledge,
  placeholders: PlaceholderMode,
): Diagnostic[] {
  if (root?.kind !== 'object' || targetKindOf(endpoint) !== known.kind) return [];
  const reporter = createReporter();
  const context = createRuleContext({
    endpoint: endpointOf(endpoint),
    body: root,
    nowMs: null,
    report: reporter.report,
    placeholders,
  });
  checkState(endpoint, root, known, reporter.report);
  const triggers = endpointOf(endpoint).family !== 'messages' && reachesUsers(endpoint);
  if (triggers && known.details !== null)
    checkContract(context, known.kind, known.details.contract);
  return reporter.diagnostics.sort((left, right) => left.offset - right.offset);
}

function checkState(
  endpoint: EndpointPath,
  body: ObjectNode,
  { kind, listed, details, listFetchedAtMs, otherKindName }: TargetKnowledge,
  report: Report,
): void {
  const node = body.members.get(targetFieldOf(kind));
  if (node === undefined) return;
  const name = details?.name ?? listed?.name ?? '';
  const { family } = endpointOf(endpoint);

  if (listed === null && details === null) {
    if (otherKindName !== null) {
      const code = kind === 'campaign' ? 'T01.is_canvas' : 'T01.is_campaign';
      report(code, node, { name: otherKindName });
    } else if (listFetchedAtMs !== null) {
      report(kind === 'campaign' ? 'T01.campaign_not_listed' : 'T01.canvas_not_listed', node);
    }
    return;
  }

  // Details are read more often than lists.
  if (details?.archived ?? listed?.archived ?? false) report('T01.archived', node, { name });
  else if (details?.draft === true) report('T01.draft', node, { name });
  else if (details?.enabled === false) report('T01.disabled', node, { name });

  if (kind === 'campaign' && listed !== null && family !== 'sends') {
    if (family === 'messages' && !listed.apiCampaign)
      report('T01.not_api_campaign', node, { name });
    if (family === 'campaign' && listed.apiCampaign) report('T01.api_campaign', node, { name });
  }
  const scheduleType = details?.scheduleType ?? '';
  if (family !== 'messages' && selfStarting.test(scheduleType)) {
    report('T01.not_triggered', node, { name, scheduleType });
  }
  const attachments = body.members.get('attachments');
  if (attachments?.kind === 'array' && attachments.items.length > 0) {
    const channels = details?.channels ?? [];
    if (channels.length > 0 && !channels.includes('email')) {
      report('T01.no_email', attachments, { name, channels: channels.join(', ') }, 'key');
    }
  }
}
