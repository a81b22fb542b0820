import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DeskApp, expect, test } from './fixtures';
import { MainWindow } from './pages/main-window';
import { Runs } from './pages/runs';
import { type PickyServer, startPickyServer } from './picky-server';
import { ask, useServer } from './steps';

const users = (count: number): string[] => Array.from({ length: count }, (_, row) => `qa-${row}`);

/** A finished run of these users on a server of its own. */
async function finishedRun(
  app: DeskApp,
  folder: string,
  server: PickyServer,
  count: number,
  batch: number,
): Promise<{ runs: Runs; runId: string }> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'users.csv');
  writeFileSync(file, `external_user_id\n${users(count).join('\n')}\n`);
  await new MainWindow(app.page).open('Welcome');
  await useServer(app.page, server);
  const runs = new Runs(app.page);
  await runs.rail.click();
  await runs.newRun.click();
  await runs.pick(app, file);
  await runs.setNumber('Rows per call', batch);
  await expect(runs.fact('calls')).toHaveText(String(Math.ceil(count / batch)));
  await runs.start.click();
  await expect(runs.run).toHaveAttribute('data-state', 'finished', { timeout: 30_000 });
  return { runs, runId: (await runs.run.getAttribute('data-run')) ?? '' };
}

test('the rows at fault of a refused call are found, and every other one is sent once', async ({
  app,
}, info) => {
  const server = await startPickyServer();
  server.refused.add('qa-3').add('qa-17').add('qa-18');
  const { runs } = await finishedRun(app, info.outputDir, server, 30, 10);
  await expect(runs.outcome('refused')).toHaveAttribute('data-count', '20');
  await expect(runs.outcome('accepted')).toHaveAttribute('data-count', '10');

  for (const [row, waiting] of [
    [3, 10],
    [12, 10],
  ] as const) {
    await runs.row(row).click();
    await runs.bisect.click();
    await expect(runs.outcome('waiting')).toHaveAttribute('data-count', String(waiting));
    await runs.resume.click();
    await expect(runs.run).toHaveAttribute('data-state', 'finished', { timeout: 30_000 });
    await expect(runs.outcome('waiting')).toHaveCount(0);
  }
  await expect(runs.outcome('accepted')).toHaveAttribute('data-count', '27');
  await expect(runs.outcome('refused')).toHaveAttribute('data-count', '3');
  for (const row of [3, 17, 18])
    await expect(runs.row(row)).toHaveAttribute('data-outcome', 'refused');

  const taken = server.taken();
  expect([...taken.values()].filter((times) => times !== 1)).toEqual([]);
  expect([...taken.keys()].sort()).toEqual(
    users(30)
      .filter((user) => !server.refused.has(user))
      .sort(),
  );
  for (const user of server.refused) {
    expect(server.arrivals.some((call) => call.users.length === 1 && call.users[0] === user)).toBe(
      true,
    );
  }
  await server.stop();
});

