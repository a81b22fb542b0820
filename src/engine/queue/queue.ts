import type { Dispatch } from '#shared/domain/dispatch';
import type { Environment } from '#shared/domain/environment';
import type { QueueAnswer, QueueEntry, QueueSending } from '#shared/domain/queue';
import type { ParsedInput } from '#shared/ipc/contract';
import type { DataFile } from '../files/data-file';
import type { Ledger } from '../ledger/ledger';
import type { Log } from '../log/log';
import type { Problems } from '../problems';
import type { Publish } from '../publish';
import type { DispatchService } from '../sending/dispatch-service';

/** What waits to be sent, for the routes `queue.*` and for the hold in `dispatch.send`. */
export interface QueueService {
  /**
   * Reads the queue's file and begins to send what is due; does so once. Nobody but the app calls it:
   * of two programs on one home only one may own the queue.
   */
  open(): Promise<void>;
  /** The computer has slept: the clock that only goes forward may have stood still. */
  wake(): void;
  /**
   * `dispatch.send` with the hold that the settings ask for. @throws DeskError also `send_undone`, and
   * `send_held` or `send_changed` when the entry stays in the queue and asks.
   */
  send(input: ParsedInput<'dispatch.send'>): Promise<Dispatch>;
  /** Undoes a hold, or cancels what has left it. */
  cancel(input: ParsedInput<'dispatch.cancel'>): Promise<null>;
  list(): Promise<readonly QueueEntry[]>;
  /** @throws DeskError `due_past`, `queue_full`, `environment_unknown`, those of the file. */
  schedule(input: ParsedInput<'queue.schedule'>): Promise<QueueAnswer>;
  /** @throws DeskError `queue_unknown`, `environment_unknown`, and what `DispatchService.send` throws. */
  sendNow(input: ParsedInput<'queue.sendNow'>): Promise<QueueSending>;
  /** @throws DeskError `queue_unknown`, `due_past`, `environment_unknown`, those of the file. */
  reschedule(input: ParsedInput<'queue.reschedule'>): Promise<QueueAnswer>;
  /** @throws DeskError `queue_unknown`, those of the file. */
  remove(input: ParsedInput<'queue.remove'>): Promise<{ readonly undoToken: string }>;
  /** @throws DeskError `queue_unknown`, `queue_full`, those of the file. */
  restore(input: ParsedInput<'queue.restore'>): Promise<QueueEntry>;
  /** Sends nothing more by itself; what is in its hold stays in the file. Never rejects. */
  stop(): void;
  /** Resolves once what was leaving is settled. Never rejects. */
  settled(): Promise<void>;
}

export interface QueueDeps {
  readonly file: DataFile;
  readonly environments: { find(id: string): Environment | null };
  readonly dispatch: Pick<DispatchService, 'check' | 'send' | 'cancel'>;
  readonly ledger: Pick<Ledger, 'get'>;
  holdSeconds(): Promise<number>;
  /** Resolves when calls to that environment can be made, such as with the built-in server started. */
  ready(environmentId: string): Promise<unknown>;
  readonly publish: Publish;
  readonly problems: Pick<Problems, 'replace'>;
  readonly log: Log;
  /** Epoch milliseconds. */
  now(): number;
  monotonicMs(): number;
  uuid(): string;
  /** Ids of ledger rows. */
  newId(): string;
  /** Runs something in so many milliseconds; the function calls it off. */
  after(ms: number, run: () => void): () => void;
}
