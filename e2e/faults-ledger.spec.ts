import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'libsql';
import { startDeskSandbox } from './desk-sandbox';
import { expect, projectRoot, test } from './fixtures';
import { MainWindow } from './pages/main-window';
import { ask, historyOutcomes, useServer } from './steps';

/** A program that holds a database for itself until it is told to let go. */
async function holdDatabase(file: string): Promise<() => Promise<void>> {
  const script = `
    const database = new (require('libsql'))(process.argv[1]);
    database.exec('BEGIN EXCLUSIVE');
    console.log('held');
    process.stdin.once('end', () => { database.exec('ROLLBACK'); process.exit(0); }).resume();`;
  const child = spawn(process.execPath, ['-e', script, file], {
    cwd: projectRoot,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await once(createInterface({ input: child.stdout }), 'line');
  return async () => {
    child.stdin.end();
    await ended;
  };
}

test.describe('a home whose history cannot be used', () => {
  const damaged = 'ledger.20250101T000000Z.sqlite';

  test.use({
    home: async ({ home }, use) => {
      const newer = new Database(join(home, 'ledger.sqlite'));
      newer.exec('CREATE TABLE dispatches (seq INTEGER PRIMARY KEY, told TEXT)');
      newer.exec("INSERT INTO dispatches (told) VALUES ('by a version to come')");
      newer.exec('PRAGMA user_version = 999');
      newer.close();
      writeFileSync(join(home, damaged), 'This is no database at all. '.repeat(1000));
      await use(home);
    },
  });

  test('is named file by file, kept byte for byte, and a new one goes on beside it', async ({
    app,
  }) => {
    const files = [join(app.home, 'ledger.sqlite'), join(app.home, damaged)];
    const before = files.map((file) => readFileSync(file));
    const main = new MainWindow(app.page);
    await main.open('Welcome');
    await expect(main.problemsCount).toHaveAttribute('data-count', '2');
    await main.problemsCount.click();
    await expect(main.appProblems).toHaveCount(2);
    await expect(main.appProblems.filter({ hasText: files[0] ?? '' })).toContainText(
      'A newer version of the app wrote this history.',
    );
    await expect(main.appProblems.filter({ hasText: damaged })).toContainText(
      'The history file is damaged and was left as it is.',
    );
    await app.page.keyboard.press('Escape');
    expect(await main.sendWithKeyboard()).toBe('accepted');
    expect(await historyOutcomes(app.page)).toEqual(['accepted']);

    const page = await app.relaunch();
    await new MainWindow(page).treeItem('Welcome').waitFor();
    expect(await historyOutcomes(page)).toEqual(['accepted']);
    await app.close();
    expect(files.map((file) => readFileSync(file))).toEqual(before);
    const beside = readdirSync(app.home).filter((name) => /^ledger.*\.sqlite$/.test(name));
    expect(beside).toHaveLength(3);
  });
});

test('a history that another program holds stops sending, and only until it lets go', async ({
  app,
}, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const server = await startDeskSandbox(info.outputDir);
  const main = new MainWindow(app.page);
  await main.open('Welcome');
  await useServer(app.page, server);
  // The same is sent several times, and that is not what this is about.
  await ask(app.page, 'settings.update', { duplicateMinutes: 0 });
  expect(await main.sendWithKeyboard()).toBe('accepted');
  const letGo = await holdDatabase(join(app.home, 'ledger.sqlite'));

  await app.page.keyboard.press('ControlOrMeta+Enter');
  // It is waited for a while before it is given up.
  await expect(main.appError).toContainText('Another program holds the history', {
    timeout: 15_000,
  });
  await expect(main.appError).toContainText('Nothing was sent.');
  await expect(main.outcome).toHaveCount(0);
  expect(server.arrivals()).toHaveLength(1);
  // What is there can still be read.
  expect(await historyOutcomes(app.page)).toEqual(['accepted']);

  await letGo();
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await expect(main.outcome).toHaveAttribute('data-outcome', 'accepted');
  await expect(main.appError).toHaveCount(0);
  expect(server.arrivals()).toHaveLength(2);
  expect(await historyOutcomes(app.page)).toEqual(['accepted', 'accepted']);
  expect(await ask(app.page, 'app.problems', {})).toEqual([]);
  await server.stop();
});
