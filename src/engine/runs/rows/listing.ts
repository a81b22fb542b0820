/** Counts everything and keeps the first few. */
export interface Listing<T> {
  add(item: T): void;
  total(): number;
  first(): readonly T[];
}

/** Makes an empty listing. */
export function createListing<T>(most: number): Listing<T> {
  const first: T[] = [];
  let total = 0;
  return {
    add(item) {
      total += 1;
      if (first.length < most) first.push(item);
    },
    total: () => total,
    first: () => first,
  };
}
