import { DeskError } from '#shared/errors';
import type { Ledger } from '../ledger/ledger';
import type { QueueStore } from './queue-store';
import type { StoredEntry } from './stored-entry';

/**
 * Decides about an entry that was taken out and whose end nobody saw. Its ledger row is on disk before the
 * call leaves: with a row it is gone from the queue, and the history says what is known of it; without one
 * it did not leave and asks. Where the history cannot be read it asks too, and can only be removed.
 */
export async function settleInterrupted(
  store: QueueStore,
  ledger: Pick<Ledger, 'get'>,
  { id, rowId }: StoredEntry,
): Promise<void> {
  const found = rowId === null ? 'none' : await rowOf(ledger, rowId);
  if (found === 'left') {
    await store.drop(id, () => true, false);
    return;
  }
  await store.change(
    id,
    (entry) =>
      found === 'unreadable'
        ? { ...entry, state: 'asking', reason: 'unclear' }
        : {
            ...entry,
            state: 'asking',
            reason: found === 'blocked' ? 'blocked' : 'interrupted',
            rowId: null,
          },
    false,
  );
}

async function rowOf(
  ledger: Pick<Ledger, 'get'>,
  rowId: string,
): Promise<'left' | 'blocked' | 'none' | 'unreadable'> {
  try {
    const { outcome } = await ledger.get({ id: rowId });
    return outcome === 'blocked' ? 'blocked' : 'left';
  } catch (error) {
    return error instanceof DeskError && error.code === 'not_found' ? 'none' : 'unreadable';
  }
}
