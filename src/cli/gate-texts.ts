import type { Confirmation, GateBlock } from '#shared/domain/gate';
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
      return block.kind === 'production'
        ? 'real people are behind this environment; it asks for --confirm'
        : 'it reaches more than named recipients; it asks for --confirm';
    case 'key_in_body':
      return 'the body holds the API key; take it out';
    default:
      return assertNever(block);
  }
}

function secretText(state: 'missing' | 'locked' | 'unavailable'): string {
  if (state === 'locked')
    return 'the keychain is locked; unlock it, or use --url with DESK_API_KEY';
  if (state === 'missing')
    return 'there is no API key; set it in the app, or DESK_API_KEY for --url';
  return 'there is no keychain; use --url with DESK_API_KEY';
}

/** What has to be given with `--confirm`. */
export function confirmationText({ phrases }: Confirmation): string {
  return phrases.map((phrase) => `--confirm ${JSON.stringify(phrase)}`).join(' or ');
}
