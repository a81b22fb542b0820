import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import type { DeskApp } from './fixtures';

/** Puts the window there and gives back where the system really put it. */
function moveWindow(app: DeskApp, bounds: Electron.Rectangle): Promise<Electron.Rectangle> {
  return app.electron.evaluate(({ BrowserWindow }, wanted) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.setBounds(wanted);
    return window?.getNormalBounds() ?? wanted;
  }, bounds);
}

function windowBounds(app: DeskApp): Promise<Electron.Rectangle | undefined> {
  return app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
  );
}

test('size and place of the window are remembered', async ({ app }) => {
  const bounds = await moveWindow(app, { x: 40, y: 30, width: 900, height: 620 });
  await app.relaunch();
  expect(await windowBounds(app)).toEqual(bounds);
});

test('theme and zoom are there from the first picture of the next start', async ({ app }) => {
  await app.page.evaluate(() =>
    window.desk.request('settings.update', { theme: 'dark', zoomPercent: 150 }),
  );
  await expect
    .poll(() =>
      app.electron.evaluate(({ BrowserWindow, nativeTheme }) => [
        nativeTheme.themeSource,
        BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(),
        BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
      ]),
    )
    .toEqual(['dark', 1.5, '#111316']);
  await app.close();
  const remembered = JSON.parse(readFileSync(join(app.home, 'window.json'), 'utf8')) as object;
  expect(remembered).toMatchObject({ theme: 'dark', zoomPercent: 150 });

  await app.relaunch();
  const next = await app.electron.evaluate(({ BrowserWindow }) => [
    BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
    BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(),
  ]);
  expect(next).toEqual(['#111316', 1.5]);
});

test('the menu speaks the language of the settings', async ({ app }) => {
  const firstItem = () =>
    app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items[0]?.label);
  for (const [language, label] of [
    ['de', 'Datei'],
    ['fr', 'Fichier'],
    ['ko', '파일'],
    ['en', 'File'],
  ] as const) {
    await app.page.evaluate(
      (chosen) => window.desk.request('settings.update', { language: chosen }),
      language,
    );
    await expect.poll(firstItem).toBe(label);
  }
});

test('a second start on the same user data ends by itself and changes nothing', async ({ app }) => {
  const { spawn } = await import('node:child_process');
  const first = app.electron.process();
  const args = first.spawnargs.slice(1).filter((arg) => !/^--(inspect|remote-debugging)/.test(arg));
  const code = await new Promise((resolve) => {
    const second = spawn(first.spawnfile, args, {
      env: { ...process.env, DESK_HOME: app.home },
      stdio: 'ignore',
    });
    second.on('exit', resolve);
  });
  expect(code).toBe(0);
  const info = await app.page.evaluate(() => window.desk.request('app.info', {}));
  expect(info.ok).toBe(true);
  expect(app.log().filter(({ event }) => event === 'app started')).toHaveLength(1);
});

test('a page whose process ends is loaded again, with the bridge', async ({ app }) => {
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  // A script that is handed to a process about to end is never answered.
  const ends = () => app.log().filter(({ event }) => event === 'page process ended');
  await expect.poll(ends).toHaveLength(1);
  // Playwright's page stays crashed; the app's own view of it is what counts.
  await expect
    .poll(() =>
      app.electron.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        if (contents === undefined || contents.isCrashed() || contents.isLoading()) return null;
        const script = `window.desk.request('app.info', {}).then(({ ok }) => ok)`;
        return (await contents.executeJavaScript(script)) as unknown;
      }),
    )
    .toBe(true);
  expect(ends()).toHaveLength(1);
});

test('what the page saves when the window closes is saved', async ({ app }) => {
  const id = '3f0d5f6e-8f1c-4d9a-9b38-0a5f4f1e2d3c';
  await app.page.evaluate((draftId) => {
    window.desk.on('app.quitRequested', () => {
      void window.desk.request('drafts.save', {
        id: draftId,
        ref: null,
        title: 'Last words',
        text: '{"kept": true}',
        baseRevision: null,
      });
    });
  }, id);
  await app.relaunch();
  const drafts = await app.page.evaluate(() => window.desk.request('drafts.list', {}));
  expect(drafts).toMatchObject({ ok: true });
  expect(JSON.stringify(drafts)).toContain('Last words');
});
