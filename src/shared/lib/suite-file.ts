import { parseDocument } from '../braze/document';
import type { JsonNode } from '../braze/json-node';
import { nodeAtPath } from '../braze/value-edits';
import { suiteFileSchema } from '../domain/suite';
import type { Suite, SuiteFault } from '../domain/suite-view';
import { usualExpectation } from './judge-case';
import type { MatrixSet, MatrixValue } from './test-matrix';
import { textError } from './wire-body';

/** How deep a suite's own structure goes; below it are only values, which are taken as text. */
const maxDepth = 5;

/** Reads a suite's file: JSON with comments. Values stay digit for digit. */
export function readSuiteFile(
  text: string,
): { readonly ok: true; readonly suite: Suite } | SuiteFault {
  const document = parseDocument(text);
  const [broken] = document.faults;
  if (broken !== undefined || document.root === null) {
    return fault(text, broken?.offset ?? 0, 'broken_json', '');
  }
  const [repeat] = document.repeats;
  if (repeat !== undefined) {
    return fault(text, repeat.later.keyOffset, 'not_suite', String(repeat.later.key));
  }
  const parsed = suiteFileSchema.safeParse(plainOf(text, document.root, []));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issuePath(issue);
    return fault(text, nearestNode(document.root, path).offset, 'not_suite', path.join('.'));
  }
  const { request, notes = '', axes = [], include = [], exclude = [], cases = [] } = parsed.data;
  return {
    ok: true,
    suite: {
      request,
      notes,
      axes,
      include: include.map(setOf),
      exclude: exclude.map(setOf),
      expect: parsed.data.expect ?? usualExpectation,
      cases: cases.map(({ when, expect }) => ({ when: setOf(when), expect })),
    },
  };
}

/** The text of a new suite's file. */
export function newSuiteFile(request: string, comment: string): string {
  return [
    `// ${comment}`,
    '{',
    `  "request": ${JSON.stringify(request)},`,
    '  "axes": [],',
    `  "expect": ${JSON.stringify(usualExpectation)}`,
    '}',
    '',
  ].join('\n');
}

/** The JSON text of a value as a suite's file has it. */
export function valueText({ value, kind }: MatrixValue): string {
  return kind === 'json' ? value : JSON.stringify(value);
}

function setOf(record: Readonly<Record<string, MatrixValue>>): MatrixSet {
  return Object.entries(record).map(([name, one]) => ({ name, ...one }));
}

type Path = readonly (string | number)[];

function isValue(path: Path): boolean {
  const [first, , third] = path;
  if (first === 'axes') return path.length === 4 && third === 'values';
  if (first === 'include' || first === 'exclude') return path.length === 3;
  return first === 'cases' && path.length === 4 && third === 'when';
}

/** As JSON.parse would have it, but values of variables as what they are in the text. */
function plainOf(text: string, node: JsonNode, path: Path): unknown {
  if (isValue(path)) {
    return node.kind === 'string'
      ? { kind: 'text', value: node.value }
      : { kind: 'json', value: text.slice(node.offset, node.offset + node.length) };
  }
  if (path.length > maxDepth) return undefined;
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(
        [...node.members].map(([name, member]) => [name, plainOf(text, member, [...path, name])]),
      );
    case 'array':
      return node.items.map((item, at) => plainOf(text, item, [...path, at]));
    case 'null':
      return null;
    default:
      return node.value;
  }
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
}

function issuePath(issue: Issue | undefined): Path {
  const path = (issue?.path ?? []).map((part) => (typeof part === 'symbol' ? '' : part));
  const unknown = issue?.keys?.[0];
  return unknown === undefined ? path : [...path, unknown];
}

function nearestNode(root: JsonNode, path: Path): JsonNode {
  for (let length = path.length; length > 0; length -= 1) {
    const node = nodeAtPath(root, path.slice(0, length));
    if (node !== undefined) return node;
  }
  return root;
}

function fault(
  text: string,
  offset: number,
  reason: SuiteFault['reason'],
  field: string,
): SuiteFault {
  const { line, column } = textError(text, offset);
  return { ok: false, reason, line, column, field };
}
