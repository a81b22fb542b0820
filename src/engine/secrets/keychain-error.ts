import { DeskError, type ErrorCode } from '#shared/errors';

/**
 * What the keychains say and what it means, first match wins. Sources: libsecret and GDBus messages as
 * seen on Debian, `SecCopyErrorMessageString` on macOS, `FormatMessage` on Windows.
 */
const meanings: readonly (readonly [RegExp, ErrorCode])[] = [
  [/is locked|locked collection|IsLocked/i, 'keychain_locked'],
  // gnome-keyring answers so when the collection could not be unlocked or made.
  [/Object does not exist at path .*\/collection\//i, 'keychain_locked'],
  [/interaction is not allowed/i, 'keychain_locked'],
  [/prompt (was )?dismissed|user cancel|cancel+ed/i, 'keychain_refused'],
  [
    /access (is )?denied|not authori[sz]ed|authorization|passphrase|password .*incorrect/i,
    'keychain_refused',
  ],
  [/permission/i, 'keychain_refused'],
];

/** Puts a keychain's failure into our words. What is not recognised is `keychain_unavailable`. */
export function toKeychainError(cause: unknown): DeskError {
  if (cause instanceof DeskError) return cause;
  const detail = messageOf(cause);
  const code = meanings.find(([pattern]) => pattern.test(detail))?.[1] ?? 'keychain_unavailable';
  return new DeskError(code, { detail }, { cause });
}

function messageOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  // A module that is missing names every file that needed it: the first line is enough.
  return (text.split('\n')[0] ?? '').slice(0, 500);
}
