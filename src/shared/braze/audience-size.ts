import { isObject } from './json-value';

/**
 * Number of filters in a connected audience, whatever its shape: every object below an operator that
 * is not itself an operator counts. Works on any depth; never throws.
 */
export function countConditions(audience: unknown): number {
  const open: unknown[] = [audience];
  const seen = new Set<object>();
  let count = 0;
  while (open.length > 0) {
    const node = open.pop();
    if (!isObject(node) || seen.has(node)) continue;
    seen.add(node);
    for (const [key, value] of Object.entries(node)) {
      if (/^(and|or)$/i.test(key) && Array.isArray(value)) {
        for (const part of value as readonly unknown[]) open.push(part);
      } else {
        count += 1;
      }
    }
  }
  return count;
}
