import type { Locator, Page } from '@playwright/test';

/** The table of recipients beside the text of the body. */
export class RecipientsTable {
  readonly page: Page;
  readonly table: Locator;
  readonly rows: Locator;
  readonly obstacle: Locator;
  readonly total: Locator;
  readonly input: Locator;
  readonly effective: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByTestId('recipients-table');
    this.rows = page.getByTestId('recipient-row');
    this.obstacle = page.getByTestId('body-obstacle');
    this.total = page.getByTestId('recipients-total');
    this.input = page.getByTestId('cell-input');
    this.effective = page.getByTestId('effective-property');
  }

  async show(): Promise<void> {
    await this.page.getByRole('tab', { name: /^Recipients/ }).click();
  }

  async showBody(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Body', exact: true }).click();
  }

  cell(text: string): Locator {
    return this.page.getByTestId('recipient-cell').filter({ hasText: text }).first();
  }

  /** Puts a text on the clipboard and presses the keys that paste it. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate(
      (pasted) => window.desk.request('clipboard.write', { text: pasted }),
      text,
    );
    await this.page.keyboard.press('ControlOrMeta+v');
  }
}
