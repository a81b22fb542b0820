import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/**
 * Makes ids (UUID version 7) of which a later one always sorts after an earlier one of the same process,
 * also within a millisecond and when the clock is set back.
 */
export function createDispatchIds(now: () => number): () => string {
  const random = createRandomBytes();
  let lastMs = 0;
  let sequence = 0;
  return () => {
    const ms = Math.max(Math.floor(now()), lastMs);
    sequence = ms === lastMs ? sequence + 1 : 0;
    lastMs = ms;
    return v7({ msecs: ms, seq: sequence, random: random() });
  };
}

/** What one id takes. */
const idBytes = 16;
const pooledIds = 256;

/** Fresh random bytes, each given away once; the system is asked for those of many ids at a time. */
function createRandomBytes(): () => Uint8Array {
  const pool = new Uint8Array(idBytes * pooledIds);
  let next = pool.length;
  return () => {
    if (next === pool.length) {
      randomFillSync(pool);
      next = 0;
    }
    next += idBytes;
    return pool.subarray(next - idBytes, next);
  };
}
