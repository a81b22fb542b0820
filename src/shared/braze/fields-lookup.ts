import type { FieldSpec } from './field-spec';

/** Query parameters of the look-ups, by id. */
export const LOOKUP_FIELDS = {
  'lookup.page': { types: ['integer'] },
  'lookup.include_archived': { types: ['boolean'] },
  'lookup.sort_direction': { types: ['string'], values: ['asc', 'desc'] },
  'lookup.last_edit': { name: 'last_edit.time[gt]', types: ['string'] },
  'lookup.campaign_id': { types: ['string'] },
  'lookup.canvas_id': { types: ['string'] },
  'lookup.post_launch_draft_version': { types: ['boolean'] },
  'lookup.include_has_translatable_content': { types: ['boolean'] },
  'lookup.send_id': { types: ['string'], maxLength: 64 },
  'lookup.length': { types: ['integer'] },
  'lookup.ending_at': { types: ['string'], format: 'date-time' },
  'lookup.end_time': { types: ['string'], format: 'date-time' },
} as const satisfies Readonly<Record<string, FieldSpec>>;
