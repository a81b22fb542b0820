/** Longer names are no slips of the pen. */
const LONGEST = 40;
const MOST_STEPS = 2;

/** Number of letters to insert, remove, replace or swap with a neighbour to get from one to the other. */
function distance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_unused, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1]
      ) {
        best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? 0;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** The known name that a written one most likely means; null where none is near enough. */
export function nearestName(written: string, known: readonly string[]): string | null {
  if (written.length > LONGEST) return null;
  let nearest: string | null = null;
  let least = MOST_STEPS + 1;
  const plainWritten = plain(written);
  for (const name of known) {
    // Underscores and letter case are not counted, but a name this much longer is another one.
    if (Math.abs(name.length - written.length) > MOST_STEPS + 2) continue;
    const plainName = plain(name);
    if (plainName === plainWritten) return name;
    const allowed = Math.min(MOST_STEPS, Math.floor(name.length / 4));
    if (Math.abs(plainName.length - plainWritten.length) > allowed) continue;
    const steps = distance(plainWritten, plainName);
    if (steps <= allowed && steps < least) {
      nearest = name;
      least = steps;
    }
  }
  return nearest;
}
