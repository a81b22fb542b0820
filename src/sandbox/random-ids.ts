import { randomBytes } from 'node:crypto';

/** Gives so many random bytes. */
export type RandomBytes = (size: number) => Uint8Array;

/** The system's cryptographic source. */
export const systemRandom: RandomBytes = (size) => randomBytes(size);

/** 32 hex digits, the form of a `dispatch_id`. */
export function newHexId(random: RandomBytes): string {
  return Buffer.from(random(16)).toString('hex');
}

/** 8-4-4-4-12 hex digits, the form of keys, campaign ids and send ids as seen in practice. */
export function newDashedId(random: RandomBytes): string {
  const hex = newHexId(random);
  return [0, 8, 12, 16, 20]
    .map((start, i, starts) => hex.slice(start, starts[i + 1] ?? 32))
    .join('-');
}
