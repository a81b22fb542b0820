import { Menu } from 'electron';
import type { Settings } from '#shared/domain/settings';
import { menuLanguage } from './language';
import { menuLabels } from './menu-labels';
import type { MenuLabels } from './menu-labels';
import { menuTemplate } from './menu-template';
import type { MenuActions, MenuOptions } from './menu-template';

/** The native menu in the language of the settings. */
export interface NativeMenu {
  /** Draws it anew if the language has changed. */
  follow(settings: Pick<Settings, 'language'>): void;
  labels(): MenuLabels;
}

/** Draws the menu in the system's language until the settings are known. */
export function createNativeMenu(
  actions: MenuActions,
  options: MenuOptions & { readonly systemLanguages: readonly string[] },
): NativeMenu {
  let drawn: MenuLabels | null = null;
  const follow: NativeMenu['follow'] = ({ language }) => {
    const labels = menuLabels[menuLanguage(language, options.systemLanguages)];
    if (labels === drawn) return;
    drawn = labels;
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(labels, actions, options)));
  };
  follow({ language: 'system' });
  return { follow, labels: () => drawn ?? menuLabels.en };
}
