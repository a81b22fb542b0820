import { type LiquidPart, readLiquidParts } from '../../liquid/liquid-parts';
import { type LiquidToken, type PathStep, readLiquidTokens } from '../../liquid/liquid-tokens';
import { type Condition, readCondition, saysNothing } from './condition';
import type { PropertyContract, PropertyPlace } from './contract';
import { type ContractTree, createContractTree } from './contract-tree';

/** A text of a message, and where it stands. */
export interface MessageText {
  readonly text: string;
  readonly place: PropertyPlace;
}

/** A variable of the template that stands for a property or for something made from one. */
interface Alias {
  readonly path: readonly PathStep[];
  /** Filters changed it: what is below it has nothing to do with the property. */
  readonly changed: boolean;
  readonly optional: boolean;
}

interface Block {
  readonly tag: string;
  /** Null: nothing inside depends on a condition. */
  condition: Condition | null;
  readonly variable: string | null;
}

/** Tags with a block whose condition decides whether it is there. */
const conditional: ReadonlySet<string> = new Set(['if', 'unless', 'case']);
const loops: ReadonlySet<string> = new Set(['for', 'tablerow']);
/** Templates that are not among the texts. */
const elsewhere: ReadonlySet<string> = new Set(['include', 'render', 'content_blocks']);

/**
 * Reads from texts with Liquid which properties of a call they use. `namespaces` are the names they stand
 * under, such as `api_trigger_properties`. A use is required unless a `default` filter or a condition
 * stands around it; what is read inside `if x` below x is required once x is there. A text that stops
 * the message when a property is missing requires it. Never throws.
 */
export function readContract(
  texts: readonly MessageText[],
  namespaces: readonly string[],
): PropertyContract {
  const tree = createContractTree();
  for (const text of texts) {
    if (!text.text.includes('{')) continue;
    createTextReader(text.place, new Set(namespaces), tree)(readLiquidParts(text.text));
  }
  return tree.contract();
}

function startsWith(path: readonly PathStep[], start: readonly PathStep[]): boolean {
  return start.every((step, index) => {
    const other = path[index];
    return (
      other?.kind === step.kind &&
      (step.kind !== 'name' || (other.kind === 'name' && other.name === step.name))
    );
  });
}

