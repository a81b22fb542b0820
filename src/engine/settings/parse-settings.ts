import type { JsonObject } from '../files/data-file';
import { type Settings, settingsDefaults, settingsSchema } from '#shared/domain/settings';

/**
 * Settings out of what a file holds: each one for itself, so that one bad value costs only itself.
 * `invalid` names the keys whose value could not be used; a missing one is no fault.
 */
export function parseSettings(
  raw: JsonObject,
  firstFolders: readonly string[],
): { readonly settings: Settings; readonly invalid: readonly string[] } {
  const invalid: string[] = [];
  const values: Record<string, unknown> = {
    ...settingsDefaults,
    collectionFolders: [...firstFolders],
  };
  for (const [key, schema] of Object.entries(settingsSchema.shape)) {
    if (!Object.hasOwn(raw, key)) continue;
    const parsed = schema.safeParse(raw[key]);
    if (parsed.success) values[key] = parsed.data;
    else invalid.push(key);
  }
  return { settings: settingsSchema.parse(values), invalid };
}
