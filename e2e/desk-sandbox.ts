import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const program = join(import.meta.dirname, '..', 'out', 'main', 'desk.js');

/** A line of the server's own record of what arrived. */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly body?: unknown;
  /** Of the bytes as received, in hex. */
  readonly bodySha256?: string | null;
}

/** A Braze-compatible server in a process of its own: `desk sandbox`, as a user would start it. */
export interface DeskSandbox {
  readonly url: string;
  readonly apiKey: string;
  /** Requests that arrived, oldest first. */
  arrivals(): readonly Arrival[];
  stop(): Promise<void>;
}

export async function startDeskSandbox(folder: string, ...options: string[]): Promise<DeskSandbox> {
  const journal = join(folder, `arrivals-${Date.now()}.ndjson`);
  const child = spawn(process.execPath, [program, 'sandbox', '--journal', journal, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const first = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`desk sandbox ended with ${String(code)}`)));
  });
  const { url, apiKey } = JSON.parse(first) as { url: string; apiKey: string };
  return {
    url,
    apiKey,
    arrivals() {
      const lines = readFileSync(journal, 'utf8')
        .split('\n')
        .filter((line) => line !== '');
      return lines.map((line) => JSON.parse(line) as Arrival);
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
