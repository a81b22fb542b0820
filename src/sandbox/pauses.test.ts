import type { ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPauses } from './pauses';

/** All that a pause needs of a response: that it can close. */
function openResponse(): ServerResponse {
  return new PassThrough() as unknown as ServerResponse;
}

describe('createPauses', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('waits as long as asked, and no timer is left', async () => {
    const pause = createPauses().pause(1000, openResponse());
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(1000);
    expect(await pause).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('takes no timer for no wait', async () => {
    expect(await createPauses().pause(0, openResponse())).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends early when the connection closes', async () => {
    const response = openResponse();
    const pause = createPauses().pause(1000, response);
    response.destroy();
    expect(await pause).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
    expect(response.listenerCount('close')).toBe(0);
  });

  it('does not begin on a closed connection', async () => {
    const response = openResponse();
    response.destroy();
    expect(await createPauses().pause(1000, response)).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends all pauses, present and future', async () => {
    const pauses = createPauses();
    const present = [1, 2, 3].map((s) => pauses.pause(s * 1000, openResponse()));
    expect(vi.getTimerCount()).toBe(3);
    pauses.endAll();
    expect(await Promise.all(present)).toEqual([false, false, false]);
    expect(await pauses.pause(1000, openResponse())).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });
});
