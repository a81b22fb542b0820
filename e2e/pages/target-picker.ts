import type { Locator, Page } from '@playwright/test';

/** The name of the campaign or Canvas above the body, and the list behind it. */
export class TargetPicker {
  readonly page: Page;
  readonly button: Locator;
  readonly dialog: Locator;
  readonly search: Locator;
  readonly options: Locator;
  readonly age: Locator;
  readonly failure: Locator;
  readonly refresh: Locator;
  readonly none: Locator;

  constructor(page: Page) {
    this.page = page;
    this.button = page.getByTestId('target-button');
    this.dialog = page.getByTestId('target-picker');
    this.search = page.getByTestId('target-search');
    this.options = page.getByTestId('target-option');
    this.age = page.getByTestId('lookup-age');
    this.failure = page.getByTestId('lookup-failure');
    this.refresh = page.getByTestId('lookup-refresh');
    this.none = page.getByTestId('target-none');
  }

  option(name: string): Locator {
    return this.options.filter({ hasText: name });
  }

  async open(): Promise<void> {
    await this.button.click();
    await this.search.waitFor();
  }

  /** Finds it by its name and takes it with the keyboard. */
  async choose(name: string): Promise<void> {
    await this.open();
    await this.search.fill(name);
    await this.option(name).waitFor();
    await this.page.keyboard.press('Enter');
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
