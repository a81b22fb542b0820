import { isObject, memberOf, textMemberOf } from './json-value';

/** A Braze answer, read as far as it can be read. */
export interface ParsedAnswer {
  /** The `message`, or the `error` that answers to malformed JSON use instead. */
  readonly message: string | null;
  readonly dispatchId: string | null;
  readonly sendId: string | null;
  readonly scheduleId: string | null;
  /** Texts as they are; objects as compact JSON. */
  readonly errors: readonly string[];
  /** Says that nothing goes out although the call was accepted: target paused or archived. */
  readonly notice: string | null;
  /** Taken during maintenance, to be handled later: 202, or the message `queued`. */
  readonly queued: boolean;
  /** Why fields may be missing; null when the answer is a JSON object. */
  readonly problem: null | 'not_json' | 'not_object' | 'empty';
}

/** An error entry longer than this is cut: it is for reading, the whole answer is kept elsewhere. */
const LONGEST_ERROR = 4_000;
const MOST_ERRORS = 1_000;

function renderError(entry: unknown): string {
  let text: string;
  try {
    text = typeof entry === 'string' ? entry : JSON.stringify(entry);
  } catch {
    // Nested too deeply to write out.
    text = Array.isArray(entry) ? '[…]' : '{…}';
  }
  return text.length > LONGEST_ERROR ? `${text.slice(0, LONGEST_ERROR)}…` : text;
}

function errorsIn(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.slice(0, MOST_ERRORS).map(renderError);
}

function unreadable(status: number, problem: ParsedAnswer['problem']): ParsedAnswer {
  return {
    message: null,
    dispatchId: null,
    sendId: null,
    scheduleId: null,
    errors: [],
    notice: null,
    queued: status === 202,
    problem,
  };
}

/**
 * Reads the text of an answer. Never throws; a field of an unexpected type is null.
 * Every field is optional: in 2019 campaign answers had no `dispatch_id`.
 */
export function parseAnswer(status: number, text: string): ParsedAnswer {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') return unreadable(status, 'empty');
  let value: unknown;
  try {
    value = JSON.parse(trimmed);
  } catch {
    return unreadable(status, 'not_json');
  }
  if (!isObject(value)) return unreadable(status, 'not_object');
  const message = textMemberOf(value, 'message') ?? textMemberOf(value, 'error');
  return {
    message,
    dispatchId: textMemberOf(value, 'dispatch_id'),
    sendId: textMemberOf(value, 'send_id'),
    scheduleId: textMemberOf(value, 'schedule_id'),
    errors: errorsIn(memberOf(value, 'errors')),
    notice: textMemberOf(value, 'notice'),
    queued: status === 202 || message === 'queued',
    problem: null,
  };
}
