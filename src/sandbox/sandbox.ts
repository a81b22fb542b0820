import type { Catalogue } from './catalogue';
import type { JournalEntry, JournalTarget } from './journal';
import type { QuotaFigures } from './quota-rules';
import type { RandomBytes } from './random-ids';

/** How a sandbox is set up. Only the clock has to be given. */
export interface SandboxOptions extends QuotaFigures {
  /** Port on 127.0.0.1; 0, the default, takes any free one. */
  readonly port?: number | undefined;
  /** The key that callers must present: visible ASCII, no quotes. Default: a random one. */
  readonly apiKey?: string | undefined;
  /** Milliseconds before each answer. Default 0. */
  readonly latencyMs?: number | undefined;
  /** Milliseconds before each byte of the scenario `slow_drip`. Default 200. */
  readonly dripMs?: number | undefined;
  /** Id of the scenario to begin with. Default `accepted`. */
  readonly scenario?: string | undefined;
  /** Takes each journal line, or names the file that lines are appended to. */
  readonly journal?: JournalTarget | undefined;
  /** Accepts ids that the catalogue does not have, as those of active targets. Default false. */
  readonly acceptAnyId?: boolean | undefined;
  /** Campaigns and Canvases. Default: the sample workspace. */
  readonly catalogue?: Catalogue | undefined;
  /** Epoch milliseconds; quota windows and times in answers go by it. */
  readonly now: () => number;
  /** Source of keys and ids. Default: the system's. */
  readonly random?: RandomBytes | undefined;
}

/** A running sandbox. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly port: number;
  readonly apiKey: string;
  /** Id of the scenario in force. */
  scenario(): string;
  /** Sets it for the sends and schedules that come from now on. Throws `invalid_input`. */
  setScenario(id: string): void;
  /** Sets the milliseconds before each answer from now on. Throws `invalid_input`. */
  setLatency(ms: number): void;
  /** The newest requests, oldest first; at most 1,000. */
  received(): readonly JournalEntry[];
  /** Ends all connections at once, waiting calls included, and frees the port. May be repeated. */
  stop(): Promise<void>;
}
