import type { AppInfo, AppProblem } from '#shared/ipc/contract';
import type { Handlers } from '../handlers';
import { createSlicedDrafts } from '../../services/sliced-drafts';
import type { StartingEngine } from '../../services/starting-engine';

export interface AppHandlerDeps {
  readonly engine: StartingEngine;
  readonly info: () => AppInfo;
  /** Told when the page's first picture can be seen. */
  readonly drawn: () => void;
  readonly problems: () => Promise<readonly AppProblem[]>;
  readonly writeClipboard: (text: string) => Promise<void>;
  /** @throws DeskError `link_unknown`. */
  readonly openLink: (link: string) => Promise<void>;
}

type AppRoutes =
  | 'app.info'
  | 'app.drawn'
  | 'app.problems'
  | 'settings.get'
  | 'settings.update'
  | 'drafts.list'
  | 'drafts.read'
  | 'drafts.slice'
  | 'drafts.save'
  | 'drafts.discard'
  | 'clipboard.write'
  | 'links.open';

/** The app itself: what it is, its settings and drafts, the clipboard and links. */
export function createAppHandlers(deps: AppHandlerDeps): Pick<Handlers, AppRoutes> {
  const { engine } = deps;
  const drafts = createSlicedDrafts(async () => (await engine()).drafts);
  return {
    'app.info': () => Promise.resolve(deps.info()),
    'app.drawn': () => {
      deps.drawn();
      return Promise.resolve(null);
    },
    'app.problems': () => deps.problems(),
    'settings.get': async (input) => (await engine()).settings.get(input),
    'settings.update': async (input) => (await engine()).settings.update(input),
    'drafts.list': () => drafts.list(),
    'drafts.read': (input) => Promise.resolve(drafts.read(input)),
    'drafts.slice': (input) => Promise.resolve(drafts.slice(input)),
    'drafts.save': (input) => drafts.save(input),
    'drafts.discard': (input) => drafts.discard(input),
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
