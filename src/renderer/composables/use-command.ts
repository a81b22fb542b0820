import { onScopeDispose } from 'vue';
import type { CommandHandler, CommandId } from '../lib/commands';
import { registerCommand } from '../lib/commands';

/** Registers a command for as long as the component lives. */
export function useCommand(
  id: CommandId,
  run: CommandHandler['run'],
  enabled?: () => boolean,
): void {
  onScopeDispose(registerCommand(id, enabled === undefined ? { run } : { run, enabled }));
}
