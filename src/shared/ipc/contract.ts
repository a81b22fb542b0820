import { z } from 'zod';
import type { Collection } from '../domain/collection';
import type { Dispatch, DispatchSummary } from '../domain/dispatch';
import { outcomes } from '../domain/dispatch';
import type { ListedDraft } from '../domain/draft';
import { draftSchema } from '../domain/draft';
import type { Environment, KeyCheck } from '../domain/environment';
import { environmentInputSchema, environmentSchema } from '../domain/environment';
import type { GateReport } from '../domain/gate';
import type { LookupView, TargetDetails, TargetKnowledge } from '../domain/lookup';
import { targetKinds } from '../domain/lookup';
import type { QueueAnswer, QueueEntry, QueueSending } from '../domain/queue';
import type { QuotaView } from '../domain/quota-view';
import type { RequestFile, RequestRef } from '../domain/request';
import { requestRefSchema } from '../domain/request';
import type { SandboxStatus } from '../domain/sandbox-status';
import type { SecretStatus } from '../domain/secret';
import type { Settings } from '../domain/settings';
import { settingsPatchSchema } from '../domain/settings';
import { suiteChangeSchema } from '../domain/suite';
import type { SuiteStart, SuiteView } from '../domain/suite-view';
import {
  bodyPlace,
  bodyText,
  bodyTextLength,
  confirmation,
  confirmations,
  environmentId,
  nothing,
  outgoingRequestSchema,
  returns,
  type Sliced,
  slicedBody,
} from './contract-parts';
import { runRoutes } from './contract-runs';
import type { RouteName } from './names';
import { sliceLength } from '../lib/text-slices';

