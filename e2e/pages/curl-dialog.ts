import type { Locator, Page } from '@playwright/test';

/** The dialog that makes a request of a curl command. */
export class CurlDialog {
  readonly dialog: Locator;
  readonly input: Locator;
  readonly facts: Locator;
  readonly notes: Locator;
  readonly unread: Locator;
  readonly key: Locator;
  readonly keyStore: Locator;
  readonly keyTarget: Locator;
  readonly keyName: Locator;
  readonly create: Locator;
  readonly error: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByTestId('curl-dialog');
    this.input = page.getByTestId('curl-input');
    this.facts = page.getByTestId('curl-facts');
    this.notes = page.getByTestId('curl-notes');
    this.unread = page.getByTestId('curl-unread');
    this.key = page.getByTestId('curl-key');
    this.keyStore = page.getByTestId('curl-key-store');
    this.keyTarget = page.getByTestId('curl-key-target');
    this.keyName = page.getByTestId('curl-key-name');
    this.create = page.getByTestId('curl-create');
    this.error = page.getByTestId('curl-error');
  }

  /** Opens it from the sidebar. */
  async open(): Promise<void> {
    await this.page.getByTestId('paste-curl').click();
    await this.input.waitFor();
  }

  /** Makes a request of a command without a key. */
  async makeRequest(command: string): Promise<void> {
    await this.open();
    await this.input.fill(command);
    await this.create.click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** Copies the request that is shown; the command's name is that of the menu. */
  async copyRequest(command: string): Promise<void> {
    await this.page.getByTestId('request-more').click();
    await this.page.getByRole('menuitem', { name: command }).click();
  }
}
