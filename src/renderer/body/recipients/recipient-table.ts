import type { JsonKind } from '#shared/braze/json-node';
import type { BodyPath } from '#shared/braze/value-edits';
import type { BodyObstacle } from '../body-part';

/** The ways to name a recipient (R13). */
export const identifierKinds = ['external_user_id', 'email', 'braze_id', 'user_alias'] as const;

export type IdentifierKind = (typeof identifierKinds)[number];

/** Where the properties of a recipient are: campaigns and Canvases name them differently (R30). */
export type PropertiesField = 'trigger_properties' | 'context' | 'canvas_entry_properties';

/**
 * A column. `field` ones are members of the recipient itself: `prioritization`, `send_to_existing_only`, and
 * whatever else is there, so that nothing that would be sent is out of sight.
 */
export interface RecipientColumn {
  readonly group: 'kind' | 'identifier' | 'aliasLabel' | 'property' | 'field' | 'attribute';
  /** Name of the member; '' for those with one fixed place. */
  readonly key: string;
}

/** What a cell shows. */
export interface RecipientCell {
  readonly kind: JsonKind;
  /** The text of a string; the source of everything else, on one line. */
  readonly text: string;
  /** Only the beginning: the rest is asked for when it is edited. */
  readonly cut: boolean;
  /** Not the recipient's own but of the request, which a value here would override. */
  readonly inherited: boolean;
}

export interface RecipientRow {
  /** Null for an entry that is no object: `source` shows it. */
  readonly identifier: IdentifierKind | null;
  /** More than one identifier, or none, is a fault that must be seen. */
  readonly identifiers: readonly IdentifierKind[];
  readonly isObject: boolean;
  readonly source: string;
  /** By column. */
  readonly cells: readonly (RecipientCell | null)[];
}

export interface RecipientTable {
  readonly state: 'ready';
  readonly count: number;
  readonly properties: PropertiesField;
  readonly columns: readonly RecipientColumn[];
  /** Columns beyond those that are shown. */
  readonly moreColumns: number;
}

/** What is asked for a look at the table: the rows from `start` to before `end`. */
export interface TableQuestion {
  readonly endpoint: string;
  readonly start: number;
  readonly end: number;
}

export interface TableRows extends RecipientTable {
  readonly start: number;
  readonly rows: readonly RecipientRow[];
}

export type TableAnswer = BodyObstacle | TableRows;

/** One property as the template will see it. */
export interface EffectiveProperty {
  readonly key: string;
  readonly cell: RecipientCell;
  /** `override`: the request has another value, which does not count here. */
  readonly origin: 'request' | 'recipient' | 'override';
}

/** The place of a cell in the body; null where a column has no single place. */
export function pathOfCell(
  row: number,
  column: RecipientColumn,
  properties: PropertiesField,
  identifier: IdentifierKind | null,
): BodyPath | null {
  const base = ['recipients', row] as const;
  switch (column.group) {
    case 'kind':
      return null;
    case 'identifier': {
      const kind = identifier ?? 'external_user_id';
      return kind === 'user_alias' ? [...base, kind, 'alias_name'] : [...base, kind];
    }
    case 'aliasLabel':
      return [...base, 'user_alias', 'alias_label'];
    case 'property':
      return [...base, properties, column.key];
    case 'attribute':
      return [...base, 'attributes', column.key];
    case 'field':
      return [...base, column.key];
  }
}

export function sameColumn(left: RecipientColumn, right: RecipientColumn): boolean {
  return left.group === right.group && left.key === right.key;
}
