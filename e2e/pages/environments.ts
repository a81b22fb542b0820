import type { Locator, Page } from '@playwright/test';

/** The environment switch and the form behind it. */
export class Environments {
  readonly page: Page;
  readonly trigger: Locator;
  readonly name: Locator;
  readonly url: Locator;
  readonly production: Locator;
  readonly save: Locator;
  readonly key: Locator;
  readonly keySave: Locator;
  readonly keyStatus: Locator;
  readonly keyLookAgain: Locator;
  readonly keepInKeychain: Locator;
  readonly keepForSession: Locator;
  readonly keyCheck: Locator;
  readonly keyCheckResult: Locator;

  constructor(page: Page) {
    this.page = page;
    this.trigger = page.getByTestId('environment-switch');
    this.name = page.getByTestId('environment-name');
    this.url = page.getByTestId('environment-url');
    this.production = page.getByTestId('environment-production');
    this.save = page.getByTestId('environment-save');
    this.key = page.getByTestId('key-input');
    this.keySave = page.getByTestId('key-save');
    this.keyStatus = page.getByTestId('key-status');
    this.keyLookAgain = page.getByTestId('key-look-again');
    this.keepInKeychain = page.getByRole('radio', { name: 'In the system’s keychain' });
    this.keepForSession = page.getByRole('radio', { name: 'For this session only' });
    this.keyCheck = page.getByTestId('key-check');
    this.keyCheckResult = page.getByTestId('key-check-result');
  }

  option(name: string): Locator {
    return this.page.getByTestId('environment-option').filter({ hasText: name });
  }

  async choose(name: string): Promise<void> {
    await this.trigger.click();
    await this.option(name).click();
  }

  async manage(): Promise<void> {
    await this.trigger.click();
    await this.page.getByTestId('environments-manage').click();
  }

  /** Fills the form for a new environment at an own address and saves it; the form stays open. */
  async create(wanted: { name: string; url: string; production?: boolean }): Promise<void> {
    await this.page.getByTestId('environment-new').click();
    await this.name.fill(wanted.name);
    await this.page.getByTestId('environment-host-custom').click();
    await this.url.fill(wanted.url);
    if (wanted.production === true) await this.production.click();
    await this.save.click();
    await this.key.waitFor();
  }

  async close(): Promise<void> {
    await this.page.getByTestId('environments-close').click();
  }
}
