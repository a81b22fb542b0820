import type { Settings, SettingsPatch } from '#shared/domain/settings';
import { DeskError } from '#shared/errors';
import type { ParsedInput } from '#shared/ipc/contract';
import { createDataFile, type DataFileContent } from '../files/data-file';
import type { Log } from '../log/log';
import type { Problems } from '../problems';
import type { Publish } from '../publish';
import { parseSettings } from './parse-settings';

/** The user's choices. */
export interface SettingsService {
  get(input?: ParsedInput<'settings.get'>): Promise<Settings>;
  /**
   * Takes over what is given and leaves the rest. New collection folders are refused (`invalid_input`):
   * those come in through the system's folder dialog only.
   */
  update(patch: ParsedInput<'settings.update'>): Promise<Settings>;
  /** The folders shown as collections, set by the collections' own service. */
  setCollectionFolders(folders: readonly string[]): Promise<void>;
}

export interface SettingsDeps {
  /** Of settings.json. */
  readonly path: string;
  /** The folders of a first start. */
  readonly firstFolders: readonly string[];
  now(): number;
  readonly publish: Publish;
  readonly problems: Problems;
  readonly log: Log;
  /** The list of collection folders has become shorter or has another order. */
  readonly onFoldersChanged?: (folders: readonly string[]) => void;
}

/** Reads settings.json. With a file that cannot be used it starts with the defaults and keeps the file. */
export async function createSettings(deps: SettingsDeps): Promise<SettingsService> {
  const file = createDataFile({ path: deps.path, version: 1, now: () => deps.now() });
  /** Choices that hold for this session only, because the file belongs to a newer program. */
  let unsaved: Record<string, unknown> = {};
  let settings: Settings = adopt(await file.read());

  function adopt({ value, problem }: DataFileContent): Settings {
    const { settings: parsed, invalid } = parseSettings(
      { ...value, ...unsaved },
      deps.firstFolders,
    );
    const problems =
      problem === null ? [] : [{ id: 'settings', area: 'settings' as const, ...problem }];
    deps.problems.replace('settings', [
      ...problems,
      ...invalid.map((key) => ({
        id: `settings/${key}`,
        area: 'settings' as const,
        code: 'file_broken' as const,
        params: { file: deps.path, path: `/${key}` },
      })),
    ]);
    return parsed;
  }

  const save = async (patch: SettingsPatch): Promise<Settings> => {
    const given = Object.fromEntries(
      Object.entries(patch).filter(([, value]) => value !== undefined),
    );
    try {
      settings = adopt(await file.update((raw) => ({ ...raw, ...given })));
    } catch (error) {
      if (
        !(error instanceof DeskError) ||
        !['file_newer', 'no_access', 'read_only'].includes(error.code)
      )
        throw error;
      deps.log.warn('settings not saved', { code: error.code });
      unsaved = { ...unsaved, ...given };
      settings = adopt(await file.read());
    }
    deps.publish('settings.changed', settings);
    return settings;
  };

  return {
    get: () => Promise.resolve(settings),
    async update(patch) {
      const folders = patch.collectionFolders;
      const known = settings.collectionFolders;
      if (folders?.some((folder) => !known.includes(folder)) === true) {
        throw new DeskError('invalid_input', { path: '/collectionFolders' });
      }
      const saved = await save(patch);
      if (folders !== undefined) deps.onFoldersChanged?.(saved.collectionFolders);
      return saved;
    },
    async setCollectionFolders(folders) {
      await save({ collectionFolders: [...folders] });
    },
  };
}
