import { onTestFinished } from 'vitest';
import { createSandbox } from '../create-sandbox';
import type { Sandbox, SandboxOptions } from '../sandbox';

/** A Wednesday, 20 minutes and 30 seconds past an hour. */
export const testNow = Date.UTC(2031, 3, 2, 10, 20, 30);

/** The key of sandboxes under test. */
export const testKey = 'sandbox-test-key-0123456789';

/** A clock that a test sets. */
export interface TestClock {
  now: () => number;
  advance(ms: number): void;
}

/** Creates a clock at `testNow`. */
export function createTestClock(): TestClock {
  let at = testNow;
  return {
    now: () => at,
    advance(ms) {
      at += ms;
    },
  };
}

/** Starts a sandbox that stops with the test. */
export async function startSandbox(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await createSandbox({
    now: () => testNow,
    apiKey: testKey,
    dripMs: 1,
    ...options,
  });
  onTestFinished(() => sandbox.stop());
  return sandbox;
}
