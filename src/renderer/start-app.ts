import type { App } from 'vue';
import type { Draft } from '#shared/domain/draft';
import type { Settings } from '#shared/domain/settings';
import { request } from './api/desk';
import { followLanguage } from './composables/follow-language';
import { followTheme } from './composables/use-theme';
import { listDrafts, restoreTabs } from './features/tabs/restore-tabs';
import { useTabFiles } from './features/tabs/use-tab-files';
import { i18n } from './i18n/i18n';
import { showEscapedErrors } from './lib/escaped-errors';
import { likelySettings } from './lib/likely-settings';
import { firstPicture, nextFrame } from './lib/painted';
import { installShortcuts } from './lib/shortcuts';
import { holdParts, letPartsCome } from './lib/window-parts';
import { followMonacoTheme } from './monaco/follow-theme';
import { startMonaco } from './monaco/load-monaco';
import { useAppInfoStore } from './stores/app-info';
import { useCollectionsStore } from './stores/collections';
import { useDispatchesStore } from './stores/dispatches';
import { useEnvironmentsStore } from './stores/environments';
import { useHistoryStore } from './stores/history';
import { useProblemsStore } from './stores/problems';
import { useQueueStore } from './stores/queue';
import { useQuotaStore } from './stores/quota';
import { useSandboxStore } from './stores/sandbox';
import { useSettingsStore } from './stores/settings';
import { useTabsStore } from './stores/tabs';

/** A folder that answers more slowly than this is waited for with the window in sight. In milliseconds. */
const longestFirstRead = 300;

/**
 * Settings and language first, since the first picture needs them, and the editor beside them: it takes
 * longest, and while the page waits for main nothing else wants the processor. The first picture is the editor in the
 * window's frame. All else comes after it.
 */
export async function startApp(app: App): Promise<void> {
  const likely = likelySettings();
  document.documentElement.dataset['theme'] = likely.theme;
  const settings = useSettingsStore();
  const restored = Promise.all([settings.load(), listDrafts()]).then(([, drafts]) =>
    openFirstTab(settings.current, drafts),
  );
  const asked = Promise.all([useAppInfoStore().load(), restored, loadFonts()]);
  // Without an editor there is still the history.
  await startMonaco(likely.language, likely.theme).catch(() => undefined);
  const [info] = await asked;
  const language = followLanguage(info);
  followMonacoTheme(followTheme());
  await language.loaded;
  showEscapedErrors(window);
  installShortcuts(window);
  holdParts();
  app.use(i18n).mount('#app');
  await firstPicture();
  request('app.drawn', {}).catch(() => undefined);
  loadStores();
  await letPartsCome(nextFrame);
}

/**
 * The fonts are there before the first line is laid out. Otherwise each line is laid out twice, the first time
 * in a font of the system that has to be looked for.
 */
async function loadFonts(): Promise<void> {
  const families = ['Inter Variable', 'JetBrains Mono Variable'];
  await Promise.allSettled(families.map((family) => document.fonts.load(`1em '${family}'`)));
}

/** Puts the tabs back, and has the one in front read while the editor starts: then both are there at once. */
async function openFirstTab(settings: Settings, drafts: readonly Draft[]): Promise<void> {
  await restoreTabs(settings, drafts);
  const { active } = useTabsStore();
  if (active === null) return;
  await Promise.race([
    useTabFiles().load(active),
    new Promise((resolve) => setTimeout(resolve, longestFirstRead)),
  ]);
}

/** Each failure is shown where its store is: a problem of one must not keep the others from loading. */
function loadStores(): void {
  useDispatchesStore().load();
  useHistoryStore().load();
  void Promise.allSettled([
    useEnvironmentsStore().load(),
    useCollectionsStore().load(),
    useProblemsStore().load(),
    useQueueStore().load(),
    useSandboxStore().load(),
  ]);
  useQuotaStore().load();
}
