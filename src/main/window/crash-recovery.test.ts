import { describe, expect, it } from 'vitest';
import { crashWindowMs, createCrashRecovery } from './crash-recovery';

describe('createCrashRecovery', () => {
  it('reloads once, then asks, then reloads again when it is long ago', () => {
    let now = 1_000;
    const decide = createCrashRecovery(() => now);
    expect(decide('clean-exit')).toBe('ignore');
    expect(decide('crashed')).toBe('reload');
    now += crashWindowMs - 1;
    expect(decide('oom')).toBe('ask');
    now += 1;
    expect(decide('killed')).toBe('reload');
  });
});
