import type { Environment } from '#shared/domain/environment';
import type { AppProblem, ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { Collections } from './collections/service';
import type { Drafts } from './drafts/service';
import type { Environments } from './environments/service';
import type { Log } from './log/log';
import type { Lookups } from './lookups/service';
import type { Publish } from './publish';
import type { QueueService } from './queue/queue';
import type { RunsService } from './runs/service';
import type { SecretStore } from './secrets/secret-store';
import type { SecretsService } from './secrets/secrets-service';
import type { DispatchService } from './sending/dispatch-service';
import type { KeyCheckService } from './sending/key-check';
import type { SettingsService } from './settings/service';
import type { SendOnce } from './transport/send-once';
import type { SuitesService } from './suites/service';

/** What the engine is given: everything that touches the world around it. */
export interface EnginePorts {
  /** The folder for all user data; made when it is not there. */
  readonly home: string;
  /** The folder whose requests a first start begins with; null copies none. */
  readonly sampleCollection: string | null;
  /** Has to use a connection for one request only, so that nothing is sent twice. */
  readonly fetch: SendOnce;
  readonly secretStore: SecretStore;
  /** The built worker that owns the ledger. */
  readonly ledgerWorker: URL;
  /** Epoch milliseconds. */
  now(): number;
  /** Milliseconds with fractions that only go forward. */
  monotonicMs(): number;
  /** UUID version 4. */
  uuid(): string;
  /** The built-in server while it runs. */
  sandbox(): { readonly url: string } | null;
  /** Resolves when calls to that environment can be made. Unless given, they can at once. */
  ready?(environmentId: string): Promise<unknown>;
  readonly publish: Publish;
  readonly log: Log;
  /**
   * The environment that an id stands for, given the saved one; for a caller that has unsaved ones or
   * limits of its own. Unless given, the saved one.
   */
  adaptEnvironment?(saved: Environment | null, id: string): Environment | null;
}

/** All services, one for each family of routes, with the routes' verbs as names. */
export interface Engine {
  readonly settings: Pick<SettingsService, 'get' | 'update'>;
  readonly environments: Environments & KeyCheckService;
  readonly secrets: Pick<SecretsService, 'status' | 'set' | 'clear'>;
  readonly collections: Omit<Collections, 'setFolders' | 'close'>;
  readonly drafts: Drafts;
  readonly dispatch: Pick<DispatchService, 'check' | 'send' | 'cancel'>;
  /** Sends later, and holds back what the settings want held; `dispatch` knows of neither. */
  readonly queue: Omit<QueueService, 'stop' | 'settled'>;
  readonly history: {
    /** Opens the ledger ahead of its first use, so that what is wrong with it is named. Never fails. */
    open(): Promise<void>;
    list(input: ParsedInput<'history.list'>): Promise<RouteOutput<'history.list'>>;
    get(input: ParsedInput<'history.get'>): Promise<RouteOutput<'history.get'>>;
  };
  readonly runs: Omit<RunsService, 'shutdown'>;
  readonly suites: Omit<SuitesService, 'shutdown'>;
  readonly quota: {
    get(input: ParsedInput<'quota.get'>): Promise<RouteOutput<'quota.get'>>;
  };
  readonly lookups: Omit<Lookups, 'shutdown'>;
  readonly problems: { list(): readonly AppProblem[] };
  /** Removes every known key from a text. */
  scrub(text: string): string;
  /** Cancels what is on its way, writes it down and ends. Never fails; may be repeated. */
  shutdown(): Promise<void>;
}
