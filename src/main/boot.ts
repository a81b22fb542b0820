import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, clipboard, powerMonitor, shell } from 'electron';
import type { Engine } from '#engine/create-engine';
import { writeAtomically } from '#engine/files/atomic-write';
import { homePaths } from '#engine/home';
import { createKySendOnce } from '#engine/transport/ky-send-once';
import { sandboxEnvironmentId } from '#shared/domain/environment';
import { scenarios } from '#sandbox/scenarios';
import { answerRequest } from './ipc/answer-request';
import type { Answerer } from './ipc/gate';
import { createHandlers } from './ipc/handlers';
import { createPagePublisher } from './ipc/publish';
import { createNativeMenu } from './menu/native-menu';
import { openLane } from './network/lane';
import { createSingleShotFetch } from './network/single-shot-fetch';
import { openExternalLink } from './security/external-links';
import { readAppInfo } from './services/app-info';
import { createAppLog } from './services/app-log';
import { createEventHub } from './services/event-hub';
import { createKeychain } from './services/keychain';
import { createProblemBoard } from './services/problem-board';
import { createSandboxKey } from './services/sandbox-key';
import { createSandboxService } from './services/sandbox-service';
import { startSandboxThread } from './services/sandbox-thread';
import { startEngine } from './services/starting-engine';
import { createTraffic } from './services/traffic';
import { askForDataFile, askForFolder, askWhereToSave } from './window/dialogs';
import type { OpenedWindow } from './window/open-window';
import { recoverPage } from './window/page-recovery';
import { installQuitFlow } from './window/quit-flow';
import { createWindowMemory } from './window/window-memory';
import { nextZoom } from './window/zoom';

/** Where things are; everything else follows from it. */
export interface BootOptions {
  /** The folder for all user data. */
  readonly home: string;
  /** The folder that package.json is in. */
  readonly appFolder: string;
  /** The folder of the build, with `main`, `preload` and `renderer` in it. */
  readonly built: string;
  /** The version of Electron that this release is made for. */
  readonly declaredElectron: string;
  /** The window, with the page on its way. */
  readonly opened: OpenedWindow;
}

/** A page that has not said after this long that it is drawn is not waited for. In milliseconds. */
const longestUntilDrawnMs = 5000;

/** A key such as the API gives out, for the built-in sandbox. */
function newSandboxKey(): string {
  return randomBytes(18).toString('hex');
}

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => {
    clearTimeout(timer);
  };
}

/**
 * Puts the app together behind the open window: log, keychain, engine and sandbox, handlers. What is slow
 * starts here and is waited for by the handlers. Returns what answers the page.
 */
