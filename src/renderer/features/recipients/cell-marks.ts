import type { PropertiesField, RecipientColumn } from '../../body/recipients/recipient-table';
import { identifierKinds } from '../../body/recipients/recipient-table';
import type { RowProblem } from './row-problems';

function columnPath(
  column: RecipientColumn,
  properties: PropertiesField,
): readonly string[] | null {
  switch (column.group) {
    case 'property':
      return [properties, column.key];
    case 'attribute':
      return ['attributes', column.key];
    case 'field':
      return [column.key];
    case 'aliasLabel':
      return ['user_alias', 'alias_label'];
    default:
      return null;
  }
}

/** What is wrong in one cell; what is about an identifier belongs to its cell, whatever its name. */
export function problemsOf(
  found: readonly RowProblem[],
  column: RecipientColumn,
  properties: PropertiesField,
): readonly RowProblem[] {
  if (found.length === 0) return found;
  const path = columnPath(column, properties);
  return found.filter(({ path: place }) => {
    if (path !== null) return path.every((part, at) => place[at] === part);
    if (column.group !== 'identifier') return false;
    return place.length > 0 && place[1] !== 'alias_label'
      ? (identifierKinds as readonly string[]).includes(place[0] ?? '')
      : false;
  });
}

/** Where properties, attributes and the fields between them begin. */
export function startsBand(columns: readonly RecipientColumn[], at: number): boolean {
  const band = (column: RecipientColumn | undefined): string =>
    column?.group === 'property' || column?.group === 'attribute' ? column.group : '';
  return at > 0 && band(columns[at]) !== band(columns[at - 1]);
}
