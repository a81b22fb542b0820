import type { GateBlock } from '#shared/domain/gate';
import type { QueueReason } from '#shared/domain/queue';

/** Why an entry stays that the gate has something against; null where it has nothing. */
export function reasonOfBlocks(blocks: readonly GateBlock[]): QueueReason | null {
  if (blocks.length === 0) return null;
  const only = blocks.every((block) => block.code === 'confirmation' && block.kind === 'duplicate');
  return only ? 'repeated' : 'blocked';
}
