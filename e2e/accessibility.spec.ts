import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { Environments } from './pages/environments';
import { MainWindow } from './pages/main-window';
import { Runs } from './pages/runs';
import { ask } from './steps';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

declare global {
  interface Window {
    axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };
  }
}

/** Serious and critical findings as `rule: where`. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    // What is still fading in has the colours of no state.
    const fading = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(fading.map(({ finished }) => finished));
    const { violations } = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`no serious or critical finding in the ${theme} theme`, async ({ app }) => {
    test.setTimeout(120_000);
    const { page } = app;
    const main = new MainWindow(page);
    await page.evaluate((value) => window.desk.request('settings.update', { theme: value }), theme);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);

    expect(await findings(page), 'first start').toEqual([]);
    await main.open('Welcome');
    await main.sendWithKeyboard();
    expect(await findings(page), 'an answer').toEqual([]);
    const [sandbox] = await ask(page, 'environments.list', {});
    if (sandbox === undefined) throw new Error('no environment');
    await ask(page, 'environments.update', { ...sandbox, duplicateGuard: true });
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.getByTestId('sent-before').waitFor();
    expect(await findings(page), 'a repeat').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('dialog').waitFor();
    expect(await findings(page), 'palette').toEqual([]);
    await page.keyboard.press('Escape');
    await main.replaceBody(
      '{"campaign_id":"5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11","broadcast":true}',
    );
    await page.keyboard.press('ControlOrMeta+Enter');
    await main.confirmation().dialog.waitFor();
    expect(await findings(page), 'confirmation').toEqual([]);
    await page.keyboard.press('Escape');
    // A run's recipients are the rows of its file: a broadcast is not for it.
    await main.replaceBody('{"campaign_id":"5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11"}');
    await page.keyboard.press('ControlOrMeta+Shift+h');
    await page.getByTestId('history-row').first().waitFor();
    expect(await findings(page), 'history').toEqual([]);
    const runs = new Runs(page);
    await runs.rail.click();
    await runs.newRun.waitFor();
    expect(await findings(page), 'no runs').toEqual([]);
    await runs.newRun.click();
    const file = join(app.home, 'users.csv');
    writeFileSync(file, 'external_user_id,first_name\nqa-1,Kim\n,Lee\n');
    await runs.pick(app, file);
    await runs.fact('bad').waitFor();
    expect(await findings(page), 'set-up of a run').toEqual([]);
    await runs.start.click();
    await expect(runs.run).toHaveAttribute('data-state', 'finished');
    await runs.rows.first().click();
    await runs.rowDetail.waitFor();
    expect(await findings(page), 'a run').toEqual([]);
    const other = join(app.home, 'others.csv');
    writeFileSync(other, 'external_user_id,first_name\nqa-8,Kim\nqa-9,Lee\n');
    await runs.back.click();
    await runs.newRun.click();
    await runs.pick(app, other);
    await expect(runs.fact('ready')).toHaveText('2');
    await runs.start.click();
    await expect(runs.run).toHaveAttribute('data-state', 'finished');
    await runs.back.click();
    await runs.choose(0);
    await runs.choose(1);
    expect(await findings(page), 'runs').toEqual([]);
    await runs.compare.click();
    await runs.change('accepted', null).click();
    await runs.differences.first().click();
    await runs.differenceDetail.waitFor();
    expect(await findings(page), 'two runs').toEqual([]);
    await page.keyboard.press('ControlOrMeta+,');
    await page.getByTestId('theme-select').waitFor();
    expect(await findings(page), 'settings').toEqual([]);
    await new Environments(page).manage();
    await page.getByTestId('environment-new').waitFor();
    expect(await findings(page), 'environments').toEqual([]);
  });
}
