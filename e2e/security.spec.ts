import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures';

test('the window runs with every protection on', async ({ app }) => {
  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
  });
  expect(preferences['navigateOnDragDrop']).not.toBe(true);
  expect(preferences['nodeIntegrationInWorker']).not.toBe(true);
  expect(preferences['experimentalFeatures']).not.toBe(true);
});

test('the page comes from app://desk with the policy that runtime and scripts obey', async ({
  app,
}) => {
  expect(app.page.url()).toBe('app://desk/index.html#system/system');
  const policy = await app.electron.evaluate(async ({ session }) => {
    const answer = await session.defaultSession.fetch('app://desk/index.html');
    return {
      csp: answer.headers.get('content-security-policy'),
      nosniff: answer.headers.get('x-content-type-options'),
      type: answer.headers.get('content-type'),
    };
  });
  expect(policy).toEqual({
    csp:
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; " +
      "img-src 'self' data:; worker-src 'self'; connect-src 'none'; base-uri 'none'; " +
      "form-action 'none'; frame-ancestors 'none'",
    nosniff: 'nosniff',
    type: 'text/html; charset=utf-8',
  });
});

test('nothing but the built page is served', async ({ app }) => {
  const statuses = await app.electron.evaluate(async ({ session }) => {
    const addresses = [
      'app://desk/',
      'app://desk/nothing.js',
      'app://desk/../main/index.js',
      'app://desk/..%2fmain/index.js',
      'app://desk/%2e%2e/main/index.js',
      'app://desk/..%5cmain%5cindex.js',
      'app://desk/%2fetc%2fpasswd',
      'app://desk/assets/%00',
      'app://other/index.html',
    ];
    const found: Record<string, number | string> = {};
    for (const address of addresses) {
      found[address] = await session.defaultSession.fetch(address).then(
        ({ status }) => status,
        () => 'refused',
      );
    }
    return found;
  });
  const { 'app://desk/': page, ...others } = statuses;
  expect(page).toBe(200);
  for (const [address, status] of Object.entries(others)) {
    expect([404, 'refused'], address).toContain(status);
  }
});

test('the page can reach no network and run no text as code', async ({ app }) => {
  const tried = await app.page.evaluate(async () => {
    const outcome = (promise: Promise<unknown>) =>
      promise.then(
        () => 'done',
        () => 'refused',
      );
    const loads = (element: HTMLScriptElement | HTMLImageElement, address: string) =>
      outcome(
        new Promise((resolve, reject) => {
          element.onload = resolve;
          element.onerror = () => reject(new Error('refused'));
          element.src = address;
          document.head.append(element);
        }),
      );
    const script = document.createElement('script');
    const image = document.createElement('img');
    return {
      fetchAway: await outcome(fetch('https://example.com/')),
      fetchHome: await outcome(fetch('app://desk/index.html')),
      script: await loads(script, 'https://example.com/x.js'),
      image: await loads(image, 'https://example.com/x.png'),
      code: await outcome(
        Promise.resolve().then(() =>
          (Reflect.construct(Function, ['return 1']) as () => unknown)(),
        ),
      ),
    };
  });
  expect(tried).toEqual({
    fetchAway: 'refused',
    fetchHome: 'refused',
    script: 'refused',
    image: 'refused',
    code: 'refused',
  });
});

test('the session refuses the network even where no policy stands in the way', async ({ app }) => {
  const outcome = await app.electron.evaluate(({ session }) =>
    session.defaultSession.fetch('http://127.0.0.1:9/').then(
      () => 'done',
      (error: unknown) => String(error),
    ),
  );
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
});

