import { rm } from 'node:fs/promises';
import type { EndpointPath } from '#shared/braze/endpoints';
import type { Environment } from '#shared/domain/environment';
import type { RunProgress } from '#shared/domain/run-state';
import { DeskError } from '#shared/errors';
import type { Log } from '../log/log';
import type { GivenConfirmation } from '../sending/gate';
import type { HostTarget } from '../sending/host-target';
import type { Limiter } from '../sending/permit';
import type { HttpClient } from '../transport/http-client';
import type { OpenAppendFile } from './append-file';
import { createCallBodies } from './call-body';
import { makeCalls } from './call-maker';
import { openJournalWriter } from './journal-writer';
import { createMeter } from './meter';
import { openRowBatches, resolveSource } from './rows/open-rows';
import { type RowTable, openRowTable } from './row-table';
import { type RunFiles, rebuildRunFiles, saveRest } from './run-files';
import { takeRunLock } from './run-lock';
import { type RunPaths, runPaths } from './run-paths';
import type { RunPlan } from './run-plan';
import { type RunSession, startRunSession } from './run-session';
import { keepSpareRoom } from './spare-room';
import { createTurnstile } from './turnstile';

/** A run that this process works on. */
export interface ActiveRun {
  readonly plan: RunPlan;
  readonly paths: RunPaths;
  readonly files: RunFiles;
  readonly session: RunSession;
  progress(): RunProgress;
  /** Resolves when it came to rest and everything is written and let go. Never rejects. */
  readonly ended: Promise<void>;
}

/** What every run needs. */
export interface ActiveRunDeps {
  /** The folder of all runs. */
  readonly runs: string;
  readonly http: HttpClient;
  readonly limiter: Limiter;
  readonly openFile: OpenAppendFile;
  readonly log: Log;
  scrub(text: string): string;
  now(): number;
  monotonicMs(): number;
  newId(): string;
  uuid(): string;
  onProgress(progress: RunProgress): void;
  /** How often that may be told, in milliseconds. */
  readonly progressMs?: number;
}

/** What has been decided about this run. */
export interface ActiveRunChoice {
  readonly plan: RunPlan;
  readonly environment: Environment;
  readonly endpoint: EndpointPath;
  readonly target: HostTarget & { readonly ok: true };
  readonly key: string;
  readonly confirmations: readonly GivenConfirmation[];
}

/** Takes a run in hand and lets it send. @throws DeskError `run_locked`, `run_broken`, of files. */
export async function startActiveRun(
  choice: ActiveRunChoice,
  deps: ActiveRunDeps,
): Promise<ActiveRun> {
  const { plan, environment, endpoint } = choice;
  const paths = runPaths(deps.runs, plan.id);
  const lock = takeRunLock(paths.lock, plan.id);
  const opened: (() => void)[] = [() => lock.release()];
  const letGo = (): void => {
    for (const close of opened.reverse()) close();
  };
  try {
    const bodies = createCallBodies(environment, plan.request, endpoint, deps);
    if (bodies === null) throw new DeskError('run_broken', { path: paths.plan });
    const files = await rebuildRunFiles(paths);
    opened.push(files.close);
    const makeRoom = await keepSpareRoom(paths.spare);
    const parent = openParent(plan, deps.runs);
    if (parent !== null) opened.push(parent.close);
    const journal = await openJournalWriter({
      path: paths.journal,
      start: files.sound,
      openFile: deps.openFile,
      makeRoom,
    });
    await journal.commit({ t: 'open', at: deps.now(), pid: process.pid });
    const { replay, rows, calls } = files;
    replay.take({ t: 'open', at: deps.now(), pid: process.pid }, null);
    replay.goLive();

    const turnstile = createTurnstile({
      limiter: deps.limiter,
      environmentId: environment.id,
      settings: plan.settings,
      now: deps.now,
    });
    const meter = createMeter(deps.monotonicMs);
    const beganMs = deps.monotonicMs();
    const before = replay.facts().elapsedMs;

    const progress = (): RunProgress => {
      const facts = replay.facts();
      const counts = rows.counts();
      const live = activeState.ended ? facts.state : 'running';
      const rates = meter.rates();
      const elapsedMs = activeState.ended ? facts.elapsedMs : before + deps.monotonicMs() - beganMs;
      const rowsTotal = facts.rowsTotal ?? plan.rowsTotal;
      const settled = Object.values(counts).reduce((sum, one) => sum + one, 0) - counts.waiting;
      const left = rowsTotal === null ? null : Math.max(0, rowsTotal - settled);
      return {
        runId: plan.id,
        state: live,
        pausedFor: activeState.ended ? facts.pausedFor : null,
        rowsTotal,
        rows: counts,
        calls: facts.calls,
        ...rates,
        inFlight: session.inFlight(),
        width: turnstile.width(),
        waitingUntilMs: turnstile.waitingUntilMs(),
        quota: deps.limiter.view(environment.id),
        latency: meter.latency(),
        elapsedMs,
        timeLeftMs:
          left === null || rates.rowsPerSecond <= 0
            ? null
            : Math.round((left / rates.rowsPerSecond) * 1000),
        quotaUtilisation: turnstile.utilisation(),
      };
    };
    const activeState = { ended: false };
    const teller = createTeller(() => {
      rows.write();
      calls.write();
      deps.onProgress(progress());
    }, deps.progressMs ?? 100);

    const session = startRunSession({
      ...choice,
      bodies,
      items: makeCalls({
        plan,
        endpoint,
        bodyJson: bodies.bodyJson,
        stateOf: rows.get,
        belongs: (row) => parent === null || isRepeated(parent, row, plan),
      }),
      countRows: () => countRows(plan),
      journal,
      replay,
      turnstile,
      meter,
      http: deps.http,
      log: deps.log,
      scrub: deps.scrub,
      now: deps.now,
      monotonicMs: deps.monotonicMs,
      newId: deps.newId,
      onChange: teller.changed,
    });

    const ended = session.ended.then(async () => {
      activeState.ended = true;
      await journal.close();
      await saveRest(paths, files, journal.length());
      await rm(paths.spare, { force: true }).catch(() => undefined);
      teller.last();
      letGo();
    });
    return { plan, paths, files, session, progress, ended };
  } catch (error) {
    letGo();
    throw error;
  }
}

/** Larger files are not read again only to know how many rows a run has left. */
const countedBytes = 64 * 1024 * 1024;

async function countRows({ data }: RunPlan): Promise<number | null> {
  if (data.fingerprint.bytes > countedBytes) return null;
  let rowsTotal = 0;
  const source = await resolveSource(data.path, data.options);
  for await (const { rows } of openRowBatches(data.path, source)) rowsTotal += rows.length;
  return rowsTotal;
}

function openParent(plan: RunPlan, runs: string): RowTable | null {
  return plan.repeats === null
    ? null
    : openRowTable(runPaths(runs, plan.repeats.runId).rows, false);
}

function isRepeated(parent: RowTable, row: number, { repeats }: RunPlan): boolean {
  const { outcome } = parent.get(row);
  return repeats?.outcomes.some((one) => one === outcome) ?? false;
}

/** Tells of changes, but not more often than every so many milliseconds. */
function createTeller(tell: () => void, everyMs: number): { changed(): void; last(): void } {
  let timer: NodeJS.Timeout | null = null;
  return {
    changed() {
      timer ??= setTimeout(() => {
        timer = null;
        tell();
      }, everyMs);
    },
    last() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      tell();
    },
  };
}
