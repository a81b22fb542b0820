interface Position {
  readonly line: number;
  readonly column: number;
}

export interface TextPlaces {
  /** Line and column, from 1, of an offset in UTF-16 units. */
  at(offset: number): Position;
  range(
    start: number,
    end: number,
  ): { line: number; column: number; endLine: number; endColumn: number };
}

/** How many lines a text has, by their commonest ends; not counted any further once there are more than `most`. */
export function countLines(text: string, most: number): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1 && lines <= most; at = text.indexOf('\n', at + 1)) {
    lines += 1;
  }
  return lines;
}

/** Finds lines and columns in one text; made once, each question is a binary search. */
export function createTextPlaces(text: string): TextPlaces {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);

  function at(offset: number): Position {
    const wanted = Math.min(Math.max(offset, 0), text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= wanted) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: wanted - (starts[low] ?? 0) + 1 };
  }

  return {
    at,
    range(start, end) {
      const from = at(start);
      const to = at(Math.max(start, end));
      return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    },
  };
}