/** A problem that stays until it is solved, shown in the status bar: a code of `errors.ts` and its facts. */
export interface AppProblem {
  readonly id: string;
  readonly area:
    | 'ledger'
    | 'settings'
    | 'environments'
    | 'collections'
    | 'sandbox'
    | 'keychain'
    | 'drafts'
    | 'lookups'
    | 'queue';
  readonly code: import('../errors').ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface AppInfo {
  readonly version: string;
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  /** `fallback`: the runtime carried by the registry, never a release. */
  readonly runtime: 'official' | 'fallback';
  readonly userData: string;
  readonly systemLanguage: string;
}

export interface HistoryPage {
  readonly items: readonly DispatchSummary[];
  /** Give it back as `before` for the next page; null at the end. */
  readonly next: string | null;
  readonly total: number;
}

/** Where in a draft's text, in UTF-16 units. */
const draftPlace = z.int().min(0).max(32_000_000);
const target = z.strictObject({
  environmentId,
  kind: z.enum(targetKinds),
  id: z.string().min(1).max(200),
});

const queueId = z.strictObject({ id: z.uuid() });
/** Null: those given before, as long as nothing has changed. */
const anew = confirmations.nullable();
/** A moment to come, ISO 8601 in UTC; refused with `due_past` when it is past. */
const dueAt = z.iso.datetime();

/** One contract: input is parsed in main, output is typed; a missing or extra handler does not compile. */
export const contract = {
  'app.info': { input: nothing, output: returns<AppInfo>() },
  /** The page's first picture can be seen: what would have taken time from it may start. */
  'app.drawn': { input: nothing, output: returns<null>() },
  'app.problems': { input: nothing, output: returns<readonly AppProblem[]>() },

  'settings.get': { input: nothing, output: returns<Settings>() },
  'settings.update': { input: settingsPatchSchema, output: returns<Settings>() },

  'environments.list': { input: nothing, output: returns<readonly Environment[]>() },
  'environments.create': { input: environmentInputSchema, output: returns<Environment>() },
  'environments.update': { input: environmentSchema, output: returns<Environment>() },
  /** Takes the key out of reach too; both come back with `environments.restore` until the app quits. */
  'environments.remove': {
    input: z.strictObject({ environmentId }),
    output: returns<{ readonly undoToken: string }>(),
  },
  'environments.restore': {
    input: z.strictObject({ undoToken: z.uuid() }),
    output: returns<Environment>(),
  },
  'environments.checkKey': {
    input: z.strictObject({ environmentId }),
    output: returns<KeyCheck>(),
  },

  'secrets.status': { input: z.strictObject({ environmentId }), output: returns<SecretStatus>() },
  'secrets.set': {
    input: z.strictObject({
      environmentId,
      key: z.string().min(1).max(1000),
      keep: z.enum(['keychain', 'session']),
    }),
    output: returns<SecretStatus>(),
  },
  'secrets.clear': { input: z.strictObject({ environmentId }), output: returns<SecretStatus>() },

  'collections.list': { input: nothing, output: returns<readonly Collection[]>() },
  'collections.read': { input: requestRefSchema, output: returns<RequestFile>() },
  /** Refused with `file_changed` when the file on disk is no longer `baseRevision`; null overwrites knowingly. */
  'collections.write': {
    input: z.strictObject({
      ref: requestRefSchema,
      text: bodyText,
      baseRevision: z.string().max(200).nullable(),
    }),
    output: returns<{ readonly revision: string }>(),
  },
  /** `folder` is a path inside the collection, '' for its top. Gives the name a number when it is taken. */
  'collections.create': {
    input: z.strictObject({
      root: z.string().max(100),
      folder: z.string().max(1000),
      name: z.string().min(1).max(200),
      text: bodyText,
    }),
    output: returns<RequestFile>(),
  },
  'collections.createFolder': {
    input: z.strictObject({
      root: z.string().max(100),
      folder: z.string().max(1000),
      name: z.string().min(1).max(200),
    }),
    output: returns<{ readonly path: string }>(),
  },
  /** A request or a folder; `name` without extension. */
  'collections.rename': {
    input: z.strictObject({ ref: requestRefSchema, name: z.string().min(1).max(200) }),
    output: returns<RequestRef>(),
  },
  'collections.duplicate': { input: requestRefSchema, output: returns<RequestRef>() },
  /** Moves it aside; `collections.restore` brings it back. */
  'collections.remove': {
    input: requestRefSchema,
    output: returns<{ readonly undoToken: string }>(),
  },
  'collections.restore': {
    input: z.strictObject({ undoToken: z.uuid() }),
    output: returns<RequestRef>(),
  },
  /** Opens the system's folder dialog; null when it was dismissed. */
  'collections.addFolder': { input: nothing, output: returns<Collection | null>() },
  /** Forgets the folder; nothing on disk is touched. */
  'collections.removeFolder': {
    input: z.strictObject({ root: z.string().max(100) }),
    output: returns<null>(),
  },
  /** Shows it in the system's file manager. */
  'collections.reveal': {
    input: z.strictObject({ root: z.string().max(100), path: z.string().max(1000) }),
    output: returns<null>(),
  },

  /** Of a text longer than a slice the first one; `drafts.read` gives the others, once. */
  'drafts.list': { input: nothing, output: returns<readonly ListedDraft[]>() },
  /** The slice of a listed draft's text that begins there. */
  'drafts.read': {
    input: z.strictObject({ id: z.uuid(), at: draftPlace }),
    output: returns<string>(),
  },
  /** A slice of a text that is to be saved; one at 0 begins anew. */
  'drafts.slice': {
    input: z.strictObject({ id: z.uuid(), at: draftPlace, text: z.string().max(2 * sliceLength) }),
    output: returns<null>(),
  },
  /** With `sliced` the text is what follows the slices before it, which are as long as that together. */
  'drafts.save': {
    input: draftSchema.omit({ savedAt: true }).extend({ sliced: draftPlace.optional() }),
    output: returns<null>(),
  },
  'drafts.discard': { input: z.strictObject({ id: z.uuid() }), output: returns<null>() },

  /** A slice of a body that is to be checked, sent or scheduled; one at 0 begins anew. */
  'bodies.slice': {
    input: z.strictObject({ id: z.uuid(), at: bodyPlace, text: z.string().max(2 * sliceLength) }),
    output: returns<null>(),
  },
  /** The slice of a text in an answer that begins there. */
  'bodies.read': {
    input: z.strictObject({ id: z.uuid(), at: bodyPlace }),
    output: returns<string>(),
  },
  /** What the gate would say now. Sends nothing. */
  'dispatch.check': {
    input: z.strictObject({ environmentId, request: outgoingRequestSchema, sliced: slicedBody }),
    output: returns<Sliced<GateReport, 'wireBody'>>(),
  },
  /**
   * Passes the gate, waits its turn, sends once, and resolves with the dispatch whatever its outcome.
   * `attemptId` is made by the page for one press of Send; a second use is refused with `attempt_repeated`.
   * With a hold it first waits in the queue: `send_undone` when it was cancelled there, `send_held` and
   * `send_changed` when it stays there and asks.
   */
  'dispatch.send': {
    input: z.strictObject({
      attemptId: z.uuid(),
      environmentId,
      request: outgoingRequestSchema,
      sliced: slicedBody,
      confirmations,
    }),
    output: returns<Sliced<Dispatch, 'sentBody'>>(),
  },
  'dispatch.cancel': { input: z.strictObject({ attemptId: z.uuid() }), output: returns<null>() },

  'queue.list': { input: nothing, output: returns<readonly QueueEntry[]>() },
  /** Keeps the request as it stands now, with its variables' values, until its moment. */
  'queue.schedule': {
    input: z.strictObject({
      environmentId,
      request: outgoingRequestSchema,
      sliced: slicedBody,
      dueAt,
      confirmations,
    }),
    output: returns<QueueAnswer>(),
  },
  /**
   * Sends what waits or asks. Not sent when the gate wants something typed or the environment has changed:
   * the report says what. Only what is in its hold leaves with what was typed before.
   */
  'queue.sendNow': {
    input: queueId.extend({ confirmations: anew }),
    output: returns<QueueSending>(),
  },
  'queue.reschedule': {
    input: queueId.extend({ dueAt, confirmations: anew }),
    output: returns<QueueAnswer>(),
  },
  /** `queue.restore` brings it back until the app quits. */
  'queue.remove': { input: queueId, output: returns<{ readonly undoToken: string }>() },
  'queue.restore': {
    input: z.strictObject({ undoToken: z.uuid() }),
    output: returns<QueueEntry>(),
  },

  'history.list': {
    input: z.strictObject({
      /** Words looked for in campaign, name, dispatch_id, identifiers, errors and bodies; '' for all. */
      query: z.string().max(500),
      environmentId: environmentId.nullable(),
      outcomes: z.array(z.enum(outcomes)).max(8),
      before: z.string().max(100).nullable(),
      limit: z.number().int().min(1).max(500),
    }),
    output: returns<HistoryPage>(),
  },
  'history.get': {
    input: z.strictObject({ id: z.uuid() }),
    output: returns<Sliced<Dispatch, 'sentBody'>>(),
  },

  ...runRoutes,

  'suites.read': { input: requestRefSchema, output: returns<SuiteView>() },
  /** A new file beside the request; `comment` stands at its top. Gives the name a number when it is taken. */
  'suites.create': {
    input: z.strictObject({
      request: requestRefSchema,
      name: z.string().min(1).max(150),
      comment: z.string().max(500),
    }),
    output: returns<RequestRef>(),
  },
  /** Patches the file and saves it. Refused with `file_changed` when it is no longer `baseRevision`. */
  'suites.edit': {
    input: z.strictObject({
      ref: requestRefSchema,
      baseRevision: z.string().max(200),
      change: suiteChangeSchema,
    }),
    output: returns<SuiteView>(),
  },
  /**
   * Sends cases one after the other; `only` by their keys, null for all. Where something has to be confirmed first it
   * says so and sends nothing: confirmed once for all, it holds for the bodies that `fingerprint` stands for.
   */
  'suites.run': {
    input: z.strictObject({
      ref: requestRefSchema,
      environmentId,
      only: z.array(z.string().max(bodyTextLength)).max(500).nullable(),
      fingerprint: z.string().max(100).nullable(),
      /** One for each target that is reached widely, one for each case that was sent before, and one for production. */
      confirmations: z.array(confirmation).max(1001),
    }),
    output: returns<SuiteStart>(),
  },
  /** Lets the case on its way end; asked again, it cancels that one too. */
  'suites.stop': { input: requestRefSchema, output: returns<null>() },

  'sandbox.status': { input: nothing, output: returns<SandboxStatus>() },
  'sandbox.setScenario': {
    input: z.strictObject({ scenario: z.string().max(60) }),
    output: returns<SandboxStatus>(),
  },
  'sandbox.restart': { input: nothing, output: returns<SandboxStatus>() },

  'quota.get': { input: z.strictObject({ environmentId }), output: returns<QuotaView | null>() },

  /** Campaigns and Canvases as they are known offline. */
  'lookups.list': { input: z.strictObject({ environmentId }), output: returns<LookupView>() },
  /** Reads the lists from the server. A list that fails stays, with the reason; see `lookups.progressed`. */
  'lookups.refresh': { input: z.strictObject({ environmentId }), output: returns<LookupView>() },
  'lookups.cancel': { input: z.strictObject({ environmentId }), output: returns<null>() },
  /** What is known offline of one id. */
  'lookups.target': { input: target, output: returns<TargetKnowledge>() },
  /** Reads one campaign's or Canvas's details from the server and keeps them. */
  'lookups.details': { input: target, output: returns<TargetDetails>() },

  /** Scrubbed of every known key in main before it reaches the clipboard. */
  'clipboard.write': { input: z.strictObject({ text: bodyText }), output: returns<null>() },
  /** Asks for a place and writes the stored answer there; null when it was dismissed. */
  'answers.saveToFile': {
    input: z.strictObject({ id: z.uuid() }),
    output: returns<{ readonly file: string } | null>(),
  },
  /** Opens a page of a fixed list in the system's browser, by its id. */
  'links.open': { input: z.strictObject({ link: z.string().max(60) }), output: returns<null>() },
} as const satisfies Record<RouteName, { input: z.ZodType; output: z.ZodType }>;

export type Contract = typeof contract;
export type RouteInput<K extends RouteName> = z.input<Contract[K]['input']>;
export type ParsedInput<K extends RouteName> = z.output<Contract[K]['input']>;
export type RouteOutput<K extends RouteName> = z.output<Contract[K]['output']>;
