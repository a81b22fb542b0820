import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { listenForInterruption } from './interruption';

function create(): {
  source: EventEmitter;
  ends: () => number;
  interruption: ReturnType<typeof listenForInterruption>;
} {
  const source = new EventEmitter();
  let ends = 0;
  const interruption = listenForInterruption(
    source as unknown as NodeJS.Process,
    () => (ends += 1),
  );
  return { source, ends: () => ends, interruption };
}

describe('listenForInterruption', () => {
  it('ends the program at once while nobody has taken over', () => {
    const { source, ends, interruption } = create();
    source.emit('SIGINT');
    expect(ends()).toBe(1);
    expect(interruption.signal()).toBeNull();
  });

  it('hands over the first signal, and ends at the second', async () => {
    const { source, ends, interruption } = create();
    const signalled = interruption.takeOver();
    source.emit('SIGTERM');
    expect(await signalled).toBe('SIGTERM');
    expect(interruption.signal()).toBe('SIGTERM');
    expect(ends()).toBe(0);
    source.emit('SIGINT');
    expect(ends()).toBe(1);
  });
});
