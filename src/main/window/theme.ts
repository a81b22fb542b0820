import { nativeTheme } from 'electron';
import type { Settings } from '#shared/domain/settings';

/** The page's ground (`--color-chrome` of its tokens) as the hex code Electron wants. */
const grounds = { light: '#f2f3f6', dark: '#111316', contrast: '#000000' } as const;

/** Makes the system's parts (menus, title bar, `prefers-color-scheme`) follow the chosen theme. */
export function applyTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme === 'contrast' ? 'dark' : theme;
}

/** The colour a window has before its page has painted. */
export function groundOf(theme: Settings['theme']): string {
  if (theme === 'system') return nativeTheme.shouldUseDarkColors ? grounds.dark : grounds.light;
  return grounds[theme];
}
