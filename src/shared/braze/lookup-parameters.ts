import { endpointOf, type EndpointPath } from './endpoints';
import { BODY_SHAPES, fieldOf, fieldsByName } from './fields';
import { isObject } from './json-value';

/** A parameter of an address, not encoded. */
export type Parameter = readonly [name: string, value: string];

/**
 * What the body of a look-up says in its address, in its order; null for an endpoint that takes a body. What is no
 * text, number or boolean has no place there (Q01 says so).
 */
export function parametersOf(endpoint: EndpointPath, body: unknown): readonly Parameter[] | null {
  if (endpointOf(endpoint).method !== 'GET') return null;
  if (!isObject(body)) return [];
  return Object.entries(body).flatMap(([name, value]): Parameter[] =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [[name, String(value)]]
      : [],
  );
}

/** The body of a look-up, as JSON, of the parameters in its address: the other way. Of one named twice the last counts. */
export function bodyOfParameters(endpoint: EndpointPath, parameters: Iterable<Parameter>): string {
  const known = fieldsByName(BODY_SHAPES[endpoint]);
  const body = new Map<string, string>();
  for (const [name, text] of parameters) {
    const id = known.get(name);
    const types: readonly string[] = id === undefined ? [] : fieldOf(id).types;
    const bare =
      (types.includes('boolean') && /^(?:true|false)$/.test(text)) ||
      (types.includes('integer') && /^(?:0|[1-9]\d{0,8})$/.test(text));
    body.set(name, bare ? text : JSON.stringify(text));
  }
  const members = [...body].map(([name, value]) => `${JSON.stringify(name)}:${value}`);
  return `{${members.join(',')}}`;
}
