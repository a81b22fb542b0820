import type { DiagnosticCode } from '../diagnostic-codes';
import { compactSize, jsonTextSize, mostCompactBytes } from '../json-size';
import type { JsonNode, ObjectNode } from '../json-node';
import type { RuleContext } from './rule-context';

/** 50 KB read as binary kilobytes: over it is refused whatever the reading. */
const HARD_LIMIT = 51_200;
/** 50 KB read as thousands. */
const SOFT_LIMIT = 50_000;

/** Codes for the three findings about the size of one kind of properties. */
export interface SizeCodes {
  readonly tooLarge: DiagnosticCode;
  readonly near: DiagnosticCode;
  readonly merged: DiagnosticCode;
}

interface Sized {
  readonly node: ObjectNode;
  readonly bytes: number;
}

function sized(node: JsonNode | undefined): Sized | null {
  return node?.kind === 'object' ? { node, bytes: compactSize(node) } : null;
}

/** Whether a value of a text is below the limits, alone and merged, without being counted. */
function isSmall(own: JsonNode, common: Sized | null): boolean {
  return own.length > 0 && mostCompactBytes(own.length) + (common?.bytes ?? 0) <= SOFT_LIMIT;
}

function checkOwn({ report }: RuleContext, { node, bytes }: Sized, codes: SizeCodes): void {
  if (bytes > HARD_LIMIT) report(codes.tooLarge, node, { bytes, limit: HARD_LIMIT }, 'key');
  else if (bytes > SOFT_LIMIT) report(codes.near, node, { bytes, limit: SOFT_LIMIT }, 'key');
}

/** Bytes of an object's members without braces and commas. */
function entryBytes({ node, bytes }: Sized): number {
  return bytes - 2 - Math.max(0, node.members.size - 1);
}

/** Size of `common` with the members of `own` put over it. */
function mergedSize(common: Sized, own: Sized, cache: Map<string, number>): number {
  let entries = entryBytes(common) + entryBytes(own);
  let count = common.node.members.size + own.node.members.size;
  for (const key of own.node.members.keys()) {
    const member = common.node.members.get(key);
    if (member === undefined) continue;
    const size = cache.get(key) ?? jsonTextSize(key) + 1 + compactSize(member);
    cache.set(key, size);
    entries -= size;
    count -= 1;
  }
  return 2 + entries + Math.max(0, count - 1);
}

/**
 * R05 (R30 for a Canvas): size of request and recipient properties as compact UTF-8 JSON, each alone
 * and merged. Values of the recipient replace those of the request key by key.
 */
export function checkSizes(context: RuleContext, field: string, codes: SizeCodes): void {
  const common = sized(context.body.members.get(field));
  if (common !== null) checkOwn(context, common, codes);
  const cache = new Map<string, number>();
  for (const recipient of context.recipients) {
    const node = recipient.members.get(field);
    if (node === undefined || isSmall(node, common)) continue;
    const own = sized(node);
    if (own === null) continue;
    checkOwn(context, own, codes);
    if (common === null || common.bytes > SOFT_LIMIT || own.bytes > SOFT_LIMIT) continue;
    if (common.bytes + own.bytes <= SOFT_LIMIT) continue;
    const bytes = mergedSize(common, own, cache);
    if (bytes > SOFT_LIMIT)
      context.report(codes.merged, own.node, { bytes, limit: SOFT_LIMIT }, 'key');
  }
}
