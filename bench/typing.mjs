// Typing in the body editor of the real app: from the key to the finding that is painted in a body of 50 recipients,
// and from the key to the letter that is painted in a body of 4 MB.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp } from '../scripts/lib/launch-app.mjs';
import { sampleBody } from './bodies.mjs';
import { percentile, spread } from './statistics.mjs';

/** @typedef {import('playwright').Page} Page */

const keystrokes = 200;

/** @param {(line: string) => void} say */
export async function measureTyping(say) {
  const home = mkdtempSync(join(tmpdir(), 'dispatch-desk-bench-'));
  const { electron, page } = await launchApp(home);
  try {
    await page.locator('[data-testid="body-editor"][data-state="ready"]').waitFor();
    await page.getByTestId('new-request').click();
    await page
      .locator('[data-testid="tab"][aria-selected="true"]', { hasText: 'Untitled' })
      .waitFor();
    const small = JSON.stringify(sampleBody(1), null, 2);
    await replaceBody(page, small);
    const diagnostics = await findingTimes(page);
    say(`finding painted: 95 % within ${Math.round(percentile(diagnostics, 95))} ms`);

    const large = JSON.stringify({ ...sampleBody(1), note: '' }, null, 2).replace(
      '"note": ""',
      `"note": [\n${Array.from({ length: 40_000 }, (_, index) => `    "${String(index).padStart(96, '.')}"`).join(',\n')}\n  ]`,
    );
    await replaceBody(page, large);
    const typed = await letterTimes(page);
    say(`4 MB: letter painted: 95 % within ${Math.round(percentile(typed.times, 95))} ms`);
    return {
      what: 'key to painted finding in a body of 50 recipients, and key to painted letter in a body of 4 MB',
      keystrokes,
      smallBytes: Buffer.byteLength(small),
      findingMs: { ...spread(diagnostics), p95: Math.round(percentile(diagnostics, 95)) },
      limitMs: 100,
      largeBytes: Buffer.byteLength(large),
      letterMs: { ...spread(typed.times), p95: Math.round(percentile(typed.times, 95)) },
      longTasks: {
        count: typed.longTasks.length,
        longestMs: Math.round(Math.max(0, ...typed.longTasks)),
      },
      longTaskLimitMs: 50,
    };
  } finally {
    await electron.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/**
 * Pasted: what is typed gets its closing brackets from the editor.
 * @param {Page} page
 * @param {string} text
 */
async function replaceBody(page, text) {
  await page.getByTestId('body-editor').locator('.view-lines').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.evaluate((pasted) => {
    const { desk } =
      /** @type {{ desk: { request(name: string, input: unknown): Promise<unknown> } }} */ (
        /** @type {unknown} */ (window)
      );
    return desk.request('clipboard.write', { text: pasted });
  }, text);
  await page.keyboard.press('ControlOrMeta+v');
  await page.waitForTimeout(2_000);
}

/**
 * Makes `campaign_id` another name and takes the letter away again, in turn: that it is missing is marked at the body's
 * first bracket, far from the letter, so only the rules can bring the mark and take it away.
 * @param {Page} page
 */
async function findingTimes(page) {
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  for (let step = 0; step < '"campaign_id'.length; step += 1)
    await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(500);
  /** @type {number[]} */
  const times = [];
  for (let key = 0; key < keystrokes; key += 1) {
    // Armed before the key is sent: the two take different ways to the page.
    await page.evaluate(() => {
      const shown = () => document.querySelectorAll('.squiggly-error').length;
      const before = shown();
      const painted = new Promise((resolve, reject) => {
        const limit = setTimeout(() => reject(new Error('no finding came or went')), 10_000);
        window.addEventListener(
          'keydown',
          (event) => {
            const look = () => {
              if (shown() === before) {
                requestAnimationFrame(look);
                return;
              }
              clearTimeout(limit);
              // The frame that shows it is painted before the next one begins.
              requestAnimationFrame((paintedAt) => resolve(paintedAt - event.timeStamp));
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
      });
      Object.assign(window, { benchPainted: painted });
    });
    await page.keyboard.press(key % 2 === 0 ? 'x' : 'Backspace');
    times.push(
      await page.evaluate(
        () =>
          /** @type {{ benchPainted: Promise<number> }} */ (/** @type {unknown} */ (window))
            .benchPainted,
      ),
    );
  }
  return times;
}

/** @param {Page} page */
async function letterTimes(page) {
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('//');
  await page.waitForTimeout(3_000);
  await page.evaluate(() => {
    const kept = /** @type {{ times: number[], longTasks: number[] }} */ ({
      times: [],
      longTasks: [],
    });
    Object.assign(window, { benchTyping: kept });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) kept.longTasks.push(duration);
    }).observe({ type: 'longtask' });
    window.addEventListener(
      'keydown',
      (event) => {
        requestAnimationFrame(() =>
          requestAnimationFrame((paintedAt) => kept.times.push(paintedAt - event.timeStamp)),
        );
      },
      { capture: true },
    );
  });
  await page.keyboard.type('x'.repeat(keystrokes), { delay: 60 });
  await page.waitForTimeout(3_000);
  return page.evaluate(
    () =>
      /** @type {{ benchTyping: { times: number[], longTasks: number[] } }} */ (
        /** @type {unknown} */ (window)
      ).benchTyping,
  );
}
