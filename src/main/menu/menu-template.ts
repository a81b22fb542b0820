import type { MenuItemConstructorOptions } from 'electron';
import type { MenuLabels } from './menu-labels';

/** What the menu's items do. */
export interface MenuActions {
  /** Runs a command of the page, by its id. */
  readonly command: (commandId: string) => void;
  readonly zoom: (direction: 'in' | 'out' | 'reset') => void;
  readonly openLink: (link: string) => void;
}

export interface MenuOptions {
  readonly mac: boolean;
  readonly developerTools: boolean;
}

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };

/**
 * The native menu. There is no Reload in it, and no Send: sending has one button and one key, both in
 * the page, where the gate's answer is in sight.
 */
export function menuTemplate(
  labels: MenuLabels,
  actions: MenuActions,
  { mac, developerTools }: MenuOptions,
): Item[] {
  /**
   * The page listens for its keys itself, and knows when a dialog is open. The menu only shows them:
   * a key that the page lets pass must not come back as a command. macOS has no way to only show one.
   */
  const command = (label: string, id: string, accelerator?: string): Item => ({
    label,
    click: () => {
      actions.command(id);
    },
    ...(accelerator === undefined || mac ? {} : { accelerator, registerAccelerator: false }),
  });
  const zoom = (label: string, direction: 'in' | 'out' | 'reset', accelerator: string): Item => ({
    label,
    accelerator,
    click: () => {
      actions.zoom(direction);
    },
  });

  const settings = command(labels.settings, 'settings.show', 'Ctrl+,');
  const quit: Item = { role: 'quit', label: labels.quit };
  const appMenu: Item = {
    label: 'Dispatch Desk',
    submenu: [
      settings,
      line,
      { role: 'hide', label: labels.hide },
      { role: 'hideOthers', label: labels.hideOthers },
      { role: 'unhide', label: labels.showAll },
      line,
      quit,
    ],
  };
  const file: Item = {
    label: labels.file,
    submenu: [
      command(labels.newRequest, 'request.new', 'Ctrl+N'),
      command(labels.save, 'request.save', 'Ctrl+S'),
      command(labels.saveAll, 'request.saveAll', 'Ctrl+Shift+S'),
      line,
      command(labels.addFolder, 'collections.addFolder'),
      ...(mac ? [] : [line, settings, line, quit]),
    ],
  };
  const edit: Item = {
    label: labels.edit,
    submenu: [
      { role: 'undo', label: labels.undo },
      { role: 'redo', label: labels.redo },
      line,
      { role: 'cut', label: labels.cut },
      { role: 'copy', label: labels.copy },
      { role: 'paste', label: labels.paste },
      { role: 'selectAll', label: labels.selectAll },
    ],
  };
  const view: Item = {
    label: labels.view,
    submenu: [
      command(labels.collections, 'collections.show', 'Ctrl+Shift+E'),
      command(labels.history, 'history.show', 'Ctrl+Shift+H'),
      command(labels.environments, 'environments.open', 'Ctrl+E'),
      command(labels.quickOpen, 'quickOpen.open', 'Ctrl+P'),
      line,
      command(labels.sidebar, 'sidebar.toggle', 'Ctrl+\\'),
      command(labels.split, 'split.toggle', 'Ctrl+J'),
      line,
      zoom(labels.zoomIn, 'in', 'CommandOrControl+Plus'),
      zoom(labels.zoomOut, 'out', 'CommandOrControl+-'),
      zoom(labels.zoomReset, 'reset', 'CommandOrControl+0'),
      line,
      { role: 'togglefullscreen', label: labels.fullScreen },
      ...(developerTools
        ? [line, { role: 'toggleDevTools', label: labels.developerTools } as const]
        : []),
    ],
  };
  const help: Item = {
    label: labels.help,
    submenu: [
      command(labels.shortcuts, 'shortcuts.show', 'Ctrl+Shift+/'),
      {
        label: labels.apiReference,
        click: () => {
          actions.openLink('braze.apiBasics');
        },
      },
    ],
  };
  const window: Item = {
    label: labels.window,
    submenu: [{ role: 'minimize', label: labels.minimize }],
  };
  return [...(mac ? [appMenu] : []), file, edit, view, ...(mac ? [window] : []), help];
}
