import type { EndpointPath } from '#shared/braze/endpoints';
import type { Outcome, TimelineStep } from '#shared/domain/dispatch';
import type { Environment } from '#shared/domain/environment';
import type { GateBlock } from '#shared/domain/gate';
import type { PauseReason } from '#shared/domain/run-state';
import { DeskError } from '#shared/errors';
import type { Log } from '../log/log';
import { type GivenConfirmation, blocksAgainstSending, evaluateGate } from '../sending/gate';
import type { HostTarget } from '../sending/host-target';
import type { Permit } from '../sending/permit';
import { outcomeOfFailure } from '../sending/outcome';
import type { HttpClient } from '../transport/http-client';
import { departureOf, makeCall, rangesOf } from './attempt';
import type { CallBodies } from './call-body';
import { halvesOf, type MadeItem, type RunCall } from './call-maker';
import { evidenceOf } from './evidence';
import type { DoneRecord, JournalRecord } from './journal-records';
import { textsIn } from './joined-texts';
import type { JournalWriter } from './journal-writer';
import type { Meter } from './meter';
import type { Replay } from './replay';
import { rowsMeant } from './row-errors';
import type { RunPlan } from './run-plan';
import { pause, type Turnstile } from './turnstile';

/** A run while it sends. */
export interface RunSession {
  /** Comes to rest: lets what is in flight end. May be called at any time, also repeatedly. */
  rest(state: 'paused' | 'stopped', why: PauseReason | null, detail?: string): void;
  inFlight(): number;
  /** Resolves when nothing is on its way any more and the journal says so. Never rejects. */
  readonly ended: Promise<void>;
}

/** What a session needs; the journal's replay keeps the run's facts. */
export interface SessionDeps {
  readonly plan: RunPlan;
  readonly environment: Environment;
  readonly endpoint: EndpointPath;
  readonly target: HostTarget & { readonly ok: true };
  readonly key: string;
  readonly confirmations: readonly GivenConfirmation[];
  readonly bodies: CallBodies;
  readonly items: AsyncGenerator<MadeItem, void, undefined>;
  /** Rows in the data file, for a run that does not read it to its end; null where that takes too long. */
  countRows(): Promise<number | null>;
  readonly journal: JournalWriter;
  readonly replay: Replay;
  readonly turnstile: Turnstile;
  readonly http: HttpClient;
  readonly meter: Meter;
  readonly log: Log;
  scrub(text: string): string;
  now(): number;
  monotonicMs(): number;
  newId(): string;
  /** Something is different. */
  onChange(): void;
}

/** How often one call is tried where it provably was not taken. */
const mostTries = { never_left: 4, rate_limited: 6 } as const;
const retryMs = 500;
/** Calls that may wait for their allowance at once. */
const mostAsking = 16;
const failures: ReadonlySet<Outcome> = new Set([
  'refused',
  'rate_limited',
  'failed',
  'unknown',
  'blocked',
]);
/** Blocks that concern every call alike. */
const general: ReadonlySet<GateBlock['code']> = new Set([
  'secret',
  'host_invalid',
  'confirmation',
  'unresolved_variables',
  'variable_not_json',
  'wider_than_test_users',
]);

