import { type EndpointPath, endpointOf, reachesUsers } from '../braze/endpoints';
import type { ColumnMapping, Mapping } from '../domain/run';
import { createRowMapper, type MapRow, type MappedPlace, type TargetTree } from './row-mapper';
import { readTarget } from './target-path';

/** Why a mapping cannot be used. `target` is as written in the mapping. */
export interface MappingProblem {
  readonly code:
    | 'endpoint_without_recipients' // the call names its users in another way, or none
    | 'identifier_unmapped' // no column names the user
    | 'alias_incomplete' // alias_name without alias_label, or the other way round
    | 'target_unknown' // not a field of a recipient of this endpoint, or a step without a name
    | 'target_repeated' // two columns for the same place
    | 'target_overlaps' // a place inside another column's place
    | 'target_forbidden'; // who a call reaches is not up to a cell
  readonly column: string;
  readonly target: string;
}

/** A mapping ready to use, or all that is wrong with it. */
export type CompiledMapping =
  | { readonly ok: true; readonly mapRow: MapRow }
  | { readonly ok: false; readonly problems: readonly MappingProblem[] };

const recipientFields = [
  'external_user_id',
  'user_alias',
  'email',
  'braze_id',
  'prioritization',
  'send_to_existing_only',
  'attributes',
];
const propertiesFields = {
  campaign: ['trigger_properties'],
  canvas: ['context', 'canvas_entry_properties'],
} as const;
/** What decides who is reached; a run reaches the rows of its file and nobody else. */
const reachFields = new Set([
  'recipients',
  'broadcast',
  'audience',
  'segment_id',
  'external_user_ids',
  'user_aliases',
]);
const identifiers = ['external_user_id', 'user_alias', 'email', 'braze_id'];

/** Makes a function of a mapping that turns a row's values into a recipient. Pure; never touches a prototype. */
export function compileMapping(mapping: Mapping, endpoint: EndpointPath): CompiledMapping {
  const problems: MappingProblem[] = [];
  const { family } = endpointOf(endpoint);
  if ((family !== 'campaign' && family !== 'canvas') || !reachesUsers(endpoint)) {
    return {
      ok: false,
      problems: [{ code: 'endpoint_without_recipients', column: '', target: endpoint }],
    };
  }
  const ownFields: readonly string[] = propertiesFields[family];
  const known = new Set([...recipientFields, ...ownFields]);
  const recipient: TargetTree = new Map();
  const request: MappedPlace[] = [];
  const requestTree: TargetTree = new Map();

  for (const entry of mapping) {
    const { column, target } = entry;
    const read = readTarget(target);
    const [first = ''] = read?.path ?? [];
    const report = (code: MappingProblem['code']) => problems.push({ code, column, target });
    if (read === null) report('target_unknown');
    else if (read.level === 'request') {
      if (reachFields.has(first)) report('target_forbidden');
      else {
        const clash = place(requestTree, read.path, entry);
        if (clash === null) request.push({ entry, path: read.path });
        else report(clash);
      }
    } else {
      const path = /^alias_(?:name|label)$/.test(first) ? ['user_alias', ...read.path] : read.path;
      if (!known.has(path[0] ?? '') || !isPossible(path)) report('target_unknown');
      else {
        const clash = place(recipient, path, entry);
        if (clash !== null) report(clash);
      }
    }
  }
  checkIdentifiers(recipient, problems);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, mapRow: createRowMapper(recipient, ownFields, request) };
}

/** Identifiers and flags have nothing inside; an alias has exactly two parts. */
function isPossible(path: readonly string[]): boolean {
  const [first = '', second = ''] = path;
  if (first === 'user_alias') {
    return path.length === 1 || (path.length === 2 && /^alias_(?:name|label)$/.test(second));
  }
  const plain = [...identifiers, 'prioritization', 'send_to_existing_only'];
  return path.length === 1 || !plain.includes(first);
}

function place(
  root: TargetTree,
  path: readonly string[],
  leaf: ColumnMapping,
): 'target_repeated' | 'target_overlaps' | null {
  let branch = root;
  for (const name of path.slice(0, -1)) {
    const next = branch.get(name) ?? new Map<string, ColumnMapping | TargetTree>();
    if (!(next instanceof Map)) return 'target_overlaps';
    branch.set(name, next);
    branch = next;
  }
  const last = path.at(-1) ?? '';
  const present = branch.get(last);
  if (present !== undefined) return present instanceof Map ? 'target_overlaps' : 'target_repeated';
  branch.set(last, leaf);
  return null;
}

function checkIdentifiers(recipient: TargetTree, problems: MappingProblem[]): void {
  const alias = recipient.get('user_alias');
  if (alias instanceof Map && alias.size === 1) {
    const [[name, leaf] = ['', undefined]] = alias;
    const column = leaf !== undefined && !(leaf instanceof Map) ? leaf.column : '';
    problems.push({ code: 'alias_incomplete', column, target: name });
  }
  if (!identifiers.some((name) => recipient.has(name))) {
    problems.push({ code: 'identifier_unmapped', column: '', target: '' });
  }
}
