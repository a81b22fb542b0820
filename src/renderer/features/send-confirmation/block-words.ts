import { assertNever } from '#shared/errors';
import type { GateBlock } from '#shared/domain/gate';
import { text } from '../../i18n/use-text';
import { formatBytes, formatCount } from '../../lib/format';

/** A reason of the gate in words. */
export interface BlockWords {
  readonly reason: string;
  readonly help: string;
  /** Where it is put right. */
  readonly place: 'editor' | 'environment' | null;
}

const shownNames = 5;

function listed(items: readonly string[], total: number, language: string): string {
  const shown = items.slice(0, shownNames);
  const rest = total - shown.length;
  const names = shown.join(', ');
  if (rest <= 0) return names;
  const more = text('sendConfirmation.blocks.more', { count: formatCount(rest, language) }, rest);
  return `${names} ${more}`;
}

function placeholders(names: readonly string[], language: string): string {
  return listed(
    names.map((name) => `{{${name}}}`),
    names.length,
    language,
  );
}

/** Says why the gate said no, and what to do about it. */
export function blockWords(block: GateBlock, language: string): BlockWords {
  switch (block.code) {
    case 'broken_json':
      return {
        reason: text('sendConfirmation.blocks.broken_json', {
          line: block.line,
          column: block.column,
        }),
        help: text('sendConfirmation.blocks.broken_jsonHelp'),
        place: 'editor',
      };
    case 'illegal_body':
      return {
        reason: text(
          'sendConfirmation.blocks.illegal_body',
          { rules: listed(block.rules, block.rules.length, language) },
          block.rules.length,
        ),
        help: text('sendConfirmation.blocks.illegal_bodyHelp'),
        place: 'editor',
      };
    case 'unresolved_variables':
      return {
        reason: text('sendConfirmation.blocks.unresolved_variables', {
          names: placeholders(block.names, language),
        }),
        help: text('sendConfirmation.blocks.unresolved_variablesHelp'),
        place: 'environment',
      };
    case 'variable_not_json':
      return {
        reason: text('sendConfirmation.blocks.variable_not_json', {
          names: placeholders(block.names, language),
        }),
        help: text('sendConfirmation.blocks.variable_not_jsonHelp'),
        place: 'environment',
      };
    case 'too_large':
      return {
        reason: text('sendConfirmation.blocks.too_large', {
          size: formatBytes(block.bytes, language),
          limit: formatBytes(block.limit, language),
        }),
        help: text('sendConfirmation.blocks.too_largeHelp'),
        place: 'editor',
      };
    case 'not_test_users':
      return {
        reason: text(
          'sendConfirmation.blocks.not_test_users',
          {
            count: formatCount(block.total, language),
            identifiers: listed(block.identifiers, block.total, language),
          },
          block.total,
        ),
        help: text('sendConfirmation.blocks.not_test_usersHelp'),
        place: 'environment',
      };
    case 'wider_than_test_users':
      return {
        reason: text('sendConfirmation.blocks.wider_than_test_users'),
        help: text('sendConfirmation.blocks.wider_than_test_usersHelp'),
        place: 'environment',
      };
    case 'host_invalid':
      return {
        reason: text('sendConfirmation.blocks.host_invalid', { host: block.host }),
        help: text('sendConfirmation.blocks.host_invalidHelp'),
        place: 'environment',
      };
    case 'secret':
      return {
        reason: text(`sendConfirmation.blocks.secret_${block.state}`),
        help: text(`sendConfirmation.blocks.secret_${block.state}Help`),
        place: 'environment',
      };
    case 'confirmation':
      return {
        reason: text(`sendConfirmation.blocks.confirmation_${block.kind}`),
        help: text(
          block.kind === 'duplicate'
            ? 'sendConfirmation.blocks.confirmation_duplicateHelp'
            : 'sendConfirmation.blocks.confirmationHelp',
        ),
        place: null,
      };
    case 'key_in_body':
      return {
        reason: text('sendConfirmation.blocks.key_in_body'),
        help: text('sendConfirmation.blocks.key_in_bodyHelp'),
        place: 'editor',
      };
    default:
      return assertNever(block);
  }
}
