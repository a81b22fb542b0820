import { describe, expect, it } from 'vitest';
import type { BodyCase } from '#shared/braze/testing/cases';
import { readCases } from '#shared/braze/testing/cases';
import type { Sandbox } from './sandbox';
import { callSandbox } from './testing/call-sandbox';
import { startSandbox } from './testing/start-sandbox';

const cases = readCases();

/** Sends the cases one after the other; gives those whose answer is not what their level calls for. */
async function surprises(sandbox: Sandbox, chosen: readonly BodyCase[]): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const { name, endpoint, body, level } of chosen) {
    const { status, text } = await callSandbox(sandbox, { path: endpoint, body });
    const wanted = level === 'error' ? 400 : 201;
    if (status !== wanted) found.push({ name, level, status, text });
  }
  return found;
}

describe('the shared cases', () => {
  it('are refused exactly where a rule is broken', async () => {
    // A large audience limit: the cases repeat themselves.
    const sandbox = await startSandbox({ acceptAnyId: true, quotaAudience: 1000 });
    expect(cases.length).toBeGreaterThan(100);
    expect(await surprises(sandbox, cases)).toEqual([]);
  });

  it('name targets of the sample workspace where they send something legal', async () => {
    const sandbox = await startSandbox({ quotaAudience: 1000 });
    const valid = cases.filter(
      ({ endpoint, level }) => endpoint.endsWith('/send') && level === 'valid',
    );
    expect(valid.length).toBeGreaterThan(20);
    expect(await surprises(sandbox, valid)).toEqual([]);
  });
});
