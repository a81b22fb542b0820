/** The parts of the settings, in their order. */
export const settingsSections = [
  'appearance',
  'environments',
  'sending',
  'collections',
  'sandbox',
  'about',
] as const;
export type SettingsSection = (typeof settingsSections)[number];

export function isSettingsSection(text: string | null): text is SettingsSection {
  return settingsSections.some((section) => section === text);
}
