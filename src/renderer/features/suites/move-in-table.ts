const steps: Readonly<Record<string, readonly [down: number, across: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** Arrow keys go from case to case in a table whose cells hold a button each. */
export function moveInTable(event: KeyboardEvent): void {
  const step = steps[event.key];
  const cell = event.target instanceof Element ? event.target.closest('td') : null;
  const row = cell?.closest('tr') ?? null;
  if (step === undefined || cell === null || row === null) return;
  const [down, across] = step;
  const rows = [...(row.parentElement?.children ?? [])];
  const target = rows[rows.indexOf(row) + down]?.children[cell.cellIndex + across];
  const button = target?.querySelector<HTMLButtonElement>('button');
  if (button === null || button === undefined) return;
  event.preventDefault();
  button.focus();
  button.click();
}
