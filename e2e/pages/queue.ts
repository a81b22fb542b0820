import type { Locator, Page } from '@playwright/test';

/** The hold in the answer pane, the dialog that asks for a moment, and the list in the status bar. */
export class Queue {
  readonly page: Page;
  readonly hold: Locator;
  readonly undo: Locator;
  readonly holdSendNow: Locator;
  readonly button: Locator;
  readonly entries: Locator;
  readonly sendNow: Locator;
  readonly remove: Locator;
  readonly dialog: Locator;
  readonly when: Locator;
  readonly schedule: Locator;

  constructor(page: Page) {
    this.page = page;
    this.hold = page.getByTestId('hold-bar');
    this.undo = page.getByTestId('hold-undo');
    this.holdSendNow = page.getByTestId('hold-send-now');
    this.button = page.getByTestId('queue-button');
    this.entries = page.getByTestId('queue-entry');
    this.sendNow = page.getByTestId('queue-send-now');
    this.remove = page.getByTestId('queue-remove');
    this.dialog = page.getByTestId('schedule-dialog');
    this.when = page.getByTestId('schedule-when');
    this.schedule = page.getByTestId('schedule-submit');
  }

  /** "Send at…" of the request in front. */
  async sendAt(): Promise<void> {
    await this.page.getByTestId('request-more').click();
    await this.page.getByRole('menuitem', { name: 'Send at…' }).click();
    await this.dialog.waitFor();
  }

  /** A moment half a year from now as a person types it. */
  async halfYearOn(): Promise<string> {
    return await this.page.evaluate(() => {
      const date = new Date(Date.now() + 180 * 24 * 3_600_000);
      const shift = date.getTimezoneOffset() * 60_000;
      return new Date(date.getTime() - shift).toISOString().slice(0, 16);
    });
  }
}
