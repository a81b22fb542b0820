import { shallowRef } from 'vue';
import type { AppError } from '#shared/errors';
import { toAppError } from '../../api/desk';
import type { SettingsChange } from '../../stores/settings';
import { useSettingsStore } from '../../stores/settings';

/** The last change that could not be kept, until another one can. */
export const settingError = shallowRef<AppError | null>(null);

/** Keeps a change; what main refuses is told in the page, and the control shows the old value again. */
export async function saveSetting(patch: SettingsChange): Promise<void> {
  try {
    await useSettingsStore().update(patch);
    settingError.value = null;
  } catch (thrown) {
    settingError.value = toAppError(thrown);
  }
}
