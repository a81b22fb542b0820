import { v7 } from 'uuid';

/**
 * Makes ids (UUID version 7) of which a later one always sorts after an earlier one of the same process,
 * also within a millisecond and when the clock is set back.
 */
export function createDispatchIds(now: () => number): () => string {
  let lastMs = 0;
  let sequence = 0;
  return () => {
    const ms = Math.max(Math.floor(now()), lastMs);
    sequence = ms === lastMs ? sequence + 1 : 0;
    lastMs = ms;
    return v7({ msecs: ms, seq: sequence });
  };
}
