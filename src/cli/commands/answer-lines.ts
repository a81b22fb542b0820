import { levelOf } from '#shared/braze/diagnostic';
import { isEndpointPath } from '#shared/braze/endpoints';
import { validateDocument } from '#shared/braze/validate';
import type { Language } from '#shared/domain/language';
import { findingsOf } from '../finding';
import { type InputLine, type LineBlock, linesOf } from '../read-lines';
import { readLineRequest } from './line-request';

/** How lines are to be answered. */
export interface AnswerOptions {
  /** For lines that name none. */
  readonly endpoint: string | undefined;
  readonly lang: Language;
}

/** The answers to the lines of one block. */
export interface LineAnswers {
  /** A line of JSON for each that was answered, with line ends between them; empty where all are blank. */
  readonly text: string;
  /** Lines that could not be used, in order. */
  readonly faults: readonly { readonly number: number; readonly text: string }[];
  /** Whether a body is at error level. */
  readonly hasErrors: boolean;
}

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

const unreadable = {
  not_json: 'not JSON; write {"name": …, "endpoint": …, "body": {…}} on one line',
  not_object: 'not a JSON object; write {"name": …, "endpoint": …, "body": {…}}',
} as const;

/**
 * Answers each line `{name, endpoint, body}` of a block. A line that cannot be used is answered too, at error
 * level, so that answers and lines keep pace. `nowMs` is the present in epoch milliseconds.
 */
export function answerLines(block: LineBlock, options: AnswerOptions, nowMs: number): LineAnswers {
  const results: string[] = [];
  const faults: { number: number; text: string }[] = [];
  let hasErrors = false;
  for (const line of linesOf(block)) {
    const read = answerLine(line, options, nowMs);
    if (!read.ok) faults.push({ number: line.number, text: read.fault });
    else if (read.verdict.level === 'error') hasErrors = true;
    results.push(JSON.stringify(read.verdict));
  }
  return { text: results.join('\n'), faults, hasErrors };
}

function answerLine(line: InputLine, options: AnswerOptions, nowMs: number): Read {
  if (line.text === null) return refused(null, null, line.fault);
  const request = readLineRequest(line.text);
  if (typeof request === 'string') return refused(null, null, unreadable[request]);
  const { name = null, endpoint = options.endpoint, body } = request;
  if (name !== null && typeof name !== 'string') {
    return refused(null, null, '"name" is no text; put it in quotes');
  }
  if (typeof endpoint !== 'string') {
    return refused(name, null, '"endpoint" is missing; add it or give --endpoint PATH');
  }
  if (!isEndpointPath(endpoint)) {
    return refused(name, endpoint, `${JSON.stringify(endpoint)} is no known endpoint; correct it`);
  }
  if (body === null) return refused(name, endpoint, '"body" is missing; add it');

  const found = validateDocument(endpoint, body, { nowMs });
  const diagnostics = findingsOf(found, options.lang);
  return { ok: true, verdict: { name, endpoint, level: levelOf(found), diagnostics } };
}

function refused(name: string | null, endpoint: string | null, fault: string): Read {
  const diagnostics = [{ rule: 'JSON', severity: 'error', path: '', message: fault }];
  return { ok: false, fault, verdict: { name, endpoint, level: 'error', diagnostics } };
}
