import { isDeepStrictEqual } from 'node:util';
import { type Environment, sandboxEnvironmentId } from '#shared/domain/environment';
import { DeskError } from '#shared/errors';
import type { ParsedInput } from '#shared/ipc/contract';
import { createDataFile, type DataFileContent } from '../files/data-file';
import type { Log } from '../log/log';
import type { Problems } from '../problems';
import type { Publish } from '../publish';
import { normalizeHost } from './custom-host';
import { environmentId } from './environment-id';
import { asSandbox, mergeEnvironments, parseEnvironments } from './environment-list';

/** The Braze workspaces as seen from here; the sandbox is always the first. */
export interface Environments {
  list(input?: ParsedInput<'environments.list'>): Promise<readonly Environment[]>;
  /** One by its id, or null. */
  find(id: string): Environment | null;
  create(input: ParsedInput<'environments.create'>): Promise<Environment>;
  /**
   * `environment_unknown` when it is gone. Another custom address takes the key out of reach: it was
   * given for the old one.
   */
  update(input: ParsedInput<'environments.update'>): Promise<Environment>;
  remove(input: ParsedInput<'environments.remove'>): Promise<{ readonly undoToken: string }>;
  /** Brings back a removed one with its key, at its place; `not_found` after the program has ended. */
  restore(input: ParsedInput<'environments.restore'>): Promise<Environment>;
}

/** What keeps the keys, as far as environments are concerned. */
export interface KeyKeeper {
  /** Takes a removed environment's key out of reach until `bringBack`. */
  setAside(environmentId: string): Promise<void>;
  bringBack(environmentId: string): Promise<void>;
  clear(input: { readonly environmentId: string }): Promise<unknown>;
}

export interface EnvironmentsDeps {
  /** Of environments.json. */
  readonly path: string;
  readonly keys: KeyKeeper;
  uuid(): string;
  now(): number;
  readonly publish: Publish;
  readonly problems: Problems;
  readonly log: Log;
}

interface Removed {
  readonly environment: Environment;
  readonly index: number;
}

/** Reads environments.json. With a file that cannot be used it starts with the sandbox alone and keeps the file. */
export async function createEnvironments(deps: EnvironmentsDeps): Promise<Environments> {
  const file = createDataFile({ path: deps.path, version: 1, now: () => deps.now() });
  const removed = new Map<string, Removed>();
  let environments: readonly Environment[] = adopt(await file.read());

  function adopt({ value, problem }: DataFileContent): readonly Environment[] {
    const parsed = parseEnvironments(value);
    const area = 'environments' as const;
    deps.problems.replace(area, [
      ...(problem === null ? [] : [{ id: 'environments', area, ...problem }]),
      ...parsed.invalid.map(({ path }) => ({
        id: `environments${path}`,
        area,
        code: 'file_broken' as const,
        params: { file: deps.path, path },
      })),
    ]);
    return parsed.environments;
  }

  /** Changes the list that is on disk now, not the one last seen: another program may have written it. */
  const change = async (
    next: (list: readonly Environment[]) => readonly Environment[],
  ): Promise<void> => {
    const content = await file.update((raw) =>
      mergeEnvironments(raw, next(parseEnvironments(raw).environments)),
    );
    environments = adopt(content);
    deps.publish('environments.changed', environments);
  };

  const known = (list: readonly Environment[], id: string): Environment => {
    const found = list.find((one) => one.id === id);
    if (found === undefined) throw new DeskError('environment_unknown', { environmentId: id });
    return found;
  };

  /** A key is given for one address: before another one is taken, it has to be out of reach. */
  const forgetKeyOfOtherAddress = async (
    before: Environment,
    after: Environment,
  ): Promise<void> => {
    if (after.host.kind !== 'custom' || isDeepStrictEqual(before.host, after.host)) return;
    try {
      await deps.keys.clear({ environmentId: after.id });
    } catch (error) {
      // Where there is no keychain there is no key in it.
      if (!(error instanceof DeskError) || error.code !== 'keychain_unavailable') throw error;
    }
  };

  return {
    list: () => Promise.resolve(environments),
    find: (id) => environments.find((one) => one.id === id) ?? null,
    async create(input) {
      const id = environmentId(input.name, deps.uuid());
      const environment = { ...input, id, host: normalizeHost(input.host) };
      await change((list) => [...list, environment]);
      return environment;
    },
    async update(input) {
      const environment =
        input.id === sandboxEnvironmentId
          ? asSandbox(input)
          : { ...input, host: normalizeHost(input.host) };
      await forgetKeyOfOtherAddress(known(environments, input.id), environment);
      await change((list) => {
        const before = known(list, input.id);
        return list.map((one) => (one === before ? environment : one));
      });
      return environment;
    },
    async remove({ environmentId: id }) {
      if (id === sandboxEnvironmentId) throw new DeskError('invalid_input', { environmentId: id });
      const environment = known(environments, id);
      const index = environments.indexOf(environment);
      await change((list) => list.filter((one) => one.id !== id));
      const undoToken = deps.uuid();
      removed.set(undoToken, { environment, index });
      try {
        await deps.keys.setAside(id);
      } catch (error) {
        // A locked keychain keeps the key; without the environment nothing uses it.
        deps.log.warn('key not set aside', { environmentId: id, error });
      }
      return { undoToken };
    },
    async restore({ undoToken }) {
      const back = removed.get(undoToken);
      if (back === undefined) throw new DeskError('not_found', { token: undoToken });
      await change((list) => {
        const others = list.filter((one) => one.id !== back.environment.id);
        return [...others.slice(0, back.index), back.environment, ...others.slice(back.index)];
      });
      removed.delete(undoToken);
      await deps.keys.bringBack(back.environment.id);
      return back.environment;
    },
  };
}
