import type { Diagnostic } from './diagnostic';
import { type JsonDocument, parseDocument, type RepeatedField } from './document';
import { type EndpointPath, endpointOf } from './endpoints';
import { compactSize, mostCompactBytes } from './json-size';
import type { JsonNode } from './json-node';
import { createReporter, type Report, type Reporter } from './reporter';
import { RULE_TABLE } from './rule-table';
import { createRuleContext, type PlaceholderMode } from './rules/rule-context';
import { textDiagnostic } from './text-diagnostic';
import { nodesOfValue } from './value-nodes';

/** How to validate. */
export interface ValidateOptions {
  /** Default `strict`: `{{variables}}` are texts like any other. The editor passes `allow`. */
  readonly placeholders?: PlaceholderMode;
  /** The present moment in epoch milliseconds; without it a schedule is never in the past (R33). */
  readonly nowMs?: number;
}

/** A body over this is refused with 413 or 400: 4 MB read as binary megabytes. */
const HARD_BODY_BYTES = 4_194_304;
/** 4 MB read as thousands. */
const SOFT_BODY_BYTES = 4_000_000;

/** Fields that decide who is reached: of a repeated one it must not depend on a parser's habit which counts. */
const TARGET_FIELDS: ReadonlySet<string> = new Set([
  'broadcast',
  'recipients',
  'audience',
  'segment_id',
  'external_user_ids',
  'user_aliases',
]);

/** Rules of campaigns that hold for a Canvas as well (R30). */
const SHARED_WITH_CANVAS = /^R(08|09|1[2-9]|2[015-9])$/;

/**
 * Checks a body's text (JSON with comments) against R01–R35. Findings come in the order of the text,
 * with places in it. Never throws, whatever the text holds.
 */
export function validateText(
  endpoint: EndpointPath,
  text: string,
  options: ValidateOptions = {},
): Diagnostic[] {
  return validateDocument(endpoint, parseDocument(text), options);
}

/** Checks a text that is parsed already. */
export function validateDocument(
  endpoint: EndpointPath,
  document: JsonDocument,
  options: ValidateOptions = {},
): Diagnostic[] {
  const reporter = createReporter();
  for (const repeat of document.repeats) {
    reportRepeat(reporter.report, document, repeat);
  }
  if (document.root !== null) {
    const mayBeLarge = mostCompactBytes(document.text.length) > SOFT_BODY_BYTES;
    checkBody(endpoint, document.root, reporter, options, mayBeLarge);
  }
  return [...document.faults.map(textDiagnostic), ...reporter.diagnostics].sort(
    (left, right) => left.offset - right.offset,
  );
}

/**
 * Checks a body's value. Finds what `validateText` finds but for what only a text has (comments,
 * repeated fields); offsets are 0.
 */
export function validateValue(
  endpoint: EndpointPath,
  value: unknown,
  options: ValidateOptions = {},
): Diagnostic[] {
  const reporter = createReporter();
  checkBody(endpoint, nodesOfValue(value), reporter, options, true);
  return reporter.diagnostics;
}

function checkBody(
  path: EndpointPath,
  root: JsonNode,
  reporter: Reporter,
  options: ValidateOptions,
  mayBeLarge: boolean,
): void {
  const { report } = reporter;
  if (root.kind !== 'object') {
    report('JSON.not_object', root, { type: root.kind });
    return;
  }
  const bytes = mayBeLarge ? compactSize(root) : 0;
  if (bytes > HARD_BODY_BYTES) {
    report('JSON.body_size', root, { bytes, limit: HARD_BODY_BYTES }, 'open');
  } else if (bytes > SOFT_BODY_BYTES) {
    report('JSON.body_size_near', root, { bytes, limit: SOFT_BODY_BYTES }, 'open');
  }
  const context = createRuleContext({
    endpoint: endpointOf(path),
    body: root,
    nowMs: options.nowMs ?? null,
    report,
    placeholders: options.placeholders ?? 'strict',
  });
  for (const { rule, appliesTo } of RULE_TABLE) {
    if (appliesTo(context)) rule(context);
  }
  reportSharedRules(path, root, reporter);
}

/** R30: says once which rules of campaigns a Canvas call breaks. */
function reportSharedRules(path: EndpointPath, root: JsonNode, reporter: Reporter): void {
  if (endpointOf(path).family !== 'canvas') return;
  const rules = new Set(
    reporter.diagnostics
      .filter(({ rule, severity }) => SHARED_WITH_CANVAS.test(rule) && severity !== 'info')
      .map(({ rule }) => rule),
  );
  if (rules.size === 0) return;
  reporter.report('R30.shared_rules', root, { rules: [...rules].sort().join(', ') }, 'open');
}

function reportRepeat(report: Report, document: JsonDocument, repeat: RepeatedField): void {
  const { earlier, later, line, column } = repeat;
  const field = String(later.key);
  const decides =
    later.parent?.parent === null &&
    TARGET_FIELDS.has(field) &&
    !sameSource(document, earlier, later);
  const code = decides ? 'JSON.duplicate_target' : 'JSON.duplicate_key';
  report(code, later, { field, line, column }, 'key');
}

function sameSource({ text }: JsonDocument, left: JsonNode, right: JsonNode): boolean {
  const source = (node: JsonNode): string => text.slice(node.offset, node.offset + node.length);
  return source(left) === source(right);
}
