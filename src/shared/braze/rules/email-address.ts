/** Longest address that mail can carry, in characters. */
const MAX_LENGTH = 254;

const LOCAL = /^(?:[^\s@"(),:;<>[\]\\]+|"[^"\r\n]*")$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;
const LITERAL = /^\[[0-9A-Fa-f.:]+\]$/;

/**
 * Whether a text looks like a mail address: one part before the last @, and a domain of at least two
 * labels after it. Lenient where mail is (letters of any script, odd dots in the local part), because a
 * wrong no would block a legal call.
 */
export function isEmailAddress(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const at = text.lastIndexOf('@');
  if (at < 1 || !LOCAL.test(text.slice(0, at))) return false;
  const domain = text.slice(at + 1);
  if (LITERAL.test(domain)) return true;
  const labels = domain.split('.');
  return labels.length > 1 && labels.every((label) => LABEL.test(label));
}
