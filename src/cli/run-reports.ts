import { open } from 'node:fs/promises';
import type { Engine } from '#engine/create-engine';
import type { RunRow, RunSummary } from '#shared/domain/run-state';
import { CommandFailure, exitCodes } from './exit-codes';
import type { RunResult } from './run-result';

/** Where a report goes. */
export interface ReportTarget {
  readonly kind: 'junit' | 'json';
  readonly file: string;
}

const good: ReadonlySet<string> = new Set(['accepted', 'queued', 'marked_sent']);
/** Not the request's fault: nothing was asserted about these rows. */
const skipped: ReadonlySet<string> = new Set(['waiting', 'unreadable', 'blocked']);

/** Writes each report, row by row, so that a million rows fit. */
export async function writeReports(
  targets: readonly ReportTarget[],
  engine: Engine,
  run: RunSummary,
  result: RunResult,
): Promise<void> {
  for (const { kind, file } of targets) {
    const parts = kind === 'junit' ? junit(engine, run, result) : json(engine, run, result);
    try {
      const handle = await open(file, 'w');
      try {
        for await (const part of parts) await handle.write(part);
      } finally {
        await handle.close();
      }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      throw new CommandFailure(
        exitCodes.failed,
        `${file}: the report cannot be written (${code}); run ${run.id} itself has ended`,
        { cause: error },
      );
    }
  }
}

async function* rowsOf(engine: Engine, runId: string): AsyncGenerator<readonly RunRow[]> {
  for (let from: number | null = 0; from !== null;) {
    const page: Awaited<ReturnType<Engine['runs']['rows']>> = await engine.runs.rows({
      runId,
      from,
      count: 500,
      outcomes: [],
    });
    yield page.rows;
    from = page.next;
  }
}

async function* junit(engine: Engine, run: RunSummary, result: RunResult): AsyncGenerator<string> {
  const failures = result.acceptedWithErrors + result.refused + result.rateLimited + result.failed;
  const seconds = (result.elapsedMs / 1000).toFixed(3);
  const name = xml(`${run.requestName ?? run.endpoint} · ${run.dataFile}`);
  const counts = `tests="${result.rows}" failures="${failures}" errors="${result.unknown}" skipped="${result.skipped}" time="${seconds}"`;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts}>\n`;
  yield `<testsuite name="${name}" ${counts} timestamp="${run.createdAt}">\n`;
  let seen = 0;
  for await (const rows of rowsOf(engine, run.id)) {
    seen += rows.length;
    yield rows.map((row) => testCase(row, run)).join('');
  }
  // Rows that were never read have no entry of their own.
  for (let index = seen; index < result.rows; index += 1) {
    yield testCase({ index, outcome: 'waiting', ...nothing }, run);
  }
  yield '</testsuite>\n</testsuites>\n';
}

const nothing = { call: null, dispatchRow: null, status: null, dispatchId: null, text: null };

function testCase({ index, outcome, text, status }: RunRow, run: RunSummary): string {
  const head = `<testcase name="row ${index + 1}" classname="${xml(run.dataFile)}"`;
  if (good.has(outcome)) return `${head}/>\n`;
  const message = xml([outcome, status, text].filter((part) => part !== null).join(' '));
  const kind = skipped.has(outcome)
    ? 'skipped'
    : outcome === 'unknown' || outcome === 'in_flight'
      ? 'error'
      : 'failure';
  return `${head}><${kind} message="${message}"/></testcase>\n`;
}

async function* json(engine: Engine, run: RunSummary, result: RunResult): AsyncGenerator<string> {
  yield `{"summary":${JSON.stringify(result)},"run":${JSON.stringify(run)},"rows":[`;
  let first = true;
  for await (const rows of rowsOf(engine, run.id)) {
    for (const row of rows) {
      yield `${first ? '' : ','}\n${JSON.stringify(row)}`;
      first = false;
    }
  }
  yield '\n]}\n';
}

function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, ' ');
}
