import {
  CUSTOM_ATTRIBUTE_COMPARISONS,
  LAST_USED_COMPARISONS,
  SUBSCRIPTION_COMPARISONS,
} from '../fields-audience';

/** The two operators of a connected audience (R26). */
export const AUDIENCE_OPERATORS = ['AND', 'OR'] as const;

/** `AND`: all parts must hold. `OR`: at least one. */
export type AudienceOperator = (typeof AUDIENCE_OPERATORS)[number];

/** The four filters a connected audience offers (R29), with their comparisons (R27). */
export const FILTER_COMPARISONS = {
  custom_attribute: CUSTOM_ATTRIBUTE_COMPARISONS,
  push_subscription_status: SUBSCRIPTION_COMPARISONS,
  email_subscription_status: SUBSCRIPTION_COMPARISONS,
  last_used_app: LAST_USED_COMPARISONS,
} as const;

/** The key of a filter. */
export type FilterKind = keyof typeof FILTER_COMPARISONS;

/** A comparison of any filter. */
export type FilterComparison = (typeof FILTER_COMPARISONS)[FilterKind][number];

/** The filters in the order in which they are documented. */
export const FILTER_KINDS = Object.keys(FILTER_COMPARISONS) as readonly FilterKind[];

/** Whether a key names one of the four filters. */
export function isFilterKind(key: string): key is FilterKind {
  return Object.hasOwn(FILTER_COMPARISONS, key);
}

/** Whether a key is an operator, spelled as it must be. */
export function isAudienceOperator(key: string): key is AudienceOperator {
  return (AUDIENCE_OPERATORS as readonly string[]).includes(key);
}

/** What a comparison takes as its value (R28). */
export type ValueRule =
  'scalar' | 'regex' | 'texts' | 'member' | 'number' | 'days' | 'date' | 'state' | 'none';

const CUSTOM_RULES: Readonly<Record<(typeof CUSTOM_ATTRIBUTE_COMPARISONS)[number], ValueRule>> = {
  equals: 'scalar',
  not_equal: 'scalar',
  matches_regex: 'regex',
  does_not_match_regex: 'regex',
  is_any_of: 'texts',
  is_none_of: 'texts',
  includes_value: 'member',
  does_not_include_value: 'member',
  greater_than: 'number',
  greater_than_or_equal_to: 'number',
  less_than: 'number',
  less_than_or_equal_to: 'number',
  less_than_x_days_ago: 'days',
  greater_than_x_days_ago: 'days',
  less_than_x_days_in_the_future: 'days',
  greater_than_x_days_in_the_future: 'days',
  after: 'date',
  before: 'date',
  exists: 'none',
  does_not_exist: 'none',
};

function isCustomComparison(comparison: string): comparison is keyof typeof CUSTOM_RULES {
  return Object.hasOwn(CUSTOM_RULES, comparison);
}

/** What a filter takes as its value with a comparison; null where it does not offer that comparison. */
export function valueRuleOf(kind: FilterKind, comparison: string): ValueRule | null {
  const offered: readonly string[] = FILTER_COMPARISONS[kind];
  if (!offered.includes(comparison)) return null;
  switch (kind) {
    case 'custom_attribute':
      return isCustomComparison(comparison) ? CUSTOM_RULES[comparison] : null;
    case 'last_used_app':
      return 'date';
    case 'push_subscription_status':
    case 'email_subscription_status':
      return 'state';
  }
}
