import { ExactNumber } from './exact-number';

/**
 * Compact JSON of a value as rows hold them; an `ExactNumber` is written with its own digits. What JSON does not
 * know (undefined, functions) becomes null. Uses the stack: values of rows are at most `maxRowDepth` deep.
 */
export function jsonText(value: unknown): string {
  if (value instanceof ExactNumber) return value.text;
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([key, member]) => `${JSON.stringify(key)}:${jsonText(member)}`,
    );
    return `{${members.join(',')}}`;
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? JSON.stringify(value)
    : 'null';
}
