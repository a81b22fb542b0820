import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { useDesk } from './testing/desk-process';

const desk = useDesk();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-sandbox-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const body = {
  campaign_id: '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11',
  recipients: [{ external_user_id: 'qa-1' }],
};

async function call(url: string, apiKey: string): Promise<Response> {
  return fetch(`${url}/campaigns/trigger/send`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

describe('desk sandbox', () => {
  it('says where it is, answers, keeps a journal, and stops cleanly when told to', async () => {
    const journal = join(folder, 'journal.ndjson');
    const running = desk.start(['sandbox', '--journal', journal, '--quota-hour', '7']);
    const first: unknown = JSON.parse(await running.firstLine());
    expect(first).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
      apiKey: expect.any(String) as string,
    });
    const { url, apiKey } = first as { url: string; apiKey: string };

    const answer = await call(url, apiKey);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-ratelimit-limit')).toBe('7');
    expect((await call(url, 'another-key')).status).toBe(401);
    const lines = (await readFile(journal, 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { status: number }).status)).toEqual([
      201, 401,
    ]);
    expect(lines.join('')).not.toContain(apiKey);

    running.child.kill('SIGTERM');
    const { code, stdout, stderr } = await running.ended;
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain(apiKey);
    await expect(call(url, apiKey)).rejects.toThrow();
  });

  it('stops in the middle of a call, and reports Ctrl+C as an interruption', async () => {
    const running = desk.start(['sandbox', '--scenario', 'hang']);
    const { url, apiKey } = JSON.parse(await running.firstLine()) as {
      url: string;
      apiKey: string;
    };
    const waiting = expect(call(url, apiKey)).rejects.toThrow();
    running.child.kill('SIGINT');
    expect((await running.ended).code).toBe(130);
    await waiting;
  });

  it('goes on when nobody reads its output any more', async () => {
    const running = desk.start(['sandbox']);
    const { url, apiKey } = JSON.parse(await running.firstLine()) as {
      url: string;
      apiKey: string;
    };
    running.child.stdout?.destroy();
    running.child.stderr?.destroy();
    expect((await call(url, apiKey)).status).toBe(201);
    running.child.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
  });

  it('names a port that is taken and a journal that cannot be written', async () => {
    const running = desk.start(['sandbox']);
    const { url } = JSON.parse(await running.firstLine()) as { url: string };
    const { port } = new URL(url);
    const second = await desk.run(['sandbox', '--port', port]);
    expect(second).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining(`port ${port} is taken`) as string,
    });
    running.child.kill('SIGTERM');
    await running.ended;
    const lost = await desk.run(['sandbox', '--journal', join(folder, 'gone', 'journal')]);
    expect(lost.code).toBe(2);
    expect(lost.stdout).toBe('');
    expect(lost.stderr.trimEnd()).not.toContain('\n');
  });

  it('answers no sooner than its latency', async () => {
    const running = desk.start(['sandbox', '--latency', '150']);
    const { url, apiKey } = JSON.parse(await running.firstLine()) as {
      url: string;
      apiKey: string;
    };
    const start = performance.now();
    await call(url, apiKey);
    expect(performance.now() - start).toBeGreaterThan(140);
    running.child.kill('SIGTERM');
    await vi.waitFor(() => expect(running.child.exitCode).toBe(0), 5000);
  });
});
