import { join } from 'node:path';
import { expect, projectRoot, test } from './fixtures';

/** The bridge as a page sees it that does not keep to the types. */
interface LooseBridge {
  request(...args: unknown[]): Promise<unknown>;
  on(...args: unknown[]): unknown;
}

test('the page has two functions and nothing of Electron or Node', async ({ app }) => {
  const seen = await app.page.evaluate(() => ({
    bridge: Object.keys(window.desk).sort(),
    globals: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
    writable: (() => {
      try {
        (window.desk as unknown as { request: unknown }).request = () => 'mine';
        (window as unknown as { desk: unknown }).desk = {};
      } catch {
        return false;
      }
      return String(window.desk.request).includes('mine');
    })(),
  }));
  expect(seen).toEqual({ bridge: ['on', 'request'], globals: [], writable: false });
});

test('what is no route is an error result, never a rejection', async ({ app }) => {
  const results = await app.page.evaluate(async () => {
    const bridge = window.desk as unknown as LooseBridge;
    const names: unknown[] = [
      'files.write',
      '',
      '__proto__',
      'constructor',
      'toString',
      'App.Info',
      'app.info ',
      null,
      undefined,
      42,
      ['app.info'],
      { toString: () => 'app.info' },
    ];
    return Promise.all(
      names.map((name) => bridge.request(name, {}).catch((error: unknown) => String(error))),
    );
  });
  for (const result of results) {
    expect(result).toEqual({ ok: false, error: { code: 'unknown_route', params: {} } });
  }
});

test('what does not fit a route is refused with the place and without the value', async ({
  app,
}) => {
  const results = await app.page.evaluate(async () => {
    const bridge = window.desk as unknown as LooseBridge;
    const inputs: [string, unknown][] = [
      ['app.info', undefined],
      ['app.info', null],
      ['app.info', 'everything'],
      ['app.info', { all: true }],
      ['settings.update', { zoomPercent: 'secret-looking-value' }],
      ['settings.update', { version: 2 }],
      ['settings.update', { zoomPercent: 100, admin: true }],
      ['dispatch.send', { attemptId: 'not a uuid' }],
      ['dispatch.cancel', { attemptId: 7 }],
      [
        'history.list',
        { query: '', environmentId: null, outcomes: ['sent'], before: null, limit: 1 },
      ],
      ['links.open', { link: 'x'.repeat(61) }],
      ['secrets.set', { environmentId: 'sandbox', key: '', keep: 'keychain' }],
      ['clipboard.write', { text: () => 'a function cannot be copied' }],
    ];
    const answers = await Promise.all(
      inputs.map(([route, input]) =>
        bridge.request(route, input).catch((error: unknown) => ({ rejected: String(error) })),
      ),
    );
    return inputs.map(([route], index) => ({ route, answer: answers[index] }));
  });
  for (const { route, answer } of results) {
    expect(answer, route).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  }
  expect(JSON.stringify(results)).not.toContain('secret-looking-value');
});

test('good requests are answered, expected failures come as their code', async ({ app }) => {
  const answers = await app.page.evaluate(async () => ({
    info: await window.desk.request('app.info', {}),
    settings: await window.desk.request('settings.get', {}),
    link: await window.desk.request('links.open', { link: 'https://example.com' }),
    prototype: await window.desk.request('links.open', { link: '__proto__' }),
    dispatch: await window.desk.request('history.get', { id: crypto.randomUUID() }),
  }));
  expect(answers.info).toMatchObject({ ok: true, value: { userData: app.home } });
  expect(answers.settings).toMatchObject({ ok: true, value: { version: 1 } });
  expect(answers.link).toMatchObject({ ok: false, error: { code: 'link_unknown' } });
  expect(answers.prototype).toMatchObject({ ok: false, error: { code: 'link_unknown' } });
  expect(answers.dispatch).toMatchObject({ ok: false, error: { code: 'not_found' } });
});

test('events reach every listener until it is taken off; unknown events are refused', async ({
  app,
}) => {
  const seen = await app.page.evaluate(async () => {
    const heard: string[] = [];
    let off: () => void = () => undefined;
    const first = new Promise<void>((resolve) => {
      off = window.desk.on('settings.changed', ({ zoomPercent }) => {
        heard.push(`first ${zoomPercent}`);
        resolve();
      });
    });
    const last = new Promise<void>((resolve) => {
      window.desk.on('settings.changed', ({ zoomPercent }) => {
        heard.push(`second ${zoomPercent}`);
        if (zoomPercent === 125) resolve();
      });
    });
    await window.desk.request('settings.update', { zoomPercent: 110 });
    // An event and an answer come by different ways, and either may be first.
    await first;
    off();
    await window.desk.request('settings.update', { zoomPercent: 125 });
    await last;
    const bridge = window.desk as unknown as LooseBridge;
    const refused = [['desk:request'], ['settings.changed', 'no function'], []].map((args) => {
      try {
        bridge.on(args[0], args[1]);
        return false;
      } catch {
        return true;
      }
    });
    return { heard, refused };
  });
  expect(seen.heard).toEqual(['first 110', 'second 110', 'second 125']);
  expect(seen.refused).toEqual([true, true, true]);
});

test('another window gets foreign_sender, even with our preload and our page', async ({ app }) => {
  const preload = join(projectRoot, 'out', 'preload', 'index.cjs');
  const answers = await app.electron.evaluate(async ({ BrowserWindow }, preloadFile) => {
    const ask = `desk.request('app.info', {})`;
    const own = { sandbox: true, contextIsolation: true, preload: preloadFile };
    const twin = new BrowserWindow({ show: false, webPreferences: own });
    await twin.loadURL('app://desk/index.html');
    const fromTwin: unknown = await twin.webContents.executeJavaScript(ask);
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { ...own, partition: 'stranger' },
    });
    await stranger.loadURL('data:text/html,<title>stranger</title>');
    const fromStranger: unknown = await stranger.webContents.executeJavaScript(ask);
    twin.destroy();
    stranger.destroy();
    return [fromTwin, fromStranger];
  }, preload);
  const refused = { ok: false, error: { code: 'foreign_sender', params: {} } };
  expect(answers).toEqual([refused, refused]);
});

test('a frame inside the page has no bridge', async ({ app }) => {
  const inside = await app.page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const has = frame.contentWindow !== null && 'desk' in frame.contentWindow;
    frame.remove();
    return has;
  });
  expect(inside).toBe(false);
});

test('a refused or failed request leaves its name and code in the log, and nothing of what it held', async ({
  app,
}) => {
  const word = 'a-word-from-the-body';
  await app.page.evaluate(async (text) => {
    const bridge = window.desk as unknown as LooseBridge;
    await bridge.request('settings.update', { theme: text });
    await bridge.request('dispatch.send', { attemptId: text });
  }, word);
  await expect.poll(() => app.log().filter(({ code }) => code === 'invalid_input').length).toBe(2);
  expect(JSON.stringify(app.log())).not.toContain(word);
  expect(app.output()).not.toContain(word);
});
