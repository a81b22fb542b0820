import type { Confirmation, ConfirmationKind, GateBlock } from '#shared/domain/gate';
import type { SentBefore } from '#shared/domain/sent-before';
import { assertNever } from '#shared/errors';

const few = (texts: readonly string[]): string =>
  texts.length > 5
    ? `${texts.slice(0, 5).join(', ')} and ${texts.length - 5} more`
    : texts.join(', ');

/** Why the gate said no, and what to do; one line. */
export function gateText(block: GateBlock): string {
  switch (block.code) {
    case 'broken_json':
      return `the body is not JSON at line ${block.line}, column ${block.column}; mend it`;
    case 'illegal_body':
      return `the body breaks ${block.rules.join(', ')}; desk validate says where`;
    case 'unresolved_variables':
      return `no value for ${few(block.names)}; give --var NAME=VALUE`;
    case 'variable_not_json':
      return `the value of ${few(block.names)} is not JSON; correct it`;
    case 'too_large':
      return `the body has ${block.bytes} bytes of at most ${block.limit}; make it smaller`;
    case 'not_test_users':
      return `${block.total} recipients are not among the environment’s test users; name those only`;
    case 'wider_than_test_users':
      return 'the body reaches more than the environment’s test users; name recipients';
    case 'host_invalid':
      return `${JSON.stringify(block.host)} is no address calls can go to; correct the environment`;
    case 'secret':
      return secretText(block.state);
    case 'confirmation':
      return openText[block.kind];
    case 'key_in_body':
      return 'the body holds the API key; take it out';
    default:
      return assertNever(block);
  }
}

const openText: Readonly<Record<ConfirmationKind, string>> = {
  production: 'real people are behind this environment; it asks for --confirm',
  blast_radius: 'it reaches more than named recipients; it asks for --confirm',
  duplicate: 'the same was sent a short while ago; --repeat sends it again',
};

function secretText(state: 'missing' | 'locked' | 'unavailable'): string {
  if (state === 'locked')
    return 'the keychain is locked; unlock it, or use --url with DESK_API_KEY';
  if (state === 'missing')
    return 'there is no API key; set it in the app, or DESK_API_KEY for --url';
  return 'there is no keychain; use --url with DESK_API_KEY';
}

/** What was sent before, in one line. */
export function sentBeforeText(before: SentBefore): string {
  if (before.of === 'run') {
    const { id, state, rowsSent, sentAt } = before;
    return `Run ${id} of the same request and data is ${state}: ${rowsSent} rows left, the last at ${sentAt}`;
  }
  const { id, createdAt, outcome, status, dispatchId, onItsWay } = before;
  const became = onItsWay ? 'on its way' : outcome.replaceAll('_', ' ');
  const code = status === null ? '' : ` ${status}`;
  const accepted = dispatchId === null ? '' : `, dispatch_id ${dispatchId}`;
  return `The same was sent at ${createdAt}: ${became}${code}${accepted} (desk history show ${id})`;
}

/** What has to be given for it. */
export function confirmationText({ kind, phrases }: Confirmation): string {
  if (kind === 'duplicate') return '--repeat';
  return phrases.map((phrase) => `--confirm ${JSON.stringify(phrase)}`).join(' or ');
}
