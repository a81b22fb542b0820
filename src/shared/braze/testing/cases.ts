import { readFileSync } from 'node:fs';
import { type EndpointPath, isEndpointPath } from '../endpoints';
import type { Level } from '../diagnostic';
import { isObject } from '../json-value';

/** A body with the level and rule that validation must report. */
export interface BodyCase {
  readonly name: string;
  readonly endpoint: EndpointPath;
  readonly level: Level;
  readonly rule: string;
  readonly body: unknown;
}

/** Long texts are written `{"$repeat": [text, times]}` in the file. */
function expanded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(expanded);
  if (!isObject(value)) return value;
  const repeat = value['$repeat'];
  if (Array.isArray(repeat)) return String(repeat[0]).repeat(Number(repeat[1]));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, expanded(member)]));
}

function isLevel(value: unknown): value is Level {
  return value === 'valid' || value === 'warning' || value === 'error';
}

/** The table of cases. */
export function readCases(): readonly BodyCase[] {
  const file = new URL('../fixtures/cases.json', import.meta.url);
  const rows: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(rows)) throw new TypeError('cases.json holds no list');
  return rows.map((row: unknown): BodyCase => {
    if (!isObject(row)) throw new TypeError('a case is no object');
    const { name, endpoint, level, rule, body } = row;
    if (!isEndpointPath(endpoint) || !isLevel(level))
      throw new TypeError(`bad case ${String(name)}`);
    return { name: String(name), endpoint, level, rule: String(rule), body: expanded(body) };
  });
}