test('only what failed is repeated, and the two runs stand side by side, also after a restart', async ({
  app,
}, info) => {
  const server = await startPickyServer();
  server.refused.add('qa-5').add('qa-9');
  // A run of less than two seconds has no course to show.
  server.thinkMs = 1_200;
  const { runs, runId } = await finishedRun(app, info.outputDir, server, 12, 1);
  server.thinkMs = 0;
  await expect(runs.outcome('refused')).toHaveAttribute('data-count', '2');
  const before = server.arrivals.length;
  server.refused.delete('qa-5');
  await runs.repeat.click();
  await expect(runs.run).not.toHaveAttribute('data-run', runId);
  await expect(runs.run).toHaveAttribute('data-state', 'finished', { timeout: 30_000 });
  expect(server.arrivals.slice(before).flatMap((call) => call.users)).toEqual(['qa-5', 'qa-9']);
  expect([...server.taken().values()].filter((times) => times !== 1)).toEqual([]);
  await expect(runs.outcome('accepted')).toHaveAttribute('data-count', '1');

  const page = await app.relaunch();
  const again = new Runs(page);
  await again.rail.click();
  await expect(again.list).toHaveCount(2);
  await expect(again.compare).toBeDisabled();
  await again.choose(0);
  await expect(again.compare).toBeDisabled();
  await again.choose(1);
  await again.compare.click();
  await expect(again.compareSummary).toContainText('1 row differs');
  await expect(again.compareSummary).toContainText('1 alike');
  await expect(again.figure('refused')).toHaveText(['2', '1', '−1']);
  await expect(again.figure('calls')).toHaveText(['12', '2', '−10']);
  await expect(again.figure('data').last()).toHaveText('Same');
  await expect(again.differences).toHaveCount(1);
  await expect(again.differences.first()).toContainText('qa-5');
  await expect(again.differences.first()).toContainText('Refused');
  await expect(again.differences.first()).toContainText('Accepted');

  // By keyboard: into the row and out of it, and the rows that are in one of them only.
  await again.compareRows.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(again.differenceDetail).toBeFocused();
  await expect(again.differenceDetail).toContainText('A recipient is not as it has to be');
  await again.compareRows.focus();
  await page.keyboard.press('Escape');
  await expect(again.differenceDetail).toHaveCount(0);
  await again.change('accepted', null).press('Space');
  await expect(again.differences).toHaveCount(10);

  // What a run was like is in its journal: the pictures of it outlive the program.
  await page.getByTestId('compare-open-left').click();
  await expect(again.run).toHaveAttribute('data-run', runId);
  await expect(again.plots).toBeVisible();
  await expect(again.plots.getByRole('img').first()).toHaveAccessibleName(/Calls per second/);
  expect(server.arrivals).toHaveLength(before + 2);
  await server.stop();
});

test('what is unknown leaves again only on a word of a person', async ({ app }, info) => {
  const server = await startPickyServer();
  server.dropped.add('qa-1').add('qa-3').add('qa-5');
  const { runs, runId } = await finishedRun(app, info.outputDir, server, 6, 1);
  await expect(runs.outcome('unknown')).toHaveAttribute('data-count', '3');
  expect(server.arrivals).toHaveLength(6);
  await expect(runs.resume).toHaveCount(0);
  server.dropped.clear();

  // One after the other from the top: sent, not sent, and again on purpose.
  const left = runs.unknownCalls.getByTestId('unknown-again');
  await runs.unknownCalls.getByTestId('unknown-sent').first().click();
  await expect(left).toHaveCount(2);
  await expect(runs.outcome('marked_sent')).toHaveAttribute('data-count', '1');
  await runs.unknownCalls.getByTestId('unknown-not-sent').first().click();
  await expect(left).toHaveCount(1);
  await expect(runs.outcome('waiting')).toHaveAttribute('data-count', '1');
  await left.click();
  const dialog = app.page.getByRole('alertdialog');
  await expect(dialog).toContainText('triggered twice');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(runs.outcome('unknown')).toHaveAttribute('data-count', '1');
  await left.click();
  await dialog.getByRole('button', { name: 'Send again' }).click();
  await expect(runs.outcome('waiting')).toHaveAttribute('data-count', '2');
  await expect(runs.unknownCalls).toHaveCount(0);
  expect(server.arrivals).toHaveLength(6);

  await runs.resume.click();
  await expect(runs.run).toHaveAttribute('data-state', 'finished', { timeout: 30_000 });
  await expect(runs.outcome('accepted')).toHaveAttribute('data-count', '5');
  const { rows, calls } = await ask(app.page, 'runs.get', { runId });
  expect(rows).toMatchObject({ accepted: 5, marked_sent: 1, unknown: 0, waiting: 0 });
  expect(calls.unknown).toBe(0);
  const taken = server.taken();
  expect(users(6).map((user) => taken.get(user))).toEqual([1, 1, 1, 2, 1, 2]);
  await server.stop();
});
