import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { languages } from '#shared/domain/language';
import { menuLanguage } from './language';
import { menuLabels } from './menu-labels';
import { menuTemplate } from './menu-template';

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? flat(item.submenu) : []),
  ]);
}

const actions = { command: vi.fn(), zoom: vi.fn(), openLink: vi.fn() };
const variants = languages.flatMap((language) =>
  [true, false].flatMap((mac) =>
    [true, false].map((developerTools) => ({ language, mac, developerTools })),
  ),
);

describe('menuTemplate', () => {
  it.each(variants)('has no reload and no send, and a word for everything: %j', (variant) => {
    const items = flat(menuTemplate(menuLabels[variant.language], actions, variant));
    expect(items.length).toBeGreaterThan(20);
    for (const item of items) {
      if (item.type !== 'separator') expect(item.label).toMatch(/\S/);
      expect(item.role ?? '').not.toMatch(/reload/i);
      expect(item.accelerator ?? '').not.toMatch(/\+R$|^F5$|Enter|Return/i);
    }
    expect(items.some((item) => item.role === 'toggleDevTools')).toBe(variant.developerTools);
  });

  it('leaves the keys of the page to the page', () => {
    const options = { mac: false, developerTools: false };
    const items = flat(menuTemplate(menuLabels.en, actions, options));
    const pageKeys = items.filter(
      ({ accelerator, label }) => accelerator !== undefined && !/zoom|size/i.test(label ?? ''),
    );
    expect(pageKeys.length).toBeGreaterThan(8);
    for (const item of pageKeys) expect(item.registerAccelerator).toBe(false);
    const mac = flat(menuTemplate(menuLabels.en, actions, { mac: true, developerTools: false }));
    expect(mac.filter(({ accelerator }) => accelerator !== undefined)).toHaveLength(3);
  });
});

describe('menuLanguage', () => {
  it.each([
    ['de', ['ko-KR'], 'de'],
    ['system', ['ko-KR'], 'ko'],
    ['system', ['pt-BR', 'fr_CA', 'de'], 'fr'],
    ['system', ['DE-AT'], 'de'],
    ['system', ['dezzz', 'zh-Hans-CN'], 'en'],
    ['system', [], 'en'],
  ] as const)('%s on %j is %s', (chosen, system, expected) => {
    expect(menuLanguage(chosen, system)).toBe(expected);
  });
});
