import type { RowProblem } from '#shared/domain/data-row';

/** What makes a row's texts unfit to send: a character that could not be read, or a NUL. */
export function textProblem(
  columns: readonly string[],
  cells: readonly string[],
): RowProblem | null {
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] ?? '';
    const column = columns[at] ?? '';
    if (cell.includes('\uFFFD')) return { code: 'not_decodable', params: { column } };
    if (cell.includes('\0')) return { code: 'nul_character', params: { column } };
  }
  return null;
}
