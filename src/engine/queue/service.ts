import type { Dispatch } from '#shared/domain/dispatch';
import type { QueueEntry, QueueReason } from '#shared/domain/queue';
import { DeskError } from '#shared/errors';
import type { ParsedInput } from '#shared/ipc/contract';
import { summaryOf } from '../sending/dispatch-record';
import { blocksAgainstSending } from '../sending/gate';
import { createConfirmer } from './confirmer';
import { type ClockReading, dueVerdict } from './due';
import { createHolds } from './holds';
import type { QueueDeps, QueueService } from './queue';
import { reasonOfBlocks } from './reason-of-blocks';
import { createQueueStore } from './queue-store';
import { settleInterrupted } from './settle-interrupted';
import { type StoredEntry, confirmedNow, isConfirmed, viewOf } from './stored-entry';

/** How long nobody looks at the clocks at most while something waits, in milliseconds. */
const longestNapMs = 15_000;

/** Sends what waits, once, when its moment has come and a person has confirmed just that. */
export function createQueue(deps: QueueDeps): QueueService {
  const { dispatch, log } = deps;
  const store = createQueueStore({ file: deps.file });
  const holds = createHolds();
  const { examine, freeze } = createConfirmer(deps);
  const anchors = new Map<string, ClockReading>();
  const removed = new Map<string, StoredEntry>();
  /** Entries that are being looked at before they leave by themselves. */
  const examined = new Set<string>();
  const running = new Set<Promise<unknown>>();
  let opened: Promise<void> | null = null;
  let stopped = false;
  let callOff: () => void = () => undefined;

  const clocks = (): ClockReading => ({ wallMs: deps.now(), monotonicMs: deps.monotonicMs() });
  const changed = (): void => {
    deps.publish('queue.changed', store.list().map(viewOf));
  };
  const verdictOf = ({ id, kind, dueAt }: StoredEntry) => {
    const now = clocks();
    return dueVerdict({ kind, dueMs: Date.parse(dueAt) }, anchors.get(id) ?? now, now);
  };
  const entryOf = (id: string): StoredEntry => {
    const entry = store.get(id);
    if (entry === null || entry.state === 'leaving') throw new DeskError('queue_unknown', { id });
    return entry;
  };
  const during = async <T>(work: Promise<T>): Promise<T> => {
    running.add(work);
    try {
      return await work;
    } finally {
      running.delete(work);
    }
  };

  /** Looks at everything that waits, and comes back when the next may be due. */
  function look(): void {
    callOff();
    callOff = () => undefined;
    if (stopped) return;
    let napMs = Infinity;
    for (const entry of store.list()) {
      if (entry.state !== 'waiting' || examined.has(entry.id)) continue;
      const verdict = verdictOf(entry);
      if (verdict.is === 'wait') napMs = Math.min(napMs, verdict.ms);
      else void during(come(entry, verdict.is === 'ask' ? verdict.reason : null));
    }
    if (napMs < Infinity) callOff = deps.after(Math.min(Math.ceil(napMs), longestNapMs), look);
  }

  /** An entry's moment has come, or has passed. Never rejects. */
  async function come(entry: StoredEntry, reason: QueueReason | null): Promise<void> {
    examined.add(entry.id);
    try {
      const against = reason ?? (await objection(entry));
      if (against === null) await leaveWhenDue(entry);
      else await askAbout(entry.id, against);
    } catch (error) {
      log.warn('queued dispatch did not leave', { error });
      // Such as a full disk: it cannot be taken out, and trying without end would help nobody.
      await askAbout(entry.id, 'blocked');
    } finally {
      examined.delete(entry.id);
      look();
    }
  }

  /** Why it must not leave by itself now. */
  async function objection(entry: StoredEntry): Promise<QueueReason | null> {
    try {
      await deps.ready(entry.environmentId);
      const { report, same } = await examine(entry);
      if (!same) return 'changed';
      // With what was confirmed in its time: a repeat of what was sent since is another question.
      return reasonOfBlocks(blocksAgainstSending(report, entry.confirmations));
    } catch (error) {
      log.warn('queued dispatch not checked', { error });
      return 'blocked';
    }
  }

  async function leaveWhenDue(entry: StoredEntry): Promise<void> {
    // Looking took time: it may have been moved or undone, or be late by now.
    const isDue = (now: StoredEntry): boolean =>
      !stopped && now.state === 'waiting' && verdictOf(now).is === 'fire';
    const live = holds.has(entry.id);
    const sent = await leave(entry.id, isDue, {});
    if (sent !== null && !live) deps.publish('queue.sent', summaryOf(sent));
  }

  async function askAbout(id: string, reason: QueueReason): Promise<void> {
    const asks = await store.change(
      id,
      (entry) => (entry.state === 'waiting' ? { ...entry, state: 'asking', reason } : null),
      false,
    );
    if (asks === null) return;
    holds.reject(
      id,
      new DeskError(reason === 'changed' ? 'send_changed' : 'send_held', { reason }),
    );
    changed();
  }

  /**
   * Takes an entry out, on disk, and only then sends it. Null when it was not there to be taken; that is
   * what keeps one entry from leaving twice.
   */
  async function leave(
    id: string,
    may: (entry: StoredEntry) => boolean,
    patch: Partial<Pick<StoredEntry, 'confirmations' | 'confirmed'>>,
  ): Promise<Dispatch | null> {
    const rowId = deps.newId();
    const taken = await store.change(
      id,
      (entry) =>
        may(entry) ? { ...entry, ...patch, state: 'leaving', reason: null, rowId } : null,
      true,
    );
    if (taken === null) return null;
    const hold = holds.has(id);
    const sending = dispatch.send(
      {
        attemptId: hold ? id : rowId,
        environmentId: taken.environmentId,
        request: taken.request,
        confirmations: [...taken.confirmations],
      },
      {
        rowId,
        check: (environment, report) => {
          const now = confirmedNow(environment, report);
          if (now === null || !isConfirmed(taken.confirmed, now))
            throw new DeskError('send_changed');
        },
      },
    );
    changed();
    try {
      const sent = await sending;
      // One that never left asks, so that it is not forgotten; a held one has the tab it came from.
      if (sent.outcome === 'blocked' && !hold)
        await putBack(taken, reasonOfBlocks(sent.blocks) ?? 'blocked');
      else await store.drop(id, () => true, false);
      holds.resolve(id, sent);
      return sent;
    } catch (error) {
      await settle(taken, error, hold);
      holds.reject(id, error);
      throw error;
    } finally {
      changed();
    }
  }

  /** After a send that threw: only what provably did not leave comes back. */
  async function settle(taken: StoredEntry, error: unknown, hold: boolean): Promise<void> {
    if (error instanceof DeskError) {
      if (error.code === 'send_changed') await putBack(taken, 'changed');
      else if (hold) await store.drop(taken.id, () => true, false);
      else await putBack(taken, 'blocked');
      return;
    }
    await settleInterrupted(store, deps.ledger, taken);
  }

  async function putBack({ id }: StoredEntry, reason: QueueReason): Promise<void> {
    const asks = { state: 'asking', reason, rowId: null } as const;
    await store.change(id, (entry) => ({ ...entry, ...asks }), false);
  }

  async function load(): Promise<void> {
    const { unreadable } = await store.load();
    const { problem } = await deps.file.read();
    const broken = { code: 'file_broken' as const, params: { path: '/entries' } };
    const found = problem ?? (unreadable > 0 ? broken : null);
    deps.problems.replace(
      'queue',
      found === null ? [] : [{ id: 'queue', area: 'queue', ...found }],
    );
    for (const entry of store.list()) {
      anchors.set(entry.id, clocks());
      const open = entry.state === 'leaving' || entry.reason === 'unclear';
      if (open) await settleInterrupted(store, deps.ledger, entry);
      else if (entry.kind === 'hold') await askAbout(entry.id, 'held');
    }
    changed();
    look();
  }

  const open = (): Promise<void> => (opened ??= load());

  /** Puts a new entry, or an old one with a new moment, in its place. */
  const arm = (entry: StoredEntry): QueueEntry => {
    anchors.set(entry.id, clocks());
    changed();
    look();
    return viewOf(entry);
  };

  const nowText = (): string => new Date(deps.now()).toISOString();
  const dueTime = (dueAt: string): string => {
    if (Date.parse(dueAt) <= deps.now()) throw new DeskError('due_past');
    return new Date(dueAt).toISOString();
  };

  async function hold(input: ParsedInput<'dispatch.send'>, seconds: number): Promise<Dispatch> {
    const { attemptId: id } = input;
    holds.prepare(id);
    try {
      await open();
      const facts = { id, kind: 'hold', createdAt: nowText(), dueAt: nowText() } as const;
      const made = await freeze(input, facts);
      if (holds.isUndone(id)) throw new DeskError('send_undone');
      // What the gate blocks goes to it all the same, so that the history keeps that it did.
      if (!('entry' in made)) {
        holds.forget(id);
        return await dispatch.send(input);
      }
      const dueAt = new Date(deps.now() + seconds * 1000).toISOString();
      const entry = { ...made.entry, dueAt };
      await store.add(entry);
      if (stopped) throw new DeskError('send_held');
      if (holds.isUndone(id)) {
        await store.drop(id, () => true, false);
        throw new DeskError('send_undone');
      }
      const ended = holds.begin(id);
      arm(entry);
      return await ended;
    } finally {
      holds.forget(id);
    }
  }

  return {
    open,

    wake() {
      const now = clocks();
      for (const { id, kind } of store.list()) if (kind === 'scheduled') anchors.set(id, now);
      look();
    },

    async send(input) {
      const seconds = await deps.holdSeconds();
      return seconds === 0 ? await dispatch.send(input) : await hold(input, seconds);
    },

    async cancel(input) {
      const { attemptId: id } = input;
      if (holds.undoEarly(id)) return null;
      if (holds.has(id)) {
        const undone = await store.drop(id, ({ state }) => state === 'waiting', false);
        if (undone !== null) {
          holds.reject(id, new DeskError('send_undone'));
          changed();
          return null;
        }
      }
      return await dispatch.cancel(input);
    },

    async list() {
      await open();
      return store.list().map(viewOf);
    },

    async schedule(input) {
      await open();
      const dueAt = dueTime(input.dueAt);
      const facts = { id: deps.uuid(), kind: 'scheduled', createdAt: nowText(), dueAt } as const;
      const made = await freeze(input, facts);
      if (!('entry' in made)) return { done: false, report: made.report };
      await store.add(made.entry);
      return { done: true, entry: arm(made.entry) };
    },

    async sendNow({ id, confirmations }) {
      await open();
      const entry = entryOf(id);
      await deps.ready(entry.environmentId);
      const { report, environment, same } = await examine(entry);
      // What was typed was for its moment, or for the end of its hold. Any other moment is typed for anew.
      const given = confirmations ?? (holds.has(id) ? entry.confirmations : []);
      if ((!same && confirmations === null) || blocksAgainstSending(report, given).length > 0) {
        return { sent: false, report };
      }
      const confirmed = confirmedNow(environment, report) ?? entry.confirmed;
      const sendable = ({ state, reason }: StoredEntry): boolean =>
        !stopped && state !== 'leaving' && reason !== 'unclear';
      const dispatch = await during(leave(id, sendable, { confirmations: given, confirmed }));
      if (dispatch === null) throw new DeskError('queue_unknown', { id });
      return { sent: true, dispatch };
    },

    async reschedule({ id, dueAt: wanted, confirmations }) {
      await open();
      const dueAt = dueTime(wanted);
      const { report, environment, same } = await examine(entryOf(id));
      const now = confirmedNow(environment, report);
      const blocks = blocksAgainstSending(report, confirmations ?? []);
      // What only blocks it now, such as a locked keychain, may be well by then.
      const unconfirmed =
        confirmations === null || blocks.some((one) => one.code === 'confirmation');
      if (!same && (now === null || unconfirmed)) return { done: false, report };
      const again =
        same || now === null || confirmations === null ? {} : { confirmed: now, confirmations };
      const moved = await store.change(
        id,
        (entry) =>
          entry.state === 'leaving' || entry.reason === 'unclear' || holds.has(id)
            ? null
            : { ...entry, ...again, kind: 'scheduled', state: 'waiting', reason: null, dueAt },
        true,
      );
      if (moved === null) throw new DeskError('queue_unknown', { id });
      return { done: true, entry: arm(moved) };
    },

    async remove({ id }) {
      await open();
      const gone = await store.drop(id, ({ state }) => state !== 'leaving', true);
      if (gone === null) throw new DeskError('queue_unknown', { id });
      holds.reject(id, new DeskError('send_undone'));
      const undoToken = deps.uuid();
      removed.set(undoToken, gone);
      changed();
      look();
      return { undoToken };
    },

    async restore({ undoToken }) {
      const entry = removed.get(undoToken);
      if (entry === undefined) throw new DeskError('queue_unknown', { id: undoToken });
      removed.delete(undoToken);
      // A hold whose tab has been told that it was undone asks; the clock has gone on without it.
      const back: StoredEntry =
        entry.kind === 'hold' && entry.state === 'waiting'
          ? { ...entry, state: 'asking', reason: 'held' }
          : entry;
      await store.add(back).catch((error: unknown) => {
        removed.set(undoToken, entry);
        throw error;
      });
      return arm(back);
    },

    stop() {
      stopped = true;
      callOff();
      for (const { id, state } of store.list()) {
        if (state === 'waiting') holds.reject(id, new DeskError('send_held'));
      }
    },

    async settled() {
      await Promise.allSettled(running);
    },
  };
}
