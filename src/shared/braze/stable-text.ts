import { isObject } from './json-value';

type Step = { readonly write: string } | { readonly value: unknown } | { readonly leave: object };

/**
 * JSON text with sorted keys, so that equal values give equal texts whatever their key order.
 * Iterative, so depth does not matter; what JSON cannot express (and a cycle) becomes `null`.
 */
export function stableText(value: unknown): string {
  const parts: string[] = [];
  const steps: Step[] = [{ value }];
  const onPath = new Set<object>();
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if ('write' in step) {
      parts.push(step.write);
    } else if ('leave' in step) {
      onPath.delete(step.leave);
    } else if (Array.isArray(step.value) && !onPath.has(step.value)) {
      const list: readonly unknown[] = step.value;
      onPath.add(list);
      steps.push({ leave: list }, { write: ']' });
      for (let index = list.length - 1; index >= 0; index -= 1) {
        steps.push({ value: list[index] });
        if (index > 0) steps.push({ write: ',' });
      }
      parts.push('[');
    } else if (isObject(step.value) && !onPath.has(step.value)) {
      const object = step.value;
      onPath.add(object);
      steps.push({ leave: object }, { write: '}' });
      const keys = Object.keys(object).sort();
      for (let index = keys.length - 1; index >= 0; index -= 1) {
        const key = keys[index] ?? '';
        steps.push({ value: object[key] }, { write: `${JSON.stringify(key)}:` });
        if (index > 0) steps.push({ write: ',' });
      }
      parts.push('{');
    } else {
      parts.push(scalarText(step.value));
    }
  }
  return parts.join('');
}

function scalarText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return JSON.stringify(value);
  }
  return 'null';
}
