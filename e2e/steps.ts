import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { RouteInput, RouteOutput } from '../src/shared/ipc/contract';
import type { RouteName } from '../src/shared/ipc/names';
import { expect } from './fixtures';
import type { DeskApp } from './fixtures';
import { Environments } from './pages/environments';
import type { MainWindow } from './pages/main-window';

/** Asks the app as its page does; fails with the error's code. */
export async function ask<K extends RouteName>(
  page: Page,
  name: K,
  input: RouteInput<K>,
): Promise<RouteOutput<K>> {
  const call: { readonly name: string; readonly input: unknown } = { name, input };
  const result = await page.evaluate(
    (one) => window.desk.request(one.name as RouteName, one.input as never),
    call,
  );
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
  return result.value as RouteOutput<K>;
}

/** Makes an environment for that server, with its key for this session, and chooses it; its id. */
export async function useServer(
  page: Page,
  server: { readonly url: string; readonly apiKey: string; readonly timeoutMs?: number },
  name = 'Staging',
): Promise<string> {
  const { id } = await ask(page, 'environments.create', {
    name,
    color: 'blue',
    host: { kind: 'custom', url: server.url },
    production: false,
    variables: [],
    testUsers: [],
    reservePercent: 10,
    timeoutMs: server.timeoutMs ?? 30_000,
  });
  await ask(page, 'secrets.set', { environmentId: id, key: server.apiKey, keep: 'session' });
  await ask(page, 'settings.update', { activeEnvironmentId: id });
  await expect(new Environments(page).trigger).toContainText(name);
  return id;
}

/** The outcomes in the history, newest first. */
export async function historyOutcomes(page: Page): Promise<string[]> {
  const { items } = await ask(page, 'history.list', {
    query: '',
    environmentId: null,
    outcomes: [],
    before: null,
    limit: 50,
  });
  return items.map(({ outcome }) => outcome);
}

/** Every file below a folder by its path, with a hash of its bytes. */
export function filesBelow(folder: string): Readonly<Record<string, string>> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    found.map((file) => [
      file.slice(folder.length + 1),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  );
}

/** Where a first start puts the sample requests. */
export function samplesFolder(home: string): string {
  return join(home, 'collections', 'Samples');
}

/** Ends the app as a power cut does: nothing in it gets to say or save anything more. */
export async function kill(app: DeskApp): Promise<void> {
  const program = app.electron.process();
  const ended = once(program, 'exit');
  program.kill('SIGKILL');
  await ended;
}

/** The texts of unsaved edits that are on disk. */
export function draftTexts(home: string): string[] {
  const folder = join(home, 'drafts');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
    .map((name) => {
      const draft = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { text: string };
      return draft.text;
    });
}

/** Adds a folder to the collections as a person does who picks it in the system's dialog. */
export async function addFolder(app: DeskApp, folder: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, picked) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [picked] });
  }, folder);
  await app.page.getByRole('button', { name: 'Add folder' }).click();
}

/** Opens an empty request beside the first sample, which stays open. */
export async function openNewRequest(main: MainWindow): Promise<void> {
  await main.open('Welcome');
  // Kept open: a preview would give way to the next.
  await main.tab('Welcome').dblclick();
  await main.page.getByTestId('new-request').click();
  await expect(main.tab('Untitled')).toHaveAttribute('aria-selected', 'true');
}
