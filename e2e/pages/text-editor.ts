import type { Locator, Page } from '@playwright/test';

/** What the text of a body offers by keyboard. */
export class TextEditor {
  readonly page: Page;
  /** The parts of what is said about the place of the cursor. */
  readonly hover: Locator;
  readonly suggestions: Locator;
  readonly fieldInput: Locator;
  readonly fields: Locator;
  /** The line that the cursor is in, by its number in the margin. */
  readonly currentLine: Locator;

  constructor(page: Page) {
    this.page = page;
    this.hover = page.locator('.monaco-hover:visible .hover-row');
    this.suggestions = page.locator('.suggest-widget.visible .monaco-list-row');
    this.fieldInput = page.locator('.quick-input-widget:visible input');
    this.fields = page.locator('.quick-input-widget:visible .monaco-list-row .label-name');
    this.currentLine = page.getByTestId('body-editor').locator('.line-numbers.active-line-number');
  }

  /** Moves the cursor to a line and column, counted from 1. */
  async moveTo(line: number, column: number): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Home');
    for (let at = 1; at < line; at += 1) await this.page.keyboard.press('ArrowDown');
    for (let at = 1; at < column; at += 1) await this.page.keyboard.press('ArrowRight');
  }
}