export function boot({ home, appFolder, built, declaredElectron, opened }: BootOptions): Answerer {
  const { window, state, stateFile, page } = opened;
  let engine: Engine | null = null;

  const log = createAppLog(homePaths(home).log, (text) => engine?.scrub(text) ?? text);
  const info = readAppInfo(app, home, declaredElectron);
  log.info('app started', {
    version: info.version,
    platform: info.platform,
    runtime: info.runtime,
    elapsedMs: Math.round(performance.now()),
  });
  process.on('uncaughtException', (error) => {
    log.error('exception escaped', { error });
  });
  process.on('unhandledRejection', (error) => {
    log.error('rejection escaped', { error });
  });

  const hub = createEventHub(createPagePublisher(page));
  const secretStore = createKeychain(process.platform, process.env, process.getuid?.() ?? 0);
  const board = createProblemBoard({
    publish: hub.publish,
    own: () => [sandbox.problem()].filter((problem) => problem !== null),
  });

  const starting = startEngine({
    home,
    appFolder,
    mainFolder: join(built, 'main'),
    sendOnce: createKySendOnce(
      createSingleShotFetch((index) => openLane(index, `DispatchDesk/${info.version}`)),
    ),
    secretStore,
    sandbox: () => sandbox.running(),
    ready: async (environmentId) => {
      if (environmentId === sandboxEnvironmentId) await startSandbox();
    },
    publish: board.fromEngine,
    log,
  });
  starting.then(
    (started) => {
      engine = started;
    },
    (error: unknown) => {
      log.error('engine failed', { error });
    },
  );

  const sandboxKey = createSandboxKey({
    secrets: async () => (await starting).secrets,
    store: secretStore,
    createKey: newSandboxKey,
  });
  const sandbox = createSandboxService({
    scenarios: scenarios.map(({ id }) => id),
    start: async (scenario, onEnded) =>
      startSandboxThread(
        pathToFileURL(join(built, 'main', 'sandbox-worker.js')),
        { apiKey: await sandboxKey(), scenario },
        onEnded,
      ),
    publish: hub.publish,
    onProblemChanged: board.changed,
    log,
  });
  // Starting the server takes time from the window, so it begins with the first picture, or when needed.
  let firstStart: Promise<unknown> | null = null;
  const startSandbox = (): Promise<unknown> => (firstStart ??= sandbox.restart());

  let pageDrawn: () => void = () => undefined;
  const drawn = new Promise<void>((resolve) => {
    pageDrawn = resolve;
  });

  const traffic = createTraffic(after);
  const handlers = createHandlers({
    engine: () => starting,
    sandbox,
    sandboxStarted: startSandbox,
    info: () => info,
    drawn: pageDrawn,
    problems: async () => {
      await starting.catch(() => undefined);
      return board.list();
    },
    // Newer versions of Electron answer with a promise, older ones with nothing.
    writeClipboard: async (text) => {
      await clipboard.writeText(text);
    },
    openLink: openExternalLink,
    askForFolder: () => askForFolder(window),
    askForDataFile: () => askForDataFile(window),
    askWhereToSave: (name) => askWhereToSave(window, name),
    writeFile: writeAtomically,
    reveal: (path) => {
      shell.showItemInFolder(path);
    },
  });

  async function zoom(direction: 'in' | 'out' | 'reset'): Promise<void> {
    const { settings } = await starting;
    const { zoomPercent } = await settings.get();
    await settings.update({ zoomPercent: nextZoom(zoomPercent, direction) });
  }
  const menu = createNativeMenu(
    {
      command: (commandId) => {
        hub.publish('command.invoked', { commandId });
      },
      zoom: (direction) => void zoom(direction),
      openLink: (link) => void openExternalLink(link),
    },
    {
      mac: process.platform === 'darwin',
      developerTools: !app.isPackaged,
      systemLanguages: app.getPreferredSystemLanguages(),
    },
  );

  void opened.shown.then((elapsedMs) => {
    log.info('window shown', { elapsedMs: Math.round(elapsedMs) });
    after(longestUntilDrawnMs, pageDrawn);
  });
  void drawn.then(() => {
    log.info('page drawn', { elapsedMs: Math.round(performance.now()) });
    void startSandbox();
    void starting.then(
      async ({ history, queue }) => {
        await history.open();
        await queue.open();
      },
      () => undefined,
    );
  });
  window.webContents.on('zoom-changed', (_event, direction) => void zoom(direction));

  powerMonitor.on('resume', () => engine?.queue.wake());

  const memory = createWindowMemory(window, stateFile, state);
  hub.on('settings.changed', memory.follow);
  hub.on('settings.changed', menu.follow);
  void starting.then(async ({ settings }) => {
    const now = await settings.get();
    memory.follow(now);
    menu.follow(now);
    log.info('engine started', { elapsedMs: Math.round(performance.now()) });
  });

  recoverPage({
    app,
    window,
    pageUrl: memory.pageUrl,
    labels: menu.labels,
    now: () => Date.now(),
    log,
  });
  installQuitFlow({
    app,
    window,
    publish: hub.publish,
    traffic,
    remember: memory.save,
    wait: (ms) =>
      new Promise((resolve) => {
        after(ms, resolve);
      }),
    shutdown: async () => {
      await starting.then(
        (started) => started.shutdown(),
        () => undefined,
      );
      await sandbox.stop();
      log.info('app ended');
      log.close();
    },
  });

  return (request) => traffic.during(request.route, answerRequest(request, { handlers, log }));
}
