import type { MessageKey } from '../i18n/use-text';

interface CommandShape {
  readonly id: string;
  readonly title: MessageKey;
  /** `Mod` is Ctrl, and Cmd on macOS. Named by the physical key (`KeyboardEvent.code`) without `Key`/`Digit`. */
  readonly keys: readonly string[];
  /** Not offered in the palette: it is the palette, or needs a position in the window. */
  readonly hidden?: true;
}

/** Every command of the window: its id (the native menu uses it too), its name and its keys. */
export const commandTable = [
  { id: 'request.send', title: 'commands.requestSend', keys: ['Mod+Enter'] },
  { id: 'request.cancel', title: 'commands.requestCancel', keys: [] },
  { id: 'request.sendAt', title: 'commands.requestSendAt', keys: [] },
  { id: 'queue.show', title: 'commands.queueShow', keys: [] },
  { id: 'request.validate', title: 'commands.requestValidate', keys: [] },
  { id: 'target.choose', title: 'commands.targetChoose', keys: [] },
  { id: 'request.new', title: 'commands.requestNew', keys: ['Mod+N'] },
  { id: 'suite.new', title: 'commands.suiteNew', keys: [] },
  { id: 'request.save', title: 'commands.requestSave', keys: ['Mod+S'] },
  { id: 'request.saveAll', title: 'commands.requestSaveAll', keys: ['Mod+Shift+S'] },
  { id: 'request.duplicate', title: 'commands.requestDuplicate', keys: ['Mod+D'] },
  { id: 'request.rename', title: 'commands.requestRename', keys: ['F2'] },
  { id: 'curl.paste', title: 'commands.curlPaste', keys: [] },
  { id: 'curl.copyBash', title: 'commands.curlCopyBash', keys: [] },
  { id: 'curl.copyCmd', title: 'commands.curlCopyCmd', keys: [] },
  { id: 'curl.copyPowershell', title: 'commands.curlCopyPowershell', keys: [] },
  { id: 'body.format', title: 'commands.bodyFormat', keys: ['Shift+Alt+F'] },
  { id: 'body.goToField', title: 'commands.bodyGoToField', keys: ['Mod+Shift+O'] },
  { id: 'body.reference', title: 'commands.bodyReference', keys: ['Mod+I'] },
  { id: 'palette.open', title: 'commands.paletteOpen', keys: ['Mod+K', 'F1'], hidden: true },
  { id: 'quickOpen.open', title: 'commands.quickOpen', keys: ['Mod+P'] },
  { id: 'tab.close', title: 'commands.tabClose', keys: ['Mod+W'] },
  { id: 'tab.reopen', title: 'commands.tabReopen', keys: ['Mod+Shift+T'] },
  { id: 'tab.next', title: 'commands.tabNext', keys: ['Ctrl+Tab', 'Ctrl+PageDown'] },
  { id: 'tab.previous', title: 'commands.tabPrevious', keys: ['Ctrl+Shift+Tab', 'Ctrl+PageUp'] },
  { id: 'tab.go1', title: 'commands.tabGo', keys: ['Mod+1'], hidden: true },
  { id: 'tab.go2', title: 'commands.tabGo', keys: ['Mod+2'], hidden: true },
  { id: 'tab.go3', title: 'commands.tabGo', keys: ['Mod+3'], hidden: true },
  { id: 'tab.go4', title: 'commands.tabGo', keys: ['Mod+4'], hidden: true },
  { id: 'tab.go5', title: 'commands.tabGo', keys: ['Mod+5'], hidden: true },
  { id: 'tab.go6', title: 'commands.tabGo', keys: ['Mod+6'], hidden: true },
  { id: 'tab.go7', title: 'commands.tabGo', keys: ['Mod+7'], hidden: true },
  { id: 'tab.go8', title: 'commands.tabGo', keys: ['Mod+8'], hidden: true },
  { id: 'tab.goLast', title: 'commands.tabLast', keys: ['Mod+9'] },
  { id: 'collections.show', title: 'commands.collectionsShow', keys: ['Mod+Shift+E'] },
  { id: 'collections.addFolder', title: 'commands.collectionAdd', keys: [] },
  { id: 'environments.open', title: 'commands.environmentsOpen', keys: ['Mod+E'] },
  { id: 'history.show', title: 'commands.historyShow', keys: ['Mod+Shift+H'] },
  { id: 'runs.show', title: 'commands.runsShow', keys: [] },
  { id: 'run.new', title: 'commands.runNew', keys: [] },
  { id: 'settings.show', title: 'commands.settingsShow', keys: ['Mod+Comma'] },
  { id: 'sidebar.toggle', title: 'commands.sidebarToggle', keys: ['Mod+Backslash'] },
  { id: 'split.toggle', title: 'commands.splitToggle', keys: ['Mod+J'] },
  { id: 'shortcuts.show', title: 'commands.shortcutsShow', keys: ['Mod+Shift+Slash'] },
  { id: 'theme.next', title: 'commands.themeNext', keys: [] },
] as const satisfies readonly CommandShape[];

export type CommandId = (typeof commandTable)[number]['id'];
export type CommandDefinition = CommandShape & { readonly id: CommandId };

/** The table without its literal types, for lists. */
export const commandDefinitions: readonly CommandDefinition[] = commandTable;

export interface CommandHandler {
  readonly run: () => void | Promise<void>;
  /** Absent: always possible. */
  readonly enabled?: () => boolean;
}

const handlers = new Map<CommandId, CommandHandler[]>();

/** Gives a command its meaning; the last registered wins. Returns the function that takes it back. */
export function registerCommand(id: CommandId, handler: CommandHandler): () => void {
  const stack = handlers.get(id) ?? [];
  handlers.set(id, [...stack, handler]);
  return () => {
    handlers.set(
      id,
      (handlers.get(id) ?? []).filter((other) => other !== handler),
    );
  };
}

function currentHandler(id: CommandId): CommandHandler | undefined {
  return handlers.get(id)?.at(-1);
}

export function isCommandEnabled(id: CommandId): boolean {
  const handler = currentHandler(id);
  return handler !== undefined && (handler.enabled?.() ?? true);
}

/** Runs a command if it is possible now; true when it ran. */
export function runCommand(id: CommandId): boolean {
  if (!isCommandEnabled(id)) return false;
  void currentHandler(id)?.run();
  return true;
}

export function isCommandId(text: string): text is CommandId {
  return commandDefinitions.some((command) => command.id === text);
}

/** The first key of a command, or null where it has none. */
export function keysOf(id: CommandId): string | null {
  return commandDefinitions.find((command) => command.id === id)?.keys[0] ?? null;
}
