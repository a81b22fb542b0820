import type { Diagnostic, DiagnosticParams } from './diagnostic';
import { type DiagnosticCode, isUnconfirmed, ruleOf, severityOf } from './diagnostic-codes';
import { type JsonNode, pointerOf } from './json-node';

/**
 * What to underline: the value, the field's name, or only the opening bracket (for what is missing
 * inside, where underlining the whole value would shout).
 */
export type Mark = 'value' | 'key' | 'open';

/** Records one finding about a node. */
export type Report = (
  code: DiagnosticCode,
  node: JsonNode,
  params?: DiagnosticParams,
  mark?: Mark,
) => void;

/** Collects findings. */
export interface Reporter {
  readonly report: Report;
  readonly diagnostics: Diagnostic[];
}

/**
 * All pointers of one body together, in UTF-16 units. A hostile body can have a finding at each of
 * 100,000 nested levels, whose pointers would fill the memory. Once spent, only the first finding of
 * each code is still recorded, so the level never changes.
 */
const POINTER_BUDGET = 8_000_000;

/** Longest text a finding quotes from the body. */
const LONGEST_QUOTE = 80;

/** Cuts a quoted text to a length that a message can carry. */
export function shorten(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text;
}

function shortened(params: DiagnosticParams): DiagnosticParams {
  const result: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(params)) {
    result[key] = typeof value === 'string' ? shorten(value) : value;
  }
  return result;
}

function rangeOf(node: JsonNode, mark: Mark): { offset: number; length: number } {
  if (mark === 'key' && node.keyLength > 0) {
    return { offset: node.keyOffset, length: node.keyLength };
  }
  if (mark === 'open' && node.length > 0) return { offset: node.offset, length: 1 };
  return { offset: node.offset, length: node.length };
}

/** Makes an empty collection of findings. */
export function createReporter(): Reporter {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<DiagnosticCode>();
  let spent = 0;
  const report: Report = (code, node, params = {}, mark = 'value') => {
    if (spent > POINTER_BUDGET && seen.has(code)) return;
    seen.add(code);
    const pointer = pointerOf(node);
    spent += pointer.length;
    diagnostics.push({
      rule: ruleOf(code),
      severity: severityOf(code),
      code,
      params: shortened(params),
      pointer,
      ...rangeOf(node, mark),
      unconfirmed: isUnconfirmed(code),
    });
  };
  return { report, diagnostics };
}