/** Sends what waits: gate, turn, journal, call, journal again. */
export function startRunSession(deps: SessionDeps): RunSession {
  const { plan, endpoint, bodies, journal, replay, meter, environment, target } = deps;
  const stop = new AbortController();
  const beganMs = deps.monotonicMs();
  const again: RunCall[] = [];
  const flying = new Set<Promise<void>>();
  let wish: { state: 'paused' | 'stopped'; why: PauseReason | null; detail: string | null } | null =
    null;
  let failed = 0;
  let lastCall = replay.facts().lastCall;

  const rest: RunSession['rest'] = (state, why, detail) => {
    // Giving up overrules a pause; of several reasons to pause the first one counts.
    if (wish !== null && !(state === 'stopped' && wish.state === 'paused')) return;
    wish = { state, why, detail: detail ?? null };
    stop.abort();
  };
  const note = (record: JournalRecord, text?: string): void => {
    journal.add(record, text, (offset) => {
      // Calls are indexed where they stand; all else is known at once.
      if (record.t === 'done' || record.t === 'rows') replay.place(record.n, offset);
    });
    replay.take(record, null);
  };
  const fail = (count = 1): void => {
    failed += count;
    const { stopAfter } = plan.settings;
    if (stopAfter !== null && failed >= stopAfter) rest('paused', 'failures');
  };

  /** Checks one call; null: it does not leave, and its rows are dealt with. */
  const check = (call: RunCall): ReturnType<typeof judged> | null => {
    const found = judged(call);
    const { blocks } = found;
    if (blocks.length === 0) return found;
    const [worst] = blocks.filter(({ code }) => general.has(code));
    if (worst !== undefined) {
      rest('paused', 'gate', worst.code);
      again.unshift(call);
      return null;
    }
    // Nothing leaves here, so halving costs nothing and only the rows at fault are held back.
    if (call.rows.length > 1) again.unshift(...halvesOf(call));
    else {
      lastCall += 1;
      const m = deps.scrub(JSON.stringify(blocks));
      note({ t: 'rows', n: lastCall, o: 'blocked', r: rangesOf(call.rows), m });
      fail();
    }
    return null;
  };
  const judged = (call: RunCall) => {
    const composed = bodies.compose(call);
    const { wire } = composed;
    const json = wire.ok ? wire.json : '';
    const report = evaluateGate({
      environment,
      composed,
      target,
      secret: 'ready',
      keyInBody: deps.scrub(json) !== json,
    });
    return { composed, report, blocks: blocksAgainstSending(report, deps.confirmations) };
  };

  const attempt = async (
    call: RunCall,
    { composed, report }: ReturnType<typeof judged>,
    permit: Permit,
    began: number,
  ): Promise<void> => {
    const { wire } = composed;
    if (!wire.ok) throw new Error('a call without a body passed the gate');
    const waited = deps.monotonicMs() - began;
    const timeline: TimelineStep[] = [{ step: 'waited', atMs: waited }];
    lastCall += 1;
    const departure = departureOf({
      n: lastCall,
      id: deps.newId(),
      nowMs: deps.now(),
      rows: call.rows,
      composed: { ...composed, wire },
      report,
      beganMs: began,
      timeline,
    });
    const { record } = departure;
    try {
      const offset = await journal.commit(record, wire.json);
      replay.take(record, offset);
    } catch (error) {
      permit.refund();
      deps.turnstile.ended(null, false);
      again.unshift(call);
      rest('paused', 'disk', error instanceof DeskError ? error.code : 'internal');
      return;
    }
    timeline.push({ step: 'recorded', atMs: deps.monotonicMs() - began });
    const sentMs = deps.monotonicMs();
    const { result, dispatch } = await makeCall(departure, { ...deps, baseUrl: target.baseUrl });
    const latencyMs = deps.monotonicMs() - sentMs;
    const neverLeft = result.kind === 'failure' && !result.left;
    if (neverLeft) permit.refund();
    else permit.settle(result.kind === 'answer' ? result : null);
    const answered = result.kind === 'answer' ? result.status : null;
    const trouble = answered === null || answered >= 500;
    deps.turnstile.ended(neverLeft ? null : latencyMs, trouble);

    const tried = call.tries + 1;
    const limited = dispatch.outcome === 'rate_limited';
    const mayAgain =
      (limited && tried < mostTries.rate_limited) ||
      (neverLeft && outcomeOfFailure(result).outcome === 'failed' && tried < mostTries.never_left);
    const meant =
      dispatch.outcome === 'accepted_with_errors'
        ? rowsMeant(endpoint, call.rows, textsIn(call.recipients), dispatch.errors)
        : [];
    const said = dispatch.message === 'success' ? null : (dispatch.failure ?? dispatch.message);
    const text = dispatch.errors[0] ?? dispatch.notice ?? said;
    const done: DoneRecord = {
      t: 'done',
      n: record.n,
      o: dispatch.outcome === 'blocked' ? 'failed' : dispatch.outcome,
      at: deps.now(),
      s: dispatch.status,
      d: dispatch.dispatchId,
      ms: dispatch.elapsedMs,
      ...(text === null ? {} : { m: text }),
      ...(meant.length === 0
        ? {}
        : { x: meant.map((one) => [...one] as [number, (typeof one)[1], string]) }),
      ...(mayAgain ? { again: true as const } : {}),
    };
    note(done, evidenceOf(dispatch));
    if (mayAgain) {
      if (neverLeft) await pause(retryMs * 2 ** call.tries, stop.signal);
      again.push({ ...call, tries: tried });
      return;
    }
    meter.ended(call.rows.length, neverLeft ? null : latencyMs);
    if (dispatch.outcome === 'refused' && call.bisect && call.rows.length > 1) {
      const rows = {
        t: 'resolved',
        n: record.n,
        as: 'bisect',
        at: deps.now(),
        r: record.r,
      } as const;
      note(rows);
      again.unshift(...halvesOf(call));
      return;
    }
    if (failures.has(done.o)) fail();
  };

  const nextCall = async (): Promise<RunCall | null> => {
    for (;;) {
      const waiting = again.shift();
      if (waiting !== undefined) return waiting;
      const { done, value } = await deps.items.next();
      if (done === true) {
        // What was on its way meanwhile may have come back.
        if (again.length > 0) continue;
        if (flying.size === 0) return null;
        await Promise.race(flying);
        continue;
      }
      if (value.kind === 'call') return value.call;
      if (value.kind === 'end') note({ t: 'total', rows: value.rowsTotal });
      else {
        const { index, problem } = value.row;
        const text = deps.scrub(JSON.stringify(problem));
        lastCall += 1;
        note({ t: 'rows', n: lastCall, o: 'unreadable', r: [[index, index]], m: text });
      }
      deps.onChange();
      if (stop.signal.aborted) return null;
    }
  };

  const work = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      const call = await nextCall();
      if (call === null) break;
      const began = deps.monotonicMs();
      const checked = check(call);
      deps.onChange();
      if (checked === null) continue;
      const body = checked.composed.wire.ok ? checked.composed.wire.value : null;
      const permit = await deps.turnstile.turn(endpoint, body, stop.signal);
      if (permit === null) break;
      const flight = attempt(call, checked, permit, began)
        .catch((error: unknown) => {
          deps.log.error('call of a run failed', { error });
          rest('paused', 'program');
        })
        .finally(() => {
          flying.delete(flight);
          deps.onChange();
        });
      flying.add(flight);
    }
  };

  const breakOff = (error: unknown): void => {
    const known = error instanceof DeskError;
    if (!known) deps.log.error('run broke off', { error });
    rest('paused', known ? 'data_broken' : 'program', known ? error.code : 'internal');
  };

  const finish = async (): Promise<void> => {
    // Side by side, so that several calls share one look at the allowance.
    const lines = Math.min(mostAsking, plan.settings.concurrency);
    await Promise.all(Array.from({ length: lines }, () => work().catch(breakOff)));
    await Promise.allSettled(flying);
    await deps.items.return().catch(() => undefined);
    if (replay.facts().rowsTotal === null) {
      const rows = await deps.countRows().catch(() => null);
      if (rows !== null) note({ t: 'total', rows });
    }
    note({
      t: 'state',
      s: wish?.state ?? 'finished',
      why: wish?.why ?? null,
      detail: wish?.detail ?? null,
      at: deps.now(),
      ms: Math.round(deps.monotonicMs() - beganMs),
      u: deps.turnstile.utilisation(),
    });
    await journal.flush().catch((error: unknown) => {
      deps.log.error('journal of a run not written', { error });
    });
    deps.onChange();
  };

  return { rest, inFlight: () => flying.size, ended: finish() };
}
