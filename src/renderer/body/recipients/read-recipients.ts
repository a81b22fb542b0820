import type { JsonDocument } from '#shared/braze/document';
import { endpointOf, isEndpointPath } from '#shared/braze/endpoints';
import type { JsonNode, ObjectNode } from '#shared/braze/json-node';
import type {
  EffectiveProperty,
  IdentifierKind,
  PropertiesField,
  RecipientCell,
  RecipientColumn,
  RecipientRow,
  RecipientTable,
} from './recipient-table';
import { identifierKinds } from './recipient-table';

/** More columns than these are counted, not shown: a hostile body can have a new key in every row. */
const mostColumns = 120;
/** Longest text of a cell that is handed over with its row. */
const longestText = 1000;

const objectFields = new Set<string>(['user_alias', 'attributes']);

/** All recipients of one body, read once. */
export interface Recipients {
  readonly table: RecipientTable;
  readonly row: (index: number) => RecipientRow;
  /** The whole text of one cell. */
  readonly cell: (index: number, column: RecipientColumn) => RecipientCell | null;
  /** What the template will see for one recipient, with what it takes from the request. */
  readonly effective: (index: number) => readonly EffectiveProperty[];
  readonly nodes: readonly JsonNode[];
}

function objectMember(node: JsonNode | undefined, name: string): ObjectNode | null {
  const member = node?.kind === 'object' ? node.members.get(name) : undefined;
  return member?.kind === 'object' ? member : null;
}

function propertiesField(endpoint: string, root: ObjectNode, items: readonly JsonNode[]) {
  if (!isEndpointPath(endpoint) || endpointOf(endpoint).family !== 'canvas') {
    return 'trigger_properties';
  }
  const has = (field: PropertiesField): boolean =>
    root.members.has(field) ||
    items.some((item) => item.kind === 'object' && item.members.has(field));
  return !has('context') && has('canvas_entry_properties') ? 'canvas_entry_properties' : 'context';
}

/** Reads the recipients of a body whose `recipients` is a list or missing. */
export function readRecipients(document: JsonDocument, endpoint: string): Recipients {
  const { text } = document;
  const root = document.root?.kind === 'object' ? document.root : null;
  const list = root?.members.get('recipients');
  const nodes = list?.kind === 'array' ? list.items : [];
  const properties = root === null ? 'trigger_properties' : propertiesField(endpoint, root, nodes);
  const requestProperties = root === null ? null : objectMember(root, properties);
  const { columns, more } = columnsOf(nodes, properties, requestProperties);

  function cellOf(node: JsonNode, inherited: boolean, limit = longestText): RecipientCell {
    const whole =
      node.kind === 'string'
        ? node.value
        : text.slice(node.offset, node.offset + node.length).replace(/\s+/g, ' ');
    const cut = whole.length > limit;
    return { kind: node.kind, text: cut ? whole.slice(0, limit) : whole, cut, inherited };
  }

  function identifiersOf(item: JsonNode): readonly IdentifierKind[] {
    return item.kind === 'object' ? identifierKinds.filter((kind) => item.members.has(kind)) : [];
  }

  function nodeOf(item: ObjectNode, column: RecipientColumn): JsonNode | undefined {
    switch (column.group) {
      case 'kind':
        return undefined;
      case 'identifier': {
        const kind = identifiersOf(item)[0];
        const node = kind === undefined ? undefined : item.members.get(kind);
        return kind === 'user_alias' && node?.kind === 'object'
          ? node.members.get('alias_name')
          : node;
      }
      case 'aliasLabel':
        return objectMember(item, 'user_alias')?.members.get('alias_label');
      case 'property':
        return objectMember(item, properties)?.members.get(column.key);
      case 'attribute':
        return objectMember(item, 'attributes')?.members.get(column.key);
      case 'field':
        return item.members.get(column.key);
    }
  }

  function cellAt(item: JsonNode, column: RecipientColumn, limit?: number): RecipientCell | null {
    if (item.kind !== 'object') return null;
    const own = nodeOf(item, column);
    if (own !== undefined) return cellOf(own, false, limit);
    const given =
      column.group === 'property' ? requestProperties?.members.get(column.key) : undefined;
    return given === undefined ? null : cellOf(given, true, limit);
  }

  return {
    table: { state: 'ready', count: nodes.length, properties, columns, moreColumns: more },
    nodes,
    row(index) {
      const item = nodes[index];
      if (item === undefined || item.kind !== 'object') {
        const source = item === undefined ? '' : cellOf(item, false).text;
        return { identifier: null, identifiers: [], isObject: false, source, cells: [] };
      }
      const identifiers = identifiersOf(item);
      return {
        identifier: identifiers[0] ?? null,
        identifiers,
        isObject: true,
        source: '',
        cells: columns.map((column) => cellAt(item, column)),
      };
    },
    cell(index, column) {
      const item = nodes[index];
      return item === undefined ? null : cellAt(item, column, Infinity);
    },
    effective(index) {
      const item = nodes[index];
      const own = objectMember(item, properties);
      const found: EffectiveProperty[] = [];
      for (const [key, node] of requestProperties?.members ?? []) {
        if (own?.members.has(key) === true) continue;
        found.push({ key, cell: cellOf(node, true), origin: 'request' });
      }
      for (const [key, node] of own?.members ?? []) {
        const origin = requestProperties?.members.has(key) === true ? 'override' : 'recipient';
        found.push({ key, cell: cellOf(node, false), origin });
      }
      return found.slice(0, 500);
    },
  };
}

function columnsOf(
  items: readonly JsonNode[],
  properties: PropertiesField,
  request: ObjectNode | null,
): { readonly columns: readonly RecipientColumn[]; readonly more: number } {
  const propertyKeys = new Set(request?.members.keys());
  const attributeKeys = new Set<string>();
  const fields = new Set<string>();
  let hasAlias = false;
  for (const item of items) {
    if (item.kind !== 'object') continue;
    for (const [name, member] of item.members) {
      if (name === properties && member.kind === 'object') {
        for (const key of member.members.keys()) propertyKeys.add(key);
      } else if (name === 'attributes' && member.kind === 'object') {
        for (const key of member.members.keys()) attributeKeys.add(key);
      } else if (name === 'user_alias') {
        hasAlias = true;
      } else if (objectFields.has(name) || !(identifierKinds as readonly string[]).includes(name)) {
        fields.add(name);
      }
    }
  }
  const all: RecipientColumn[] = [
    { group: 'identifier', key: '' },
    { group: 'kind', key: '' },
    ...(hasAlias ? [{ group: 'aliasLabel', key: '' } as const] : []),
    ...[...propertyKeys].map((key) => ({ group: 'property', key }) as const),
    ...[...fields].map((key) => ({ group: 'field', key }) as const),
    ...[...attributeKeys].map((key) => ({ group: 'attribute', key }) as const),
  ];
  return { columns: all.slice(0, mostColumns), more: Math.max(0, all.length - mostColumns) };
}
