import type { Dispatch } from '#shared/domain/dispatch';
import { DeskError } from '#shared/errors';

/** The sends of this session that somebody waits for, by their attempt. */
export interface Holds {
  /** Before it is in the queue. @throws DeskError `attempt_repeated` when the id was used before. */
  prepare(id: string): void;
  /** Undoes one that is not in the queue yet; false when it is or was. */
  undoEarly(id: string): boolean;
  isUndone(id: string): boolean;
  /** It is in the queue: resolves with what becomes of it. */
  begin(id: string): Promise<Dispatch>;
  has(id: string): boolean;
  resolve(id: string, dispatch: Dispatch): void;
  reject(id: string, error: unknown): void;
  forget(id: string): void;
}

interface Waiting {
  readonly resolve: (dispatch: Dispatch) => void;
  readonly reject: (error: unknown) => void;
}

export function createHolds(): Holds {
  const used = new Set<string>();
  const preparing = new Map<string, 'wanted' | 'undone'>();
  const waiting = new Map<string, Waiting>();
  return {
    prepare(id) {
      if (used.has(id)) throw new DeskError('attempt_repeated', { attemptId: id });
      used.add(id);
      preparing.set(id, 'wanted');
    },
    undoEarly(id) {
      if (!preparing.has(id)) return false;
      preparing.set(id, 'undone');
      return true;
    },
    isUndone: (id) => preparing.get(id) === 'undone',
    begin(id) {
      preparing.delete(id);
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
    has: (id) => waiting.has(id),
    resolve(id, dispatch) {
      waiting.get(id)?.resolve(dispatch);
      waiting.delete(id);
    },
    reject(id, error) {
      waiting.get(id)?.reject(error);
      waiting.delete(id);
    },
    forget(id) {
      preparing.delete(id);
      waiting.delete(id);
    },
  };
}
