import { describe, expect, it } from 'vitest';
import { newDashedId, newHexId, systemRandom } from './random-ids';

const counting = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, i) => i);

describe('random ids', () => {
  it('have the documented forms', () => {
    expect(newHexId(counting)).toBe('000102030405060708090a0b0c0d0e0f');
    expect(newDashedId(counting)).toBe('00010203-0405-0607-0809-0a0b0c0d0e0f');
  });

  it('differ from call to call', () => {
    const ids = Array.from({ length: 100 }, () => newHexId(systemRandom));
    expect(new Set(ids).size).toBe(100);
  });
});