test('navigation, new windows and frames are refused', async ({ app }) => {
  const before = app.page.url();
  const opened = await app.page.evaluate(() => {
    const window2 = window.open('https://example.com/', '_blank');
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
    const form = document.createElement('form');
    form.action = 'https://example.com/';
    document.body.append(form);
    form.submit();
    link.remove();
    form.remove();
    return window2 !== null;
  });
  expect(opened).toBe(false);
  await app.page.evaluate(() => {
    location.assign('https://example.com/');
  });
  await app.page.evaluate(() => {
    location.assign('file:///etc/passwd');
  });
  await app.page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = 'app://desk/index.html';
    document.body.append(frame);
  });
  // The bridge still answers, so the page is still the one that was loaded.
  const info = await app.page.evaluate(() => window.desk.request('app.info', {}));
  expect(info.ok).toBe(true);
  expect(app.page.url()).toBe(before);
  const windows = await app.electron.evaluate(({ BrowserWindow }) => ({
    count: BrowserWindow.getAllWindows().length,
    // A refused frame shows an error page, which has the address and not the origin.
    origins: BrowserWindow.getAllWindows().flatMap(({ webContents }) =>
      webContents.mainFrame.framesInSubtree.map(({ origin }) => origin),
    ),
  }));
  expect(windows.count).toBe(1);
  expect(windows.origins.filter((origin) => origin === 'app://desk')).toHaveLength(1);
});

test('every permission is refused, asked for or looked up', async ({ app }) => {
  const answers = await app.page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'clipboard-write',
      'midi',
      'persistent-storage',
      'storage-access',
      'screen-wake-lock',
    ];
    const states: Record<string, string> = {};
    for (const name of names) {
      states[name] = await navigator.permissions
        .query({ name: name as PermissionName })
        .then(({ state }) => state)
        .catch(() => 'unknown here');
    }
    const asked = {
      notification: await Notification.requestPermission(),
      clipboard: await navigator.clipboard.readText().then(
        () => 'read',
        () => 'refused',
      ),
      media: await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'heard',
        () => 'refused',
      ),
      place: await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('found'),
          () => resolve('refused'),
        );
      }),
    };
    return { states, asked };
  });
  expect(Object.values(answers.states)).not.toContain('granted');
  expect(answers.asked).toEqual({
    notification: 'denied',
    clipboard: 'refused',
    media: 'refused',
    place: 'refused',
  });
});

test('a download is refused', async ({ app }) => {
  const ended = await app.electron.evaluate(async ({ BrowserWindow, session }) => {
    const done = new Promise((resolve) => {
      session.defaultSession.once('will-download', (event) => resolve(event.defaultPrevented));
    });
    BrowserWindow.getAllWindows()[0]?.webContents.downloadURL('app://desk/index.html');
    return done;
  });
  expect(ended).toBe(true);
});

test('the menu and the keys have no reload', async ({ app }) => {
  const roles = await app.electron.evaluate(({ Menu }) => {
    const all: string[] = [];
    const walk = (items: readonly Electron.MenuItem[]): void => {
      for (const item of items) {
        all.push(`${item.role ?? ''} ${item.accelerator ?? ''}`.toLowerCase());
        walk(item.submenu?.items ?? []);
      }
    };
    walk(Menu.getApplicationMenu()?.items ?? []);
    return all;
  });
  expect(roles.length).toBeGreaterThan(10);
  expect(roles.filter((role) => /reload|f5|\+r\b/.test(role))).toEqual([]);
});

test('Chromium leaves no cookie, cache or crash report behind', async ({ app }) => {
  const cookies = await app.electron.evaluate(({ session }) =>
    session.defaultSession.cookies.get({}),
  );
  expect(cookies).toEqual([]);
  const switches = await app.electron.evaluate(({ app: main }) =>
    [
      'disable-background-networking',
      'disable-component-update',
      'disable-domain-reliability',
      'disable-http2',
      'disable-quic',
    ].filter((name) => !main.commandLine.hasSwitch(name)),
  );
  expect(switches).toEqual([]);
  await app.close();
  const chromium = join(app.home, 'chromium');
  expect(existsSync(chromium)).toBe(true);
  const names = readdirSync(chromium, { recursive: true }).map(String);
  expect(names.filter((name) => name.endsWith('.dmp'))).toEqual([]);
  expect(names.filter((name) => /(^|\/)Cache(_Data)?$/.test(name))).toEqual([]);
});
