import { placeholderNames, wholePlaceholderName } from '../../lib/variables';
import type { Endpoint } from '../endpoints';
import type { JsonNode, ObjectNode } from '../json-node';
import type { Report } from '../reporter';

/**
 * What to do with our own `{{variables}}` in texts. `allow`: they are still to be filled in, so rules
 * about a value's form wait. `strict`: they should be gone, so they are texts like any other.
 */
export type PlaceholderMode = 'allow' | 'strict';

/** What a rule looks at. */
export interface RuleContext {
  readonly endpoint: Endpoint;
  readonly body: ObjectNode;
  /** The entries of `recipients` that are objects; empty where the list is none. */
  readonly recipients: readonly ObjectNode[];
  /** Epoch milliseconds; null where the present does not matter. */
  readonly nowMs: number | null;
  readonly report: Report;
  /** A text with a variable still to be filled in: its form cannot be judged yet. */
  readonly isOpen: (node: JsonNode) => boolean;
  /** A text that is nothing but a variable, whose value may have any type. */
  readonly isUntyped: (node: JsonNode) => boolean;
}

/** Checks one topic. */
export type Rule = (context: RuleContext) => void;

/** Makes what rules look at. */
export function createRuleContext(input: {
  readonly endpoint: Endpoint;
  readonly body: ObjectNode;
  readonly nowMs: number | null;
  readonly report: Report;
  readonly placeholders: PlaceholderMode;
}): RuleContext {
  const { endpoint, body, nowMs, report } = input;
  const allow = input.placeholders === 'allow';
  return {
    endpoint,
    body,
    recipients: objectsIn(body.members.get('recipients')),
    nowMs,
    report,
    isOpen: (node) => allow && node.kind === 'string' && placeholderNames(node.value).length > 0,
    isUntyped: (node) =>
      allow && node.kind === 'string' && wholePlaceholderName(node.value) !== null,
  };
}

/** The objects in a list node; empty for anything else. */
export function objectsIn(node: JsonNode | undefined): readonly ObjectNode[] {
  if (node?.kind !== 'array') return [];
  return node.items.filter((item): item is ObjectNode => item.kind === 'object');
}

/** Whether a node is the boolean given. */
export function isBoolean(node: JsonNode | undefined, value: boolean): boolean {
  return node?.kind === 'boolean' && node.value === value;
}

/** Whether a field is missing or null. */
export function isAbsent(node: JsonNode | undefined): boolean {
  return node === undefined || node.kind === 'null';
}

/** Whether the call goes to a campaign or a Canvas and makes messages go out. */
export function isTrigger({ endpoint }: RuleContext): boolean {
  return (
    (endpoint.family === 'campaign' || endpoint.family === 'canvas') &&
    (endpoint.action === 'send' || endpoint.action === 'create')
  );
}

/** Whether the call is `/messages/send` or its scheduled form. */
export function isMessages({ endpoint }: RuleContext): boolean {
  return (
    endpoint.family === 'messages' && (endpoint.action === 'send' || endpoint.action === 'create')
  );
}
