import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { launchApp } from '../scripts/lib/launch-app.mjs';
import { insideVirtualDesktop, startDisplay } from '../scripts/lib/virtual-desktop.mjs';
import type { DeskBridge } from '../src/shared/ipc/bridge';

declare global {
  interface Window {
    readonly desk: DeskBridge;
  }
}

export { expect } from '@playwright/test';

/** The folder with package.json, which is what Electron is told to start. */
export const projectRoot = join(import.meta.dirname, '..');

/** The running app with user data of its own. `page` and `electron` are those of the latest start. */
export interface DeskApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  /** The folder that holds all user data; gone after the test. */
  readonly home: string;
  /** What the program has printed since it was started first. */
  output(): string;
  /** The lines of the app's own log, oldest first. */
  log(): readonly Readonly<Record<string, unknown>>[];
  /** Quits as a user does and resolves when the process has ended. */
  close(): Promise<void>;
  /** Quits if it still runs, starts again on the same user data. */
  relaunch(): Promise<Page>;
}

interface Options {
  /** Variables added to the environment of the app. */
  launchEnv: Readonly<Record<string, string>>;
  /** Arguments added to the app's command line. */
  launchArgs: readonly string[];
}

/** The tests' own environment without what would change the app under test. */
function cleanEnvironment(): Record<string, string> {
  const clean: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value === undefined || name.startsWith('DESK_') || name.startsWith('ELECTRON_')) continue;
    clean[name] = value;
  }
  return clean;
}

async function openApp(home: string, options: Options): Promise<DeskApp> {
  let output = '';
  let running: { electron: ElectronApplication; page: Page } | null = null;

  const launch = (): Promise<{ electron: ElectronApplication; page: Page }> =>
    launchApp(home, {
      args: options.launchArgs,
      env: { ...cleanEnvironment(), ...options.launchEnv },
      heard: (text) => (output += text),
    });
  let latest = await launch();
  running = latest;

  async function close(): Promise<void> {
    const ending = running;
    running = null;
    await ending?.electron.close();
  }
  return {
    get electron() {
      return latest.electron;
    },
    get page() {
      return latest.page;
    },
    home,
    output: () => output,
    log() {
      const text = readFileSync(join(home, 'logs', 'desk.ndjson'), 'utf8');
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    },
    close,
    async relaunch() {
      await close();
      latest = await launch();
      running = latest;
      return latest.page;
    },
  };
}

/** `app` is started anew for each test, on fresh user data, and gone after it. */
export const test = base.extend<Options & { home: string; app: DeskApp }, { display: null }>({
  // Two apps on one display would have one clipboard, and take the focus from each other.
  display: [
    async ({}, use) => {
      if (!insideVirtualDesktop()) {
        await use(null);
        return;
      }
      const { server, display } = await startDisplay();
      process.env['DISPLAY'] = display;
      await use(null);
      server.kill();
    },
    { scope: 'worker', auto: true },
  ],

  launchEnv: [{}, { option: true }],
  launchArgs: [[], { option: true }],

  home: async ({}, use) => {
    const home = mkdtempSync(join(tmpdir(), 'dispatch-desk-home-'));
    await use(home);
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },

  app: async ({ home, launchEnv, launchArgs }, use, info) => {
    const app = await openApp(home, { launchEnv, launchArgs });
    await use(app);
    if (info.status !== info.expectedStatus) {
      await info.attach('output.txt', { body: app.output(), contentType: 'text/plain' });
      const screenshot = await app.page.screenshot().catch(() => null);
      if (screenshot !== null) {
        await info.attach('window.png', { body: screenshot, contentType: 'image/png' });
      }
    }
    await app.close();
  },
});
