import { levelOf } from '#shared/braze/diagnostic';
import { isEndpointPath } from '#shared/braze/endpoints';
import { validateText } from '#shared/braze/validate';
import { type ExitCode, exitCodes } from '../exit-codes';
import { findingsOf } from '../finding';
import { memberText } from '../member-text';
import { type InputLine, readLines } from '../read-lines';
import type { ValidateDeps, ValidateOptions } from './validate';

/** One line of output; a name or endpoint that could not be read is null. */
interface LineVerdict {
  readonly name: string | null;
  readonly endpoint: string | null;
  readonly level: 'valid' | 'warning' | 'error';
  readonly diagnostics: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly path: string;
    readonly message: string;
  }[];
}

type Read =
  | { readonly ok: true; readonly verdict: LineVerdict }
  | { readonly ok: false; readonly verdict: LineVerdict; readonly fault: string };

/**
 * Reads `{name, endpoint, body}` a line and answers each with a line, in order, as they come. A line that
 * cannot be used is answered too, at error level, so that answers and lines keep pace.
 */
export async function validateLines(
  chunks: AsyncIterable<Uint8Array>,
  options: Pick<ValidateOptions, 'endpoint' | 'lang'>,
  { print, now }: ValidateDeps,
): Promise<ExitCode> {
  let worst: ExitCode = exitCodes.done;
  for await (const line of readLines(chunks)) {
    const read = validateLine(line, options, now());
    if (!read.ok) {
      worst = exitCodes.usage;
      print.note(`standard input:${line.number}: ${read.fault}`);
    } else if (read.verdict.level === 'error' && worst === exitCodes.done) {
      worst = exitCodes.failed;
    }
    await print.result(JSON.stringify(read.verdict));
    if (print.isClosed()) return exitCodes.failed;
  }
  return worst;
}

function validateLine(
  line: InputLine,
  options: Pick<ValidateOptions, 'endpoint' | 'lang'>,
  nowMs: number,
): Read {
  if (line.text === null) return refused(null, null, line.fault);
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch {
    return refused(
      null,
      null,
      'not JSON; write {"name": …, "endpoint": …, "body": {…}} on one line',
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refused(null, null, 'not a JSON object; write {"name": …, "endpoint": …, "body": {…}}');
  }
  const { name = null, endpoint = options.endpoint } = value as Record<string, unknown>;
  if (name !== null && typeof name !== 'string') {
    return refused(null, null, '"name" is no text; put it in quotes');
  }
  if (typeof endpoint !== 'string') {
    return refused(name, null, '"endpoint" is missing; add it or give --endpoint PATH');
  }
  if (!isEndpointPath(endpoint)) {
    return refused(name, endpoint, `${JSON.stringify(endpoint)} is no known endpoint; correct it`);
  }
  const body = memberText(line.text, 'body');
  if (body === null) return refused(name, endpoint, '"body" is missing; add it');

  // The text and not the value: a field that is given twice shows only there.
  const diagnostics = validateText(endpoint, body, { nowMs });
  const findings = findingsOf(diagnostics, options.lang);
  return {
    ok: true,
    verdict: { name, endpoint, level: levelOf(diagnostics), diagnostics: findings },
  };
}

function refused(name: string | null, endpoint: string | null, fault: string): Read {
  const diagnostics = [{ rule: 'JSON', severity: 'error', path: '', message: fault }];
  return { ok: false, fault, verdict: { name, endpoint, level: 'error', diagnostics } };
}
