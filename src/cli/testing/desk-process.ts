import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';

const project = join(import.meta.dirname, '../../..');

/** What a run of the program left behind. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run that has not ended. */
export interface Running {
  readonly child: ChildProcess;
  /** The first line of its results. */
  firstLine(): Promise<string>;
  /** What it has said on standard error until now. */
  errors(): string;
  readonly ended: Promise<Finished>;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Everything that is read; null leaves standard input open. Nothing unless given. */
  readonly input?: string | Uint8Array | null;
  readonly cwd?: string;
}

export interface Desk {
  start(args: readonly string[], options?: RunOptions): Running;
  run(args: readonly string[], options?: RunOptions): Promise<Finished>;
}

/** Builds the program once for a test file and starts it as a process of its own, as a user would. */
export function useDesk(): Desk {
  let folder = '';
  beforeAll(async () => {
    // Inside the project, so that the built files find node_modules.
    folder = await mkdtemp(join(project, '.cache', 'desk-'));
    await build({
      root: project,
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: true,
        outDir: folder,
        emptyOutDir: false,
        target: 'node20',
        rolldownOptions: {
          input: {
            desk: join(project, 'src/cli/desk.ts'),
            'ledger-worker': join(project, 'src/engine/ledger/worker.ts'),
          },
          output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    });
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const start = (args: readonly string[], options: RunOptions = {}): Running => {
    const child = spawn(process.execPath, [join(folder, 'desk.js'), ...args], {
      cwd: options.cwd,
      // Nothing of this machine's user: no home, no bus, no keys.
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        DESK_HOME: join(folder, 'home'),
        ...options.env,
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    // A program that has ended reads no more; that is what some tests are about.
    child.stdin.on('error', () => undefined);
    if (options.input !== null) child.stdin.end(options.input ?? '');
    const ended = new Promise<Finished>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, stdout, stderr }));
    });
    return {
      child,
      ended,
      errors: () => stderr,
      firstLine: () =>
        new Promise((resolve, reject) => {
          const look = (): void => {
            const end = stdout.indexOf('\n');
            if (end >= 0) resolve(stdout.slice(0, end));
          };
          child.stdout.on('data', look);
          look();
          void ended.then(({ code }) => reject(new Error(`ended with ${String(code)}: ${stderr}`)));
        }),
    };
  };
  return { start, run: (args, options) => start(args, options).ended };
}
