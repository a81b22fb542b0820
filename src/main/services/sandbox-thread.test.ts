import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { startSandboxThread } from './sandbox-thread';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-thread-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;
/** A thread's program: the line that every one begins with, and the rest. */
function program(text: string): URL {
  const file = join(folder, `thread-${(files += 1)}.mjs`);
  writeFileSync(
    file,
    `import { parentPort as port, workerData as data } from 'node:worker_threads';\n${text}`,
  );
  return pathToFileURL(file);
}

const data = { apiKey: 'key-of-this-start', scenario: 'accepted' };
const obedient = `
port.postMessage({ ok: true, url: 'http://127.0.0.1:1/' + data.scenario + data.apiKey.length });
port.on('message', ({ kind, scenario }) => {
  if (scenario === 'end') process.exit(1);
  if (scenario === 'bad') port.postMessage({ ok: false, error: { code: 'invalid_input', params: { scenario } } });
  else port.postMessage({ ok: true, url: '' });
  if (kind === 'stop') port.close();
});`;

describe('startSandboxThread', () => {
  it('starts, takes orders, passes refusals on, and stops', async () => {
    const onEnded = vi.fn();
    const thread = await startSandboxThread(program(obedient), data, onEnded);
    expect(thread.url).toBe(`http://127.0.0.1:1/accepted${data.apiKey.length}`);
    await thread.setScenario('queued');
    await expect(thread.setScenario('bad')).rejects.toMatchObject({
      code: 'invalid_input',
      params: { scenario: 'bad' },
    });
    await Promise.all([thread.stop(), thread.stop()]);
    await expect(thread.setScenario('queued')).rejects.toMatchObject({ code: 'sandbox_stopped' });
    expect(onEnded).not.toHaveBeenCalled();
  });

  it.each([
    [
      'says why',
      `port.postMessage({ ok: false, error: { code: 'port_taken', params: {} } }); port.close();`,
      'port_taken',
    ],
    ['throws', `throw new Error('broken');`, 'sandbox_stopped'],
    ['just ends', ``, 'sandbox_stopped'],
  ])('rejects when the thread %s instead of starting', async (_name, text, code) => {
    const onEnded = vi.fn();
    const start = startSandboxThread(program(text), data, onEnded);
    await expect(start).rejects.toMatchObject({ code });
    expect(onEnded).not.toHaveBeenCalled();
  });

  it('tells when the thread ends by itself, and refuses what was waiting', async () => {
    const onEnded = vi.fn();
    const thread = await startSandboxThread(program(obedient), data, onEnded);
    await expect(thread.setScenario('end')).rejects.toMatchObject({ code: 'sandbox_stopped' });
    await vi.waitFor(() => {
      expect(onEnded).toHaveBeenCalledTimes(1);
    });
    await thread.stop();
  });

  it('stops a thread that does not answer', async () => {
    const deaf = `port.postMessage({ ok: true, url: '' }); port.on('message', () => { throw new Error('deaf'); });`;
    const thread = await startSandboxThread(program(deaf), data, vi.fn());
    await thread.stop();
    await expect(thread.setScenario('queued')).rejects.toMatchObject({ code: 'sandbox_stopped' });
  });
});
