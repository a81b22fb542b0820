import { utf8Length } from '../braze/json-size';
import type { RequestPart } from './row-mapper';
import { readTopLevel } from './top-level';

/** A call of a run without its recipients. */
export interface CallFrame {
  /** UTF-8 bytes of the call with no recipient in it. */
  readonly bytes: number;
  /** UTF-8 bytes of one of the call's own members; 0 where it has none of that name. */
  memberBytes(name: string): number;
  /** The whole call as compact JSON; recipients are compact JSON each. */
  compose(recipients: readonly string[]): string;
}

/**
 * Makes a call's frame of the body as sent (`composeWireBody(…).json`, an object) and the parts that rows decide.
 * Recipients in the body are left out: a run sends the rows of its file. What no part names keeps its characters.
 */
export function createCallFrame(bodyJson: string, parts: readonly RequestPart[] | null): CallFrame {
  let json = bodyJson;
  for (const { path, json: value } of parts ?? []) json = withMember(json, path, value);
  const members = membersOf(json);
  members.delete('recipients');
  const kept = [...members].map(([name, value]) => `${JSON.stringify(name)}:${value},`).join('');
  const head = `{${kept}"recipients":[`;
  return {
    bytes: utf8Length(head) + 2,
    memberBytes: (name) => utf8Length(members.get(name) ?? ''),
    compose: (recipients) => `${head}${recipients.join(',')}]}`,
  };
}

/** The object with one member set; what stands in the way of the path and is no object is replaced. */
function withMember(json: string, path: readonly string[], value: string): string {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const members = membersOf(json);
  members.set(name, withMember(members.get(name) ?? '{}', rest, value));
  return `{${[...members].map(([key, member]) => `${JSON.stringify(key)}:${member}`).join(',')}}`;
}

/** Members with their own characters; of a repeated one the last counts. Empty for what is no object. */
function membersOf(json: string): Map<string, string> {
  const top = readTopLevel(json);
  const members = new Map<string, string>();
  if (!top.ok) return members;
  for (const { name, valueOffset, valueLength } of top.properties) {
    members.set(name, json.slice(valueOffset, valueOffset + valueLength));
  }
  return members;
}
