import type { Collection } from '../domain/collection';
import type { DispatchSummary } from '../domain/dispatch';
import type { Environment } from '../domain/environment';
import type { LookupProgress } from '../domain/lookup';
import type { QueueEntry } from '../domain/queue';
import type { QuotaView } from '../domain/quota-view';
import type { RunProgress, RunSummary } from '../domain/run-state';
import type { SandboxStatus } from '../domain/sandbox-status';
import type { SecretStatus } from '../domain/secret';
import type { Settings } from '../domain/settings';
import type { SuiteProgress } from '../domain/suite-view';
import type { AppProblem } from './contract';
import type { EventName } from './names';

/** How far a dispatch in flight has come. */
export interface DispatchProgress {
  readonly attemptId: string;
  readonly phase: 'waiting' | 'sent' | 'answering';
  /** Bytes of the answer so far. */
  readonly receivedBytes: number;
}

/** What each event carries. Events are facts in the past tense and go from main to the page only. */
export interface EventPayloads {
  'collections.changed': readonly Collection[];
  'environments.changed': readonly Environment[];
  'secrets.changed': SecretStatus;
  'settings.changed': Settings;
  'sandbox.changed': SandboxStatus;
  'quota.changed': QuotaView;
  'history.appended': DispatchSummary;
  'lookups.progressed': LookupProgress;
  /** Lists or details of that environment are other than before. */
  'lookups.changed': { readonly environmentId: string };
  'dispatch.progressed': DispatchProgress;
  /** The whole queue. */
  'queue.changed': readonly QueueEntry[];
  /** An entry left when its moment had come, and this became of it. */
  'queue.sent': DispatchSummary;
  /** How far a survey has read the data file; at most ten times a second. */
  'survey.progressed': {
    readonly survey: string;
    readonly bytesRead: number;
    readonly bytes: number;
    readonly rows: number;
  };
  /** At most ten times a second for each run. */
  'run.progressed': RunProgress;
  /** A run began, or its state changed. */
  'runs.changed': RunSummary;
  /** How far a comparison of two runs has come, from 0 to 1; at most ten times a second. */
  'comparison.progressed': { readonly comparison: string; readonly share: number };
  /** Cases began, one of them ended, or all of them. */
  'suite.progressed': SuiteProgress;
  'app.problemsChanged': readonly AppProblem[];
  /** A command of the native menu, by its id (see `renderer/lib/commands`). */
  'command.invoked': { readonly commandId: string };
  /** The window is about to close: save drafts and tabs now. */
  'app.quitRequested': Record<string, never>;
}

type Complete = { [K in EventName]: EventPayloads[K] };
export type EventPayload<K extends EventName> = Complete[K];
