import type { Locator, Page } from '@playwright/test';

/** A test matrix as a person sees it. */
export class SuitePage {
  readonly page: Page;
  readonly view: Locator;
  readonly counts: Locator;
  readonly detail: Locator;
  readonly differences: Locator;
  readonly run: Locator;
  readonly runFailed: Locator;

  constructor(page: Page) {
    this.page = page;
    this.view = page.getByTestId('suite-view');
    this.counts = page.getByTestId('suite-counts');
    this.detail = page.getByTestId('suite-detail');
    this.differences = page.getByTestId('suite-differences');
    this.run = page.getByTestId('suite-run');
    this.runFailed = page.getByTestId('suite-run-failed');
  }

  case(name: string): Locator {
    return this.page.locator(`[data-testid="suite-case"][data-case="${name}"]`);
  }

  /** Makes one through the palette, for the request that is offered first. */
  async create(name: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k');
    await this.page.getByTestId('palette-input').fill('new test matrix');
    await this.page.getByTestId('palette-item').first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.getByTestId('name-input').fill(name);
    await this.page.getByTestId('name-submit').click();
    await this.view.waitFor();
  }

  /** Adds a variable with these values in place of the one it begins with. */
  async addAxis(variable: string, values: readonly string[]): Promise<void> {
    const axes = this.page.getByTestId('suite-axis');
    const before = await axes.count();
    await this.page.getByTestId('suite-add-axis').click();
    const axis = axes.nth(before);
    const field = axis.getByTestId('suite-axis-name');
    await field.fill(variable);
    await field.press('Enter');
    await this.page.getByRole('group', { name: variable, exact: true }).waitFor();
    const remove = axis.getByRole('button', { name: 'Remove value' });
    while ((await remove.count()) > 0) {
      const count = await remove.count();
      await remove.first().click();
      await axis
        .getByTestId('suite-value')
        .nth(count - 1)
        .waitFor({ state: 'detached' });
    }
    for (const [at, value] of values.entries()) {
      await axis.getByTestId('suite-add-value').fill(value);
      await axis.getByTestId('suite-add-value').press('Enter');
      await axis.getByTestId('suite-value').nth(at).waitFor();
    }
  }

  /** Expects another outcome of the case that is chosen. */
  async expectOutcome(word: string): Promise<void> {
    await this.detail.getByTestId('expect-own').click();
    await this.detail.getByTestId('expect-outcome').click();
    await this.page.getByRole('option', { name: word, exact: true }).click();
  }
}