function createTextReader(
  place: PropertyPlace,
  namespaces: ReadonlySet<string>,
  tree: ContractTree,
): (parts: readonly LiquidPart[]) => void {
  const aliases = new Map<string, Alias>();
  const blocks: Block[] = [];

  const aliasOf = (token: LiquidToken): Alias | null => {
    if (token.kind !== 'path') return null;
    const { root, steps } = token;
    if (namespaces.has(root)) return { path: steps, changed: false, optional: false };
    const alias = aliases.get(root);
    if (alias === undefined) return null;
    return alias.changed ? alias : { ...alias, path: [...alias.path, ...steps] };
  };
  const pathOf = (token: LiquidToken): readonly PathStep[] | null => aliasOf(token)?.path ?? null;

  /** Whether all conditions around it leave a part of a path that long needed. */
  const isNeeded = (path: readonly PathStep[], length: number): boolean =>
    blocks.every(
      ({ condition }) =>
        condition === null ||
        condition.present.some((present) => present.length < length && startsWith(path, present)),
    );

  const mention = (
    token: LiquidToken,
    how: { readonly optional: boolean; readonly list?: boolean },
  ): void => {
    const alias = aliasOf(token);
    if (alias === null) {
      if (token.kind === 'path' && elsewhere.has(token.root)) tree.markIncomplete();
      return;
    }
    const optional = how.optional || alias.optional;
    tree.add({
      path: alias.path,
      required: (length) => !optional && isNeeded(alias.path, length),
      list: how.list === true && !alias.changed,
      place,
    });
  };

  /** An expression with filters: the value first, then what the filters are given. */
  const expression = (tokens: readonly LiquidToken[]): void => {
    const optional = filtersOf(tokens).includes('default');
    for (const token of tokens) mention(token, { optional });
  };

  const assign = (tokens: readonly LiquidToken[]): void => {
    const [name, , value] = tokens;
    for (const token of tokens.slice(2)) mention(token, { optional: true });
    if (name?.kind !== 'path') return;
    const alias = value === undefined ? null : aliasOf(value);
    if (alias === null) {
      aliases.delete(name.root);
      return;
    }
    const filters = filtersOf(tokens);
    aliases.set(name.root, {
      path: alias.path,
      changed: alias.changed || filters.some((filter) => filter !== 'default'),
      optional: alias.optional || filters.includes('default') || !isNeeded(alias.path, Infinity),
    });
  };

  const openLoop = (tag: string, tokens: readonly LiquidToken[]): void => {
    const [variable, , list, ...rest] = tokens;
    const name = variable?.kind === 'path' ? variable.root : null;
    blocks.push({ tag, condition: null, variable: name });
    if (list !== undefined) mention(list, { optional: false, list: true });
    for (const token of rest) mention(token, { optional: true });
    if (name === null) return;
    const alias = list === undefined ? null : aliasOf(list);
    // Of a changed list the entries are not the property's; of all properties they are pairs.
    if (alias === null || alias.changed || alias.path.length === 0) aliases.delete(name);
    else aliases.set(name, { ...alias, path: [...alias.path, { kind: 'entry' }] });
  };

  const close = (tag: string): void => {
    const at = blocks.findLastIndex((block) => block.tag === tag);
    if (at === -1) return;
    for (const { variable } of blocks.splice(at)) if (variable !== null) aliases.delete(variable);
  };

  /** The message is given up: what its absence leads to that is needed after all. */
  const abort = (): void => {
    const block = blocks.at(-1);
    for (const path of block?.condition?.missing ?? []) {
      blocks.pop();
      tree.add({ path, required: (length) => isNeeded(path, length), place });
      if (block !== undefined) blocks.push(block);
    }
  };

  const condition = (tokens: readonly LiquidToken[], negated: boolean): Condition => {
    for (const token of tokens) mention(token, { optional: true });
    return readCondition(tokens, negated, pathOf);
  };

  const tag = (content: string): void => {
    const name = /^[a-z_]+/i.exec(content)?.[0] ?? '';
    const rest = content.slice(name.length);
    if (name === 'liquid') {
      for (const line of rest.split('\n')) tag(line.trim());
      return;
    }
    if (name === 'connected_content') {
      read(readLiquidParts(rest));
      return;
    }
    const tokens = readLiquidTokens(rest);
    if (name === 'assign') assign(tokens);
    else if (name === 'capture') aliases.delete(rest.trim());
    else if (conditional.has(name)) {
      blocks.push({ tag: name, condition: condition(tokens, name === 'unless'), variable: null });
    } else if (name === 'elsif' || name === 'when' || name === 'else') {
      const found = name === 'elsif' ? condition(tokens, false) : saysNothing;
      if (name === 'when') for (const token of tokens) mention(token, { optional: true });
      const block = blocks.at(-1);
      if (block !== undefined) block.condition = found;
    } else if (loops.has(name)) openLoop(name, tokens);
    else if (name.startsWith('end')) close(name.slice(3));
    else if (name === 'abort_message') {
      abort();
      expression(tokens);
    } else if (elsewhere.has(name)) tree.markIncomplete();
    else expression(tokens);
  };

  const read = (parts: readonly LiquidPart[]): void => {
    for (const { kind, content } of parts) {
      if (kind === 'tag') tag(content);
      else expression(readLiquidTokens(content));
    }
  };
  return read;
}

/** Names of the filters of an expression, in order. */
function filtersOf(tokens: readonly LiquidToken[]): string[] {
  return tokens.flatMap((token, index) => {
    const before = tokens[index - 1];
    const follows = before?.kind === 'sign' && before.sign === '|';
    return follows && token.kind === 'path' ? [token.root] : [];
  });
}
