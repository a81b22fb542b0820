import { expect, type Locator, type Page } from '@playwright/test';

/** The window as a person sees it: what there is to press and to read. */
export class MainWindow {
  readonly page: Page;
  readonly sendButton: Locator;
  readonly cancelButton: Locator;
  readonly validateButton: Locator;
  readonly blastRadius: Locator;
  readonly editor: Locator;
  readonly outcome: Locator;
  readonly status: Locator;
  readonly time: Locator;
  readonly dispatchId: Locator;
  readonly answerBody: Locator;
  readonly problemsCount: Locator;
  /** What is wrong with the app, one by one; shown by the button with their count. */
  readonly appProblems: Locator;
  readonly tabs: Locator;
  readonly treeFilter: Locator;
  /** What is wrong with a file that cannot be read as a request. */
  readonly fileBroken: Locator;
  /** What the rules say about the body, line by line. */
  readonly findings: Locator;
  /** What failed about the file itself, such as saving it. */
  readonly editorError: Locator;
  /** Why the gate said no, reason by reason. */
  readonly blocks: Locator;
  readonly progress: Locator;
  readonly size: Locator;
  /** What the answer means, in words. */
  readonly advice: Locator;
  /** What failed in the app itself, where the answer would be. */
  readonly appError: Locator;
  readonly reveal: Locator;
  readonly keychainStatus: Locator;

  constructor(page: Page) {
    this.page = page;
    this.sendButton = page.getByTestId('send-button');
    this.cancelButton = page.getByTestId('cancel-button');
    this.validateButton = page.getByTestId('validate-button');
    this.blastRadius = page.getByTestId('blast-radius');
    this.editor = page.getByTestId('body-editor');
    this.outcome = page.getByTestId('answer-outcome');
    this.status = page.getByTestId('answer-status');
    this.time = page.getByTestId('answer-time');
    this.dispatchId = page.getByTestId('answer-dispatch-id');
    this.answerBody = page.getByTestId('answer-body');
    this.problemsCount = page.getByTestId('problems-count');
    this.appProblems = page.getByTestId('app-problem');
    this.tabs = page.getByTestId('tab');
    this.treeFilter = page.getByTestId('tree-filter');
    this.fileBroken = page.getByTestId('file-broken');
    this.findings = page.getByTestId('problem');
    this.editorError = page.getByTestId('file-error');
    this.blocks = page.getByTestId('gate-blocks');
    this.progress = page.getByTestId('answer-progress');
    this.size = page.getByTestId('answer-size');
    this.advice = page.getByTestId('answer-advice');
    this.appError = page.getByTestId('answer-error');
    this.reveal = page.getByTestId('large-reveal');
    this.keychainStatus = page.getByTestId('keychain-status');
  }

  tab(name: string): Locator {
    return this.tabs.filter({ hasText: name });
  }

  /** The text that the editor shows, with plain spaces. */
  async shownText(): Promise<string> {
    const text = await this.editor.locator('.view-lines').innerText();
    return text.replaceAll('\u00a0', ' ');
  }

  /** The same once a part of it is to be seen: an editor that comes into sight shows its lines a frame later. */
  async shownTextWith(part: string): Promise<string> {
    await expect.poll(() => this.shownText()).toContain(part);
    return this.shownText();
  }

  treeItem(name: string): Locator {
    return this.page.getByTestId('tree-item').filter({ hasText: name }).first();
  }

  async open(name: string): Promise<void> {
    await this.treeItem(name).click();
    await this.page
      .locator('[data-testid="tab"][aria-selected="true"]', { hasText: name })
      .waitFor();
    await this.editor.locator('.view-lines').waitFor();
  }

  /** Replaces the whole body in the editor, as pasting does. */
  async replaceBody(text: string): Promise<void> {
    // All that is in sight of the text: its cursor lies over its lines.
    await this.editor.locator('.overflow-guard').click();
    await this.page.keyboard.press('ControlOrMeta+a');
    // Pasted: what is typed gets its closing brackets from the editor.
    await this.page.evaluate(
      (pasted) => window.desk.request('clipboard.write', { text: pasted }),
      text,
    );
    await this.page.keyboard.press('ControlOrMeta+v');
  }

  /** The outcome's machine word once an answer is shown. */
  async answeredOutcome(): Promise<string> {
    await this.outcome.waitFor({ timeout: 20_000 });
    return (await this.outcome.getAttribute('data-outcome')) ?? '';
  }

  /** Presses a key and waits for an answer that is not the one shown before. */
  async sendWithKeyboard(): Promise<string> {
    await this.page.keyboard.press('ControlOrMeta+Enter');
    return this.answeredOutcome();
  }

  confirmation(): {
    dialog: Locator;
    phrase(kind: 'blast_radius' | 'production'): Locator;
    send: Locator;
    cancel: Locator;
  } {
    const { page } = this;
    return {
      dialog: page.getByTestId('confirm-dialog'),
      phrase: (kind) => page.getByTestId(`confirm-phrase-${kind}`),
      send: page.getByTestId('confirm-send'),
      cancel: page.getByTestId('confirm-cancel'),
    };
  }
}
