import type { EndpointPath } from '#shared/braze/endpoints';
import type { RowOutcome } from '#shared/domain/run-state';
import { namedUsersOf } from '../sending/named-users';

/** Errors in an answer that are looked at; more would say nothing new of at most fifty rows. */
const mostErrors = 200;

/**
 * Which rows the errors of an accepted call are about. The server names no index: a row is meant where an
 * error has its identifier in it. Where no error names a row, all of them may be meant and nothing is told apart.
 */
export function rowsMeant(
  endpoint: EndpointPath,
  rows: readonly number[],
  recipients: readonly string[],
  errors: readonly string[],
): readonly (readonly [row: number, outcome: RowOutcome, text: string])[] {
  const identifiers = recipients.map((json) =>
    namedUsersOf(endpoint, { recipients: [JSON.parse(json)] }).flatMap(({ spellings }) => [
      ...spellings,
    ]),
  );
  const meant = new Map<number, string>();
  for (const error of errors.slice(0, mostErrors)) {
    for (const [at, names] of identifiers.entries()) {
      const row = rows[at];
      if (row === undefined || meant.has(row)) continue;
      if (names.some((name) => standsIn(name, error))) meant.set(row, error);
    }
  }
  if (meant.size === 0) return [];
  return rows.map((row) => {
    const text = meant.get(row);
    return text === undefined ? [row, 'accepted', ''] : [row, 'accepted_with_errors', text];
  });
}

/** As a word of its own: user-1 is not meant by an error about user-12. */
function standsIn(name: string, error: string): boolean {
  if (name === '') return false;
  const inWord = /[\p{L}\p{N}_.@-]/u;
  for (let at = error.indexOf(name); at >= 0; at = error.indexOf(name, at + 1)) {
    const before = error[at - 1] ?? ' ';
    const after = error[at + name.length] ?? ' ';
    // A full stop may end the sentence.
    const ends =
      !inWord.test(after) || (after === '.' && !/\S/.test(error[at + name.length + 1] ?? ' '));
    if (!inWord.test(before) && ends) return true;
  }
  return false;
}
