/** Has nothing above it, not even a `__proto__` that could be set. */
function Values(): void {
  // A column may have any name.
}
Values.prototype = Object.create(null) as object;

/** An empty object without a prototype to reach; unlike Object.create(null) it is laid out for fast reading. */
export function createValues<T>(): Record<string, T> {
  return Reflect.construct(Values, []) as Record<string, T>;
}
