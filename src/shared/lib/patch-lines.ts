/**
 * Returns `after` with the lines that did not change taken from `before`, line ends included: an editor hands
 * back every line with one kind of line end, a file may have several. Only the changed middle is new.
 */
export function patchLines(before: string, after: string): string {
  if (before === after) return before;
  // With one and the same end everywhere there is none to keep.
  if (!before.includes('\r') && !after.includes('\r')) return after;
  const oldLines = splitLines(before);
  const newLines = splitLines(after);
  const shortest = Math.min(oldLines.length, newLines.length);
  let head = 0;
  while (head < shortest && sameLine(oldLines[head], newLines[head])) head += 1;
  let tail = 0;
  while (
    tail < shortest - head &&
    sameLine(oldLines[oldLines.length - 1 - tail], newLines[newLines.length - 1 - tail])
  ) {
    tail += 1;
  }
  return [
    ...oldLines.slice(0, head),
    ...newLines.slice(head, newLines.length - tail),
    ...oldLines.slice(oldLines.length - tail),
  ].join('');
}

/** Lines with their ends. */
function splitLines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
}

function sameLine(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a === b) return true;
  const bareA = a.replace(/[\r\n]+$/, '');
  // A last line without an end is not the same as one with an end.
  return bareA === b.replace(/[\r\n]+$/, '') && a.length > bareA.length && b.length > bareA.length;
}
