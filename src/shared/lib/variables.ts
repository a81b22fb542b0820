import type { Variable } from '../domain/variable';

/**
 * `{{name}}` in a string. Three or more braces, dots, pipes and `${` are Liquid's and are left alone;
 * a backslash before the braces says that they are meant literally.
 */
const placeholder = /(\\?)(?<!\{)\{\{\s*(\$?[A-Za-z_][A-Za-z0-9_-]*)\s*\}\}(?!\})/g;
const wholePlaceholder = /^(?<!\{)\{\{\s*(\$?[A-Za-z_][A-Za-z0-9_-]*)\s*\}\}(?!\})$/;

/** How deep values may refer to other variables before it is taken for a circle. */
const maxDepth = 10;

/** Values made anew at each use: `{{$uuid}}`, `{{$timestamp}}` (epoch seconds), `{{$isoTimestamp}}`. */
export interface DynamicValues {
  uuid(): string;
  /** Epoch milliseconds. */
  now(): number;
}

export const dynamicVariableNames = ['$uuid', '$timestamp', '$isoTimestamp'] as const;

/** Looks a name up; later lists win over earlier ones, so pass the nearest scope last. */
export type VariableLookup = (name: string) => Variable | null;

/**
 * Makes one lookup of several scopes and the dynamic values.
 * @param scopes weakest first: environment, then request, then what was given for this one send.
 */
export function createVariableLookup(
  scopes: readonly (readonly Variable[])[],
  dynamic: DynamicValues,
): VariableLookup {
  const byName = new Map<string, Variable>();
  for (const scope of scopes) {
    for (const variable of scope) byName.set(variable.name, variable);
  }
  return (name) => {
    switch (name) {
      case '$uuid':
        return { name, kind: 'text', value: dynamic.uuid() };
      case '$timestamp':
        return { name, kind: 'json', value: String(Math.floor(dynamic.now() / 1000)) };
      case '$isoTimestamp':
        return { name, kind: 'text', value: new Date(dynamic.now()).toISOString() };
      default:
        return byName.get(name) ?? null;
    }
  };
}

/** The name when a string is one placeholder and nothing else, otherwise null. */
export function wholePlaceholderName(text: string): string | null {
  return wholePlaceholder.exec(text)?.[1] ?? null;
}

/** Names of all placeholders in a string, in order, repeats included. */
export function placeholderNames(text: string): string[] {
  if (!text.includes('{{')) return [];
  const names: string[] = [];
  for (const match of text.matchAll(placeholder)) {
    const [, backslash, name] = match;
    if (backslash === '' && name !== undefined) names.push(name);
  }
  return names;
}

/**
 * Puts values in place of the placeholders of one string.
 * What cannot be found, or refers to itself, stays as it is and is reported through `onUnresolved`.
 */
export function resolveText(
  text: string,
  lookup: VariableLookup,
  onUnresolved: (name: string) => void,
  depth = 0,
): string {
  if (!text.includes('{{')) return text;
  return text.replace(placeholder, (whole, backslash: string, name: string) => {
    if (backslash !== '') return whole.slice(1);
    const variable = depth < maxDepth ? lookup(name) : null;
    if (variable === null) {
      onUnresolved(name);
      return whole;
    }
    return resolveText(variable.value, lookup, onUnresolved, depth + 1);
  });
}
