import { z } from 'zod';
import {
  type Environment,
  environmentDefaults,
  environmentSchema,
  sandboxEnvironmentId,
} from '#shared/domain/environment';
import { isObject, type JsonObject } from '../files/data-file';

/** The environment that is always there. Its name, colour and host are fixed; the rest is the user's. */
export const sandboxEnvironment: Environment = {
  ...environmentDefaults,
  id: sandboxEnvironmentId,
  name: 'Sandbox',
  color: 'teal',
  host: { kind: 'sandbox' },
  variables: [],
  testUsers: [],
  // Nobody is reached there, and it is there to be tried again and again.
  duplicateGuard: false,
};

/** Keys that this version does not know are no fault: they are kept in the file. */
const storedSchema = z.object(environmentSchema.shape);

export interface ParsedEnvironments {
  /** The sandbox first, then the others in the file's order. */
  readonly environments: readonly Environment[];
  /** Entries that could not be used, by their place in the file's list. */
  readonly invalid: readonly { readonly index: number; readonly path: string }[];
}

/** The sandbox environment with what the user may change of it. */
export function asSandbox(environment: Environment): Environment {
  const { name, color, host, production, id } = sandboxEnvironment;
  return { ...environment, id, name, color, host, production };
}

/** Environments out of what a file holds; an entry that is not wholly legal is left out, never guessed at. */
export function parseEnvironments(raw: JsonObject): ParsedEnvironments {
  const invalid: { index: number; path: string }[] = [];
  const known = new Map<string, Environment>([[sandboxEnvironmentId, sandboxEnvironment]]);
  let sandboxSeen = false;
  for (const [index, entry] of entriesOf(raw).entries()) {
    const parsed = storedSchema.safeParse(withGuard(entry));
    if (!parsed.success) {
      invalid.push({
        index,
        path: ['', 'environments', index, ...(parsed.error.issues[0]?.path ?? [])].join('/'),
      });
    } else if (parsed.data.id === sandboxEnvironmentId && !sandboxSeen) {
      sandboxSeen = true;
      known.set(sandboxEnvironmentId, asSandbox(parsed.data));
    } else if (known.has(parsed.data.id)) {
      invalid.push({ index, path: `/environments/${index}/id` });
    } else {
      known.set(parsed.data.id, parsed.data);
    }
  }
  if (Object.hasOwn(raw, 'environments') && !Array.isArray(raw.environments)) {
    invalid.push({ index: -1, path: '/environments' });
  }
  return { environments: [...known.values()], invalid };
}

/**
 * The file's list for new environments: entries that could not be used stay as they are, and keys that
 * this version does not know stay with their environment.
 */
export function mergeEnvironments(
  raw: JsonObject,
  environments: readonly Environment[],
): JsonObject {
  const entries = entriesOf(raw);
  const { invalid } = parseEnvironments(raw);
  const bad = new Set(invalid.map(({ index }) => index));
  const before = new Map<unknown, JsonObject>();
  for (const [index, entry] of entries.entries()) {
    if (!bad.has(index) && isObject(entry)) before.set(entry.id, entry);
  }
  return {
    ...raw,
    environments: [
      ...environments.map((environment) => ({ ...before.get(environment.id), ...environment })),
      ...entries.filter((_, index) => bad.has(index)),
    ],
  };
}

/** A file of before there was the guard does not say whether the sandbox has it. */
function withGuard(entry: unknown): unknown {
  if (!isObject(entry) || entry.id !== sandboxEnvironmentId) return entry;
  const { duplicateGuard } = sandboxEnvironment;
  return { duplicateGuard, ...entry };
}

function entriesOf(raw: JsonObject): readonly unknown[] {
  return Array.isArray(raw.environments) ? raw.environments : [];
}
