import { TokenReader } from '#shared/braze/token-reader';
import type { Dispatch } from '#shared/domain/dispatch';
import { jsonToken } from '#shared/lib/json-tokens';

/** What of a dispatch is searched, one text a column; entries are separated by line breaks. */
export interface SearchFacts {
  readonly campaign: string;
  readonly name: string;
  readonly dispatchId: string;
  readonly identifiers: string;
  readonly propertyValues: string;
  readonly errors: string;
}

/** Fields that name a user, wherever they stand. */
const identifierFields: ReadonlySet<string> = new Set([
  'external_user_id',
  'external_user_ids',
  'external_id',
  'user_alias',
  'user_aliases',
  'alias_name',
  'alias_label',
  'braze_id',
  'email',
]);

const none: SearchFacts = {
  campaign: '',
  name: '',
  dispatchId: '',
  identifiers: '',
  propertyValues: '',
  errors: '',
};

/** Facts of what is sent. Numbers are found by their digits as written. */
export function factsOfRequest(dispatch: Dispatch): SearchFacts {
  const { identifiers, values } = tokensOf(dispatch.sentBody);
  return {
    ...none,
    campaign: dispatch.targetId ?? '',
    name: dispatch.requestName ?? '',
    identifiers: [...identifiers].join('\n'),
    propertyValues: [...values].join('\n'),
  };
}

/** Facts of what came back. */
export function factsOfAnswer(dispatch: Dispatch): SearchFacts {
  const { dispatchId, sendId, scheduleId } = dispatch;
  const { errors, message, notice, failureDetail } = dispatch;
  return {
    ...none,
    dispatchId: lines([dispatchId, sendId, scheduleId]),
    errors: lines([...errors, message, notice, failureDetail]),
  };
}

function lines(texts: readonly (string | null)[]): string {
  return [...new Set(texts)].filter((text) => text !== null && text !== '').join('\n');
}

/**
 * Every field name and value once. Tokens, not values: numbers stay as they were written, and neither
 * depth nor a broken body is a problem.
 */
function tokensOf(json: string): { identifiers: Set<string>; values: Set<string> } {
  const identifiers = new Set<string>();
  const values = new Set<string>();
  const token = new TokenReader(json);
  /** For each open object or list: whether what stands in it names a user. */
  const open: boolean[] = [];
  let key = '';
  let previous = '';
  while (token.next() !== jsonToken.end) {
    const names = identifierFields.has(key) || (open.at(-1) ?? false);
    switch (token.type) {
      case jsonToken.openBrace:
      case jsonToken.openBracket:
        open.push(names);
        key = '';
        break;
      case jsonToken.closeBrace:
      case jsonToken.closeBracket:
        open.pop();
        key = '';
        break;
      case jsonToken.colon:
        key = previous;
        break;
      case jsonToken.comma:
        key = '';
        break;
      case jsonToken.string:
      case jsonToken.number:
        previous = token.value;
        (names ? identifiers : values).add(token.value);
        break;
      default:
    }
  }
  return { identifiers, values };
}
