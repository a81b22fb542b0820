import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  rmdirSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDeskSandbox } from './desk-sandbox';
import { expect, test } from './fixtures';
import { mountSmallDisk, unmount } from './mounts';
import { MainWindow } from './pages/main-window';
import { draftTexts, filesBelow, historyOutcomes, samplesFolder, useServer } from './steps';

/** Writes until not one byte more fits; the file that took the room. */
function fillDisk(folder: string): string {
  const file = join(folder, 'filler');
  const descriptor = openSync(file, 'w');
  const block = Buffer.alloc(64 * 1024, 1);
  for (let size = block.length; size >= 1;) {
    try {
      writeSync(descriptor, block, 0, size);
    } catch {
      size = Math.floor(size / 2);
    }
  }
  closeSync(descriptor);
  return file;
}

/** A disk that is small enough to fill takes an administrator of Linux. */
function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'dispatch-desk-mount-'));
  const mounted = mountSmallDisk(folder, 1);
  if (mounted) unmount(folder);
  rmdirSync(folder);
  return mounted;
}

if (canMount()) {
  test.use({
    home: async ({ home }, use) => {
      if (!mountSmallDisk(home, 64)) throw new Error('The disk was not mounted');
      await use(home);
      unmount(home);
    },
  });

  test('with a full disk nothing is sent, nothing is cut short, and room makes it work again', async ({
    app,
  }, info) => {
    mkdirSync(info.outputDir, { recursive: true });
    const server = await startDeskSandbox(info.outputDir);
    const { page } = app;
    const main = new MainWindow(page);
    const samples = samplesFolder(app.home);
    const before = filesBelow(samples);
    await main.open('Welcome');
    await useServer(page, server);
    expect(await main.sendWithKeyboard()).toBe('accepted');
    const body = (name: string): string =>
      `{ "campaign_id": "5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11",
        "recipients": [{ "external_user_id": "${name}" }] }`;
    await main.replaceBody(body('typed-with-room'));
    await expect
      .poll(() => draftTexts(app.home))
      .toEqual([expect.stringContaining('typed-with-room')]);
    const filler = fillDisk(app.home);

    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(main.appError).toContainText('Nothing was sent.');
    await expect(main.appError).toContainText('The disk is full.');
    expect(server.arrivals()).toHaveLength(1);
    expect(await historyOutcomes(page)).toEqual(['accepted']);

    await page.keyboard.press('ControlOrMeta+s');
    await expect(main.editorError).toContainText('The disk is full. Nothing was overwritten;');
    await expect(main.tab('Welcome')).toHaveAttribute('data-dirty', 'true');
    expect(filesBelow(samples)).toEqual(before);

    // Edits that cannot be kept are said so, and the last that could be are still there.
    await main.replaceBody(body('typed-without-room'));
    await expect(main.problemsCount).toHaveAttribute('data-count', /[1-9]/);
    await main.problemsCount.click();
    await expect(main.appProblems.filter({ hasText: 'Unsaved edits' })).toContainText(
      'The disk is full.',
    );
    await page.keyboard.press('Escape');
    expect(draftTexts(app.home)).toEqual([expect.stringContaining('typed-with-room')]);

    rmSync(filler);
    await main.editor.locator('.view-lines').click();
    await page.keyboard.press('ControlOrMeta+s');
    await expect(main.tab('Welcome')).toHaveAttribute('data-dirty', 'false');
    await expect(main.editorError).toHaveCount(0);
    expect(readFileSync(join(samples, 'Welcome.jsonc'), 'utf8')).toContain('typed-without-room');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(main.outcome).toHaveAttribute('data-outcome', 'accepted');
    await expect(main.appError).toHaveCount(0);
    expect(server.arrivals()).toHaveLength(2);
    expect(await historyOutcomes(page)).toEqual(['accepted', 'accepted']);
    await server.stop();
  });
}
