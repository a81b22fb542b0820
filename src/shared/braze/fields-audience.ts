import type { FieldSpec } from './field-spec';

/** Subscription states a filter may ask for (R28) and a profile may be given (R20). */
export const SUBSCRIPTION_STATES = ['opted_in', 'subscribed', 'unsubscribed'] as const;

/** Comparisons of the `custom_attribute` filter (R27). */
export const CUSTOM_ATTRIBUTE_COMPARISONS = [
  'equals',
  'not_equal',
  'matches_regex',
  'does_not_match_regex',
  'is_any_of',
  'is_none_of',
  'includes_value',
  'does_not_include_value',
  'greater_than',
  'greater_than_or_equal_to',
  'less_than',
  'less_than_or_equal_to',
  'less_than_x_days_ago',
  'greater_than_x_days_ago',
  'less_than_x_days_in_the_future',
  'greater_than_x_days_in_the_future',
  'after',
  'before',
  'exists',
  'does_not_exist',
] as const;

/** Comparisons of the two subscription filters (R27). */
export const SUBSCRIPTION_COMPARISONS = ['is', 'is_not'] as const;

/** Comparisons of the `last_used_app` filter (R27). */
export const LAST_USED_COMPARISONS = ['after', 'before'] as const;

/** Fields of a connected audience, by id. */
export const AUDIENCE_FIELDS = {
  'audience.AND': { types: ['array'], shape: 'audience' },
  'audience.OR': { types: ['array'], shape: 'audience' },
  'audience.custom_attribute': { types: ['object'], shape: 'customAttributeFilter' },
  'audience.push_subscription_status': { types: ['object'], shape: 'subscriptionFilter' },
  'audience.email_subscription_status': { types: ['object'], shape: 'subscriptionFilter' },
  'audience.last_used_app': { types: ['object'], shape: 'lastUsedAppFilter' },
  'filter.custom_attribute_name': { types: ['string'] },
  'filter.custom.comparison': { types: ['string'], values: CUSTOM_ATTRIBUTE_COMPARISONS },
  'filter.custom.value': { types: ['string', 'number', 'boolean', 'array'] },
  'filter.subscription.comparison': { types: ['string'], values: SUBSCRIPTION_COMPARISONS },
  'filter.subscription.value': { types: ['string'], values: SUBSCRIPTION_STATES },
  'filter.last_used.comparison': { types: ['string'], values: LAST_USED_COMPARISONS },
  'filter.last_used.value': { types: ['string'], format: 'date-time' },
} as const satisfies Readonly<Record<string, FieldSpec>>;
