import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { JSHandle } from '@playwright/test';
import { sandboxArguments } from '../scripts/lib/electron-runtime.mjs';
import { expect, projectRoot, test } from './fixtures';
import { MainWindow } from './pages/main-window';
import { historyOutcomes } from './steps';

/** What is used here of Electron's window. */
interface OwnWindow {
  hide(): void;
  isVisible(): boolean;
}

test('a second start on the same home shows the first window and ends', async ({ app }) => {
  const main = new MainWindow(app.page);
  await main.open('Welcome');
  await main.replaceBody('{ "campaign_id": "still-being-typed" }');
  await expect(main.tab('Welcome')).toHaveAttribute('data-dirty', 'true');
  const window = (await app.electron.browserWindow(app.page)) as JSHandle<OwnWindow>;
  await window.evaluate((own) => {
    own.hide();
  });
  const lines = app.log().length;

  const program = app.electron.process().spawnfile;
  const second = spawn(program, [projectRoot, ...sandboxArguments()], {
    cwd: projectRoot,
    env: { ...process.env, DESK_HOME: app.home },
    stdio: 'ignore',
  });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  await expect.poll(() => window.evaluate((own) => own.isVisible())).toBe(true);
  expect(app.electron.windows()).toHaveLength(1);
  // It neither started an engine of its own nor touched what is being typed.
  const started = app
    .log()
    .slice(lines)
    .map(({ msg }) => msg);
  expect(started).not.toContain('app started');
  await expect.poll(() => main.shownText()).toContain('still-being-typed');
  expect(await historyOutcomes(app.page)).toEqual([]);
});
