import type { Locator, Page } from '@playwright/test';

/** The views beside the text of a body: its audience and its attachments. */
export class BodyViews {
  readonly page: Page;
  readonly audience: Locator;
  readonly conditions: Locator;
  readonly groups: Locator;
  readonly unknownParts: Locator;
  /** The audience as one sentence. */
  readonly words: Locator;
  readonly reach: Locator;
  readonly addCondition: Locator;
  /** What the rules say about the parts that are shown. */
  readonly findings: Locator;
  readonly obstacle: Locator;
  readonly attachments: Locator;
  readonly attachmentRows: Locator;
  readonly addAttachment: Locator;
  readonly attachmentUrl: Locator;
  readonly attachmentName: Locator;

  constructor(page: Page) {
    this.page = page;
    this.audience = page.getByTestId('audience-view');
    this.conditions = page.getByTestId('audience-condition');
    this.groups = page.getByTestId('audience-group');
    this.unknownParts = page.getByTestId('audience-unknown');
    this.words = page.getByTestId('audience-words');
    this.reach = page.getByTestId('audience-reach');
    this.addCondition = page.getByTestId('audience-add');
    this.findings = page.getByTestId('part-finding');
    this.obstacle = page.getByTestId('body-obstacle');
    this.attachments = page.getByTestId('attachments-view');
    this.attachmentRows = page.getByTestId('attachment');
    this.addAttachment = page.getByTestId('attachment-add');
    this.attachmentUrl = page.getByTestId('attachment-url');
    this.attachmentName = page.getByTestId('attachment-name');
  }

  /** Shows the text or a view of it. */
  async show(name: 'Body' | 'Audience' | 'Attachments'): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  /** The row that has the keyboard, by what it says. */
  get focusedRow(): Locator {
    return this.page.locator('[data-row]:focus');
  }

  /** Presses keys one after another. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }
}
