import type { Recipients } from './read-recipients';
import type { RecipientColumn } from './recipient-table';

/** The cells from one corner to the other, both included. */
export interface CopyQuestion {
  readonly endpoint: string;
  readonly columns: readonly RecipientColumn[];
  readonly fromRow: number;
  readonly toRow: number;
  /** A first line with the names that pasting understands. */
  readonly header: boolean;
}

function quoted(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function headerOf(column: RecipientColumn, properties: string): string {
  if (column.group === 'property') return `${properties}.${column.key}`;
  if (column.group === 'attribute') return `attributes.${column.key}`;
  return column.key;
}

/**
 * Tab-separated text of some cells. With a header each way to name a recipient has a column of its own, so
 * that what is copied can be pasted again.
 */
export function copyRows(recipients: Recipients, question: CopyQuestion): string {
  const { fromRow, toRow, header } = question;
  const lines: string[] = [];
  const own = (row: number, column: RecipientColumn): string => {
    const cell = recipients.cell(row, column);
    return cell === null || cell.inherited ? '' : cell.text;
  };
  if (!header) {
    const columns = question.columns;
    for (let row = fromRow; row <= toRow; row += 1) {
      const cells = columns.map((column) =>
        column.group === 'kind' ? (recipients.row(row).identifier ?? '') : own(row, column),
      );
      lines.push(cells.map(quoted).join('\t'));
    }
    return lines.join('\n');
  }
  const rest = question.columns.filter(
    ({ group }) => group === 'property' || group === 'attribute' || group === 'field',
  );
  const identifiers: { readonly name: string; readonly of: (row: number) => string }[] = [];
  for (const kind of ['external_user_id', 'email', 'braze_id'] as const) {
    identifiers.push({ name: kind, of: (row) => own(row, { group: 'field', key: kind }) });
  }
  const isAlias = (row: number) => recipients.row(row).identifiers.includes('user_alias');
  identifiers.push({
    name: 'alias_name',
    of: (row) =>
      isAlias(row) && recipients.row(row).identifier === 'user_alias'
        ? own(row, { group: 'identifier', key: '' })
        : '',
  });
  identifiers.push({
    name: 'alias_label',
    of: (row) => own(row, { group: 'aliasLabel', key: '' }),
  });
  const table: string[][] = [];
  for (let row = fromRow; row <= toRow; row += 1) {
    table.push([...identifiers.map((one) => one.of(row)), ...rest.map((one) => own(row, one))]);
  }
  const names = [
    ...identifiers.map(({ name }) => name),
    ...rest.map((column) => headerOf(column, recipients.table.properties)),
  ];
  const used = names.map(
    (_name, at) => at >= identifiers.length || table.some((cells) => cells[at] !== ''),
  );
  const keep = (cells: readonly string[]): string =>
    cells
      .filter((_cell, at) => used[at])
      .map(quoted)
      .join('\t');
  return [names, ...table].map(keep).join('\n');
}
