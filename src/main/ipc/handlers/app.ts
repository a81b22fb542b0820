import type { AppInfo, AppProblem } from '#shared/ipc/contract';
import type { Handlers } from '../handlers';
import type { StartingEngine } from '../../services/starting-engine';

export interface AppHandlerDeps {
  readonly engine: StartingEngine;
  readonly info: () => AppInfo;
  readonly problems: () => Promise<readonly AppProblem[]>;
  readonly writeClipboard: (text: string) => Promise<void>;
  /** @throws DeskError `link_unknown`. */
  readonly openLink: (link: string) => Promise<void>;
}

type AppRoutes =
  | 'app.info'
  | 'app.problems'
  | 'settings.get'
  | 'settings.update'
  | 'drafts.list'
  | 'drafts.save'
  | 'drafts.discard'
  | 'clipboard.write'
  | 'links.open';

/** The app itself: what it is, its settings and drafts, the clipboard and links. */
export function createAppHandlers(deps: AppHandlerDeps): Pick<Handlers, AppRoutes> {
  const { engine } = deps;
  return {
    'app.info': () => Promise.resolve(deps.info()),
    'app.problems': () => deps.problems(),
    'settings.get': async (input) => (await engine()).settings.get(input),
    'settings.update': async (input) => (await engine()).settings.update(input),
    'drafts.list': async (input) => (await engine()).drafts.list(input),
    'drafts.save': async (input) => (await engine()).drafts.save(input),
    'drafts.discard': async (input) => (await engine()).drafts.discard(input),
    'clipboard.write': async ({ text }) => {
      await deps.writeClipboard((await engine()).scrub(text));
      return null;
    },
    'links.open': async ({ link }) => {
      await deps.openLink(link);
      return null;
    },
  };
}
