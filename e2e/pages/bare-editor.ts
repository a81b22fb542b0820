import type { Page } from '@playwright/test';

/** The little of Monaco that is used here. */
interface Model {
  getValue(): string;
  getValueLength(): number;
  updateOptions(options: object): void;
  pushEditOperations(before: null, edits: readonly object[], cursor: () => null): unknown;
  dispose(): void;
}

interface View {
  getModel(): Model | null;
  setModel(model: Model | null): void;
  setPosition(place: { readonly lineNumber: number; readonly column: number }): void;
  revealLine(line: number): void;
  pushUndoStop(): void;
  trigger(source: string, command: string, payload: null): void;
  getContainerDomNode(): HTMLElement;
  focus(): void;
  dispose(): void;
}

interface Api {
  createModel(text: string, language: string): Model;
  create(host: HTMLElement, options: object): View;
}

interface Bare {
  readonly api: Api;
  readonly view: View;
  readonly model: Model;
}

declare global {
  interface Window {
    bareEditor?: Bare;
  }
}

/** The same Monaco in the same page with nothing of ours around it: what it does itself cannot be expected less of. */
export class BareEditor {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens it over the window, empty and with the keys. */
  async open(): Promise<void> {
    await this.page.evaluate(async () => {
      const links = [...document.querySelectorAll('link')].map(({ href }) => href);
      const script = links.find((href) => /\/editor-[^/]*\.js$/.test(href)) ?? '';
      const exported = Object.values((await import(script)) as object) as unknown[];
      // What is exported, and what a module among it exports, by what it can do: names are shortened by the build.
      const inner = exported.flatMap((one) =>
        typeof one === 'object' && one !== null ? (Object.values(one) as unknown[]) : [],
      );
      const isApi = (one: unknown): one is Api =>
        typeof one === 'object' && one !== null && 'createModel' in one && 'defineTheme' in one;
      const api = [...exported, ...inner].find(isApi);
      if (api === undefined) throw new Error('the editor is not where it was');
      const host = document.createElement('div');
      host.style.cssText = 'position: fixed; inset: 40px; z-index: 9999; background: Canvas';
      document.body.append(host);
      const model = api.createModel('', 'json');
      const bracketColorizationOptions = {
        enabled: false,
        independentColorPoolPerBracketType: false,
      };
      model.updateOptions({ bracketColorizationOptions });
      // The options by which our editor shows long texts.
      const view = api.create(host, {
        model: null,
        automaticLayout: true,
        minimap: { enabled: false },
        wordWrap: 'off',
        folding: false,
        stickyScroll: { enabled: false },
        unusualLineTerminators: 'off',
        bracketPairColorization: { enabled: false },
        links: false,
        wordBasedSuggestions: 'off',
        fontSize: 13,
        lineHeight: 20,
      });
      view.setModel(model);
      view.focus();
      window.bareEditor = { api, view, model };
    });
  }

  async waitForLength(length: number): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => window.bareEditor?.model.getValueLength() === wanted,
      length,
      { timeout: 60_000 },
    );
  }

  async moveTo(lineNumber: number, column: number): Promise<void> {
    await this.page.evaluate(
      (place) => {
        window.bareEditor?.view.setPosition(place);
        window.bareEditor?.view.revealLine(place.lineNumber);
      },
      { lineNumber, column },
    );
  }

  /** Replaces a few characters as an edit in a table does. */
  async replace(line: number, start: number, end: number, text: string): Promise<void> {
    await this.page.evaluate(
      ([lineNumber, startColumn, endColumn, replacement]) => {
        const range = {
          startLineNumber: lineNumber,
          startColumn,
          endLineNumber: lineNumber,
          endColumn,
        };
        window.bareEditor?.view.pushUndoStop();
        window.bareEditor?.model.pushEditOperations(
          null,
          [{ range, text: replacement }],
          () => null,
        );
        window.bareEditor?.view.pushUndoStop();
      },
      [line, start, end, text] as const,
    );
  }

  async undo(): Promise<void> {
    await this.page.evaluate(() => window.bareEditor?.view.trigger('test', 'undo', null));
  }

  /** Shows another text and this one again. */
  async switchAway(): Promise<void> {
    await this.page.evaluate(() => {
      const bare = window.bareEditor;
      bare?.view.setModel(bare.api.createModel('{}', 'json'));
    });
  }

  async switchBack(): Promise<void> {
    await this.page.evaluate(() => {
      const bare = window.bareEditor;
      bare?.view.getModel()?.dispose();
      bare?.view.setModel(bare.model);
    });
  }

  /** Makes a model of the text that it has, and shows it. */
  async reopen(): Promise<void> {
    await this.page.evaluate(() => {
      const bare = window.bareEditor;
      if (bare === undefined) return;
      const text = bare.model.getValue();
      bare.view.setModel(null);
      bare.model.dispose();
      const model = bare.api.createModel(text, 'json');
      bare.view.setModel(model);
      window.bareEditor = { ...bare, model };
    });
  }

  async close(): Promise<void> {
    await this.page.evaluate(() => {
      const bare = window.bareEditor;
      bare?.view.getContainerDomNode().remove();
      bare?.view.dispose();
      bare?.model.dispose();
      delete window.bareEditor;
    });
  }
}
