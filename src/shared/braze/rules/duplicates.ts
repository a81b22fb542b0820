import type { JsonNode, ObjectNode } from '../json-node';
import type { Rule, RuleContext } from './rule-context';

/** What two entries for the same user share, exactly and but for letter case. */
interface UserKey {
  readonly kind: 'alias' | 'braze_id' | 'email' | 'external';
  readonly exact: string;
  /** Only addresses may be the same user in another letter case. */
  readonly folded: string | null;
}

/** R21: the same user twice among the recipients. */
export const duplicates: Rule = (context) => {
  reportRepeats(
    context,
    context.recipients.map((node) => ({ node, key: keyOf(context, node) })),
  );
};

/** R21 for the two lists of `/messages/send`. */
export const messageDuplicates: Rule = (context) => {
  for (const name of ['external_user_ids', 'user_aliases']) {
    const list = context.body.members.get(name);
    if (list?.kind !== 'array') continue;
    reportRepeats(
      context,
      list.items.map((node) => ({
        node,
        key: node.kind === 'object' ? aliasKey(context, node) : externalKey(context, node),
      })),
    );
  }
};

function reportRepeats(
  { report }: RuleContext,
  entries: readonly { readonly node: JsonNode; readonly key: UserKey | null }[],
): void {
  const exactOf: Readonly<Record<UserKey['kind'], Map<string, JsonNode>>> = {
    alias: new Map(),
    braze_id: new Map(),
    email: new Map(),
    external: new Map(),
  };
  const folded = new Map<string, JsonNode>();
  for (const { node, key } of entries) {
    if (key === null) continue;
    const exact = exactOf[key.kind];
    const same = exact.get(key.exact);
    const alike = key.folded === null ? undefined : folded.get(key.folded);
    if (same !== undefined) report('R21.same_user', node, { first: Number(same.key) + 1 });
    else if (alike !== undefined)
      report('R21.same_address', node, { first: Number(alike.key) + 1 });
    if (same === undefined) exact.set(key.exact, node);
    if (key.folded !== null && alike === undefined) folded.set(key.folded, node);
  }
}

/** Key of a recipient's user; null where it has no usable identifier or more than one. */
function keyOf(context: RuleContext, recipient: ObjectNode): UserKey | null {
  const { members } = recipient;
  const keys: (UserKey | null)[] = [];
  const email = members.get('email');
  if (email?.kind === 'string' && email.value !== '' && !context.isOpen(email)) {
    keys.push({ kind: 'email', exact: email.value, folded: email.value.toLowerCase() });
  }
  const external = members.get('external_user_id');
  if (external !== undefined) keys.push(externalKey(context, external));
  const brazeId = members.get('braze_id');
  if (brazeId?.kind === 'string' && brazeId.value !== '' && !context.isOpen(brazeId)) {
    keys.push({ kind: 'braze_id', exact: brazeId.value, folded: null });
  }
  const aliasNode = members.get('user_alias');
  if (aliasNode?.kind === 'object') keys.push(aliasKey(context, aliasNode));
  const usable = keys.filter((key) => key !== null);
  return usable.length === 1 ? (usable[0] ?? null) : null;
}

/** A number and the text with its digits name the same user. */
function externalKey({ isOpen }: RuleContext, node: JsonNode): UserKey | null {
  if (node.kind === 'number') return { kind: 'external', exact: node.text, folded: null };
  if (node.kind !== 'string' || node.value === '' || isOpen(node)) return null;
  return { kind: 'external', exact: node.value, folded: null };
}

function aliasKey({ isOpen }: RuleContext, node: ObjectNode): UserKey | null {
  const name = node.members.get('alias_name');
  const label = node.members.get('alias_label');
  if (name?.kind !== 'string' || label?.kind !== 'string') return null;
  if (isOpen(name) || isOpen(label)) return null;
  return { kind: 'alias', exact: JSON.stringify([name.value, label.value]), folded: null };
}
