import { type EndpointPath, endpointOf } from '#shared/braze/endpoints';
import { isObject, memberOf } from '#shared/braze/json-value';

/** One way in which a body names a user. */
export interface NamedUser {
  /** For people to read. */
  readonly identifier: string;
  /** Any of these in the list of test users makes it one. */
  readonly spellings: readonly string[];
  /** Whether letter case makes no difference, as in addresses. */
  readonly anyCase: boolean;
}

const unreadable: NamedUser = { identifier: '?', spellings: [], anyCase: false };

/** Those of the named users that are not in the list of test users. */
export function notTestUsers(
  users: readonly NamedUser[],
  testUsers: readonly string[],
): readonly NamedUser[] {
  const allowed = new Set(testUsers);
  const lowerCase = new Set(testUsers.map((user) => user.toLowerCase()));
  return users.filter(
    ({ spellings, anyCase }) =>
      !spellings.some(
        (spelling) => allowed.has(spelling) || (anyCase && lowerCase.has(spelling.toLowerCase())),
      ),
  );
}

/**
 * Every user a body names, one entry for each identifier. A recipient whose identifiers cannot be read
 * is there too, so that it cannot be taken for a test user.
 */
export function namedUsersOf(endpoint: EndpointPath, body: unknown): readonly NamedUser[] {
  if (endpointOf(endpoint).family === 'messages') {
    const ids = listOf(memberOf(body, 'external_user_ids')).map(userOf);
    return [...ids, ...listOf(memberOf(body, 'user_aliases')).map(aliasOf)];
  }
  return [
    ...listOf(memberOf(body, 'recipients')).flatMap(recipientOf),
    ...listOf(memberOf(body, 'external_user_ids')).map(userOf),
  ];
}

function recipientOf(recipient: unknown): readonly NamedUser[] {
  if (!isObject(recipient)) return [unreadable];
  const users: NamedUser[] = [];
  for (const field of ['external_user_id', 'email', 'braze_id']) {
    const value = memberOf(recipient, field);
    if (value === undefined || value === null) continue;
    const user = userOf(value);
    users.push({ ...user, anyCase: field === 'email' });
  }
  const alias = memberOf(recipient, 'user_alias');
  if (alias !== undefined && alias !== null) users.push(aliasOf(alias));
  return users.length === 0 ? [unreadable] : users;
}

function userOf(value: unknown): NamedUser {
  // A longer number is not the number that leaves: JSON.parse has rounded it.
  if (typeof value === 'number' && Number.isSafeInteger(value)) return exact(String(value));
  return typeof value === 'string' && value !== '' ? exact(value) : unreadable;
}

function aliasOf(value: unknown): NamedUser {
  const name = memberOf(value, 'alias_name');
  const label = memberOf(value, 'alias_label');
  if (typeof name !== 'string' || name === '') return unreadable;
  const spellings = typeof label === 'string' ? [name, `${label}:${name}`] : [name];
  return { identifier: name, spellings, anyCase: false };
}

function exact(text: string): NamedUser {
  return { identifier: text, spellings: [text], anyCase: false };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
