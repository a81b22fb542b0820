import type { Answer } from './answer';
import { answer, withHeaders } from './answer';
import type { ShapeScenarioId } from './scenarios';
import { archivedNotice, pausedNotice } from './targets';

/** How the bytes of an answer reach the wire. */
export type Delivery = 'plain' | 'drip' | 'cut' | 'huge';

/** An answer and how it is delivered. */
export interface ShapedAnswer {
  readonly answer: Answer;
  readonly delivery: Delivery;
}

const json = 'application/json; charset=utf-8';

function raw(given: Answer, status: number, type: string, body: Buffer): Answer {
  return withHeaders({ ...given, status, body }, { 'Content-Type': type });
}

function textOf({ body }: Answer): string {
  return Buffer.isBuffer(body) ? body.toString('utf8') : JSON.stringify(body);
}

/** Puts a member before `message`, where the documented samples have it. */
function withNotice(given: Answer, notice: string): Answer {
  if (Buffer.isBuffer(given.body)) return given;
  // Nothing goes out, so there is nothing to track either.
  const rest = Object.entries(given.body).filter(([name]) => name !== 'send_id');
  return { ...given, body: { notice, ...Object.fromEntries(rest) } };
}

/** What the minor errors say; the documentation names no text for the messaging endpoints. */
export const minorErrors = ['A device of one recipient was skipped: its push token is not valid.'];

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Sign in</title></head>
<body><h1>Sign in to the network</h1><form method="post" action="/login"></form></body>
</html>
`;

/**
 * Applies a shaping scenario to an answer that accepts a call. `kind` is null for calls that send
 * nothing: those know no notices, minor errors or queue.
 */
export function shapeAnswer(
  given: Answer,
  scenario: ShapeScenarioId,
  kind: 'campaign' | 'Canvas' | null,
): ShapedAnswer {
  const plain = (shaped: Answer): ShapedAnswer => ({ answer: shaped, delivery: 'plain' });
  switch (scenario) {
    case 'accepted':
      return plain(given);
    case 'minor_errors':
      if (kind === null || Buffer.isBuffer(given.body)) return plain(given);
      return plain({ ...given, body: { ...given.body, errors: minorErrors } });
    case 'paused_notice':
      return plain(kind === null ? given : withNotice(given, pausedNotice(kind)));
    case 'archived_notice':
      return plain(kind === null ? given : withNotice(given, archivedNotice(kind)));
    case 'queued':
      if (kind === null) return plain(given);
      return plain(withHeaders(answer(202, { message: 'queued' }), given.headers));
    case 'slow_drip':
      return { answer: given, delivery: 'drip' };
    case 'dropped_midbody':
      return { answer: given, delivery: 'cut' };
    case 'huge':
      return { answer: given, delivery: 'huge' };
    case 'broken_json':
      return plain(raw(given, given.status, json, Buffer.from(textOf(given).slice(0, -2))));
    case 'html':
      return plain(raw(given, 200, 'text/html; charset=utf-8', Buffer.from(page)));
    case 'bad_utf8': {
      // Two bytes that occur nowhere in UTF-8, inside a string of otherwise correct JSON.
      const [before = '', ...after] = textOf(given).split('success');
      const parts = [Buffer.from(`${before}succ`), Buffer.from([0xff, 0xfe])];
      const bytes = Buffer.concat([...parts, Buffer.from(after.join('success'))]);
      return plain(raw(given, given.status, json, bytes));
    }
  }
}
