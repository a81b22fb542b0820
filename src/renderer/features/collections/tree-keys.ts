import type { TreeRow } from '../../lib/tree-rows';

export interface TreeKeysDeps {
  readonly rows: () => readonly TreeRow[];
  readonly cursor: () => number;
  /** Rows that fit on the screen. */
  readonly pageRows: () => number;
  readonly moveTo: (index: number) => void;
  readonly setExpanded: (row: TreeRow, open: boolean) => void;
  readonly activate: (row: TreeRow, preview: boolean) => void;
  readonly remove: (row: TreeRow) => void;
  readonly openMenu: (index: number) => void;
  readonly escape: () => void;
}

function parentIndex(rows: readonly TreeRow[], index: number): number {
  const level = rows[index]?.level ?? 1;
  for (let at = index - 1; at >= 0; at -= 1) if ((rows[at]?.level ?? 0) < level) return at;
  return index;
}

/** The next row, from the cursor on and round the end, whose name begins with a letter. */
function indexByLetter(rows: readonly TreeRow[], from: number, letter: string): number {
  const wanted = letter.toLocaleLowerCase();
  for (let step = 1; step <= rows.length; step += 1) {
    const index = (from + step) % rows.length;
    if (rows[index]?.name.toLocaleLowerCase().startsWith(wanted)) return index;
  }
  return from;
}

/** The keys of a tree as the ARIA pattern has them. */
export function createTreeKeys(deps: TreeKeysDeps): (event: KeyboardEvent) => void {
  const { moveTo, setExpanded, activate } = deps;

  function run(event: KeyboardEvent, row: TreeRow, index: number): boolean {
    const rows = deps.rows();
    switch (event.key) {
      case 'ArrowDown':
        moveTo(index + 1);
        return true;
      case 'ArrowUp':
        moveTo(index - 1);
        return true;
      case 'PageDown':
        moveTo(index + deps.pageRows());
        return true;
      case 'PageUp':
        moveTo(index - deps.pageRows());
        return true;
      case 'Home':
        moveTo(0);
        return true;
      case 'End':
        moveTo(rows.length - 1);
        return true;
      case 'ArrowRight':
        if (row.expanded === false) setExpanded(row, true);
        else if (row.expanded === true && (rows[index + 1]?.level ?? 0) > row.level)
          moveTo(index + 1);
        return true;
      case 'ArrowLeft':
        if (row.expanded === true) setExpanded(row, false);
        else moveTo(parentIndex(rows, index));
        return true;
      case 'Enter':
        activate(row, false);
        return true;
      case ' ':
        activate(row, true);
        return true;
      case 'Delete':
        deps.remove(row);
        return true;
      case 'Escape':
        deps.escape();
        return true;
      case 'ContextMenu':
        deps.openMenu(index);
        return true;
      case 'F10':
        if (!event.shiftKey) return false;
        deps.openMenu(index);
        return true;
      default:
        if (event.key.length !== 1) return false;
        moveTo(indexByLetter(rows, index, event.key));
        return true;
    }
  }

  return (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const index = deps.cursor();
    const row = deps.rows()[index];
    if (row !== undefined && run(event, row, index)) event.preventDefault();
  };
}
