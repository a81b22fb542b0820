import { hash } from 'node:crypto';

/** Remembers which users a file has named, in about 40 bytes each whatever their names. */
export interface SeenUsers {
  /** The line that named the user first; 0 when this is the first time. Lines are from 1. */
  add(identity: string, line: number): number;
  readonly size: number;
}

const wordsPerKey = 4;

/**
 * Makes an empty memory. A user is known by 128 bits of SHA-256: among a hundred million users, the chance that any
 * two different ones are taken for the same is under 1 in 10²².
 */
export function createSeenUsers(): SeenUsers {
  let capacity = 1024;
  let keys = new Uint32Array(capacity * wordsPerKey);
  /** 0: a free place. */
  let lines = new Uint32Array(capacity);
  let size = 0;

  /** The place of a key, or the free one where it belongs. */
  const placeOf = (a: number, b: number, c: number, d: number): number => {
    for (let place = a & (capacity - 1); ; place = (place + 1) & (capacity - 1)) {
      if (lines[place] === 0) return place;
      const at = place * wordsPerKey;
      if (keys[at] === a && keys[at + 1] === b && keys[at + 2] === c && keys[at + 3] === d)
        return place;
    }
  };
  const put = (place: number, a: number, b: number, c: number, d: number, line: number): void => {
    const at = place * wordsPerKey;
    keys[at] = a;
    keys[at + 1] = b;
    keys[at + 2] = c;
    keys[at + 3] = d;
    lines[place] = line;
  };
  const grow = (): void => {
    const before = { keys, lines, capacity };
    capacity *= 2;
    keys = new Uint32Array(capacity * wordsPerKey);
    lines = new Uint32Array(capacity);
    for (let place = 0; place < before.capacity; place += 1) {
      const line = before.lines[place] ?? 0;
      if (line === 0) continue;
      const at = place * wordsPerKey;
      const [a = 0, b = 0, c = 0, d = 0] = before.keys.subarray(at, at + wordsPerKey);
      put(placeOf(a, b, c, d), a, b, c, d, line);
    }
  };

  return {
    add(identity, line) {
      const digest = hash('sha256', identity, 'buffer');
      const a = digest.readUInt32LE(0);
      const b = digest.readUInt32LE(4);
      const c = digest.readUInt32LE(8);
      const d = digest.readUInt32LE(12);
      const place = placeOf(a, b, c, d);
      const first = lines[place] ?? 0;
      if (first !== 0) return first;
      put(place, a, b, c, d, line);
      size += 1;
      if (size > capacity * 0.7) grow();
      return 0;
    },
    get size() {
      return size;
    },
  };
}
