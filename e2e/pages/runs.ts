import type { Locator, Page } from '@playwright/test';
import type { DeskApp } from '../fixtures';

/** The runs, their set-up, and one run, as a person sees them. */
export class Runs {
  readonly page: Page;
  readonly rail: Locator;
  readonly newRun: Locator;
  readonly list: Locator;
  readonly setup: Locator;
  readonly chooseFile: Locator;
  readonly start: Locator;
  /** Why a run cannot begin yet. */
  readonly hindrance: Locator;
  readonly firstCall: Locator;
  readonly run: Locator;
  readonly pause: Locator;
  readonly resume: Locator;
  readonly cancel: Locator;
  readonly back: Locator;
  readonly repeat: Locator;
  /** Of the row that is selected. */
  readonly bisect: Locator;
  readonly compare: Locator;
  readonly compareSummary: Locator;
  readonly compareRows: Locator;
  readonly differences: Locator;
  readonly differenceDetail: Locator;
  readonly rows: Locator;
  readonly rowDetail: Locator;
  readonly unknownCalls: Locator;
  readonly plots: Locator;
  readonly status: Locator;
  readonly interrupted: Locator;
  readonly resumeInterrupted: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rail = page.getByTestId('rail-runs');
    this.newRun = page.getByTestId('run-new');
    this.list = page.getByTestId('run-row');
    this.setup = page.getByTestId('run-setup');
    this.chooseFile = page.getByTestId('run-choose-file');
    this.start = page.getByTestId('run-start');
    this.hindrance = page.getByTestId('run-hindrance');
    this.firstCall = page.getByTestId('survey-first-call');
    this.run = page.getByTestId('run-page');
    this.pause = page.getByTestId('run-pause');
    this.resume = page.getByTestId('run-resume');
    this.cancel = page.getByTestId('run-cancel');
    this.back = page.getByTestId('run-back');
    this.repeat = page.getByTestId('run-repeat');
    this.bisect = page.getByTestId('row-bisect');
    this.compare = page.getByTestId('runs-compare');
    this.compareSummary = page.getByTestId('compare-summary');
    this.compareRows = page.getByTestId('compare-rows');
    this.differences = page.getByTestId('difference-row');
    this.differenceDetail = page.getByTestId('difference-detail');
    this.rows = page.getByTestId('run-table-row');
    this.rowDetail = page.getByTestId('row-detail');
    this.unknownCalls = page.getByTestId('unknown-calls');
    this.plots = page.getByTestId('run-plots');
    this.status = page.getByTestId('run-status');
    this.interrupted = page.getByTestId('interrupted');
    this.resumeInterrupted = page.getByTestId('interrupted-resume');
  }

  /** A figure of the survey, by its id. */
  fact(id: 'rows' | 'ready' | 'calls' | 'bad' | 'repeated'): Locator {
    return this.page.locator(`[data-fact="${id}"] dd`);
  }

  /** A row of the table, from 0. */
  row(index: number): Locator {
    return this.page.locator(`[data-testid="run-table-row"][data-index="${index}"]`);
  }

  /** Chooses a run of the list to compare, from the top, from 0. */
  async choose(index: number): Promise<void> {
    await this.list.nth(index).getByRole('checkbox').click();
  }

  /** The figure of either run and what is said of the two. */
  figure(id: string): Locator {
    return this.page.locator(`[data-figure="${id}"] td`);
  }

  /** The chip of a way in which rows differ; null: not in that run. */
  change(left: string | null, right: string | null): Locator {
    return this.page.getByTestId(`change-${left ?? 'none'}-${right ?? 'none'}`);
  }

  /** The chip with the count of an outcome. */
  outcome(name: string): Locator {
    return this.page.getByTestId(`outcome-${name}`);
  }

  /** Where a column goes. */
  place(column: string): Locator {
    return this.page.getByTestId(`place-${column}`);
  }

  async mapTo(column: string, target: string): Promise<void> {
    await this.place(column).click();
    await this.page.getByRole('option', { name: target, exact: true }).click();
  }

  async setNumber(label: string, value: number): Promise<void> {
    const field = this.page.getByLabel(label, { exact: true });
    await field.fill(String(value));
    await field.press('Tab');
  }

  /** Chooses a file as a person does who picks it in the system's dialog. */
  async pick(app: DeskApp, file: string): Promise<void> {
    await app.electron.evaluate(({ dialog }, picked) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [picked] });
    }, file);
    await this.chooseFile.click();
  }
}
