export const outcomes = {
  blocked: 'Blocked',
  refused: 'Refused',
  accepted: 'Accepted',
  accepted_with_errors: 'Accepted with errors',
  queued: 'Queued',
  rate_limited: 'Rate limited',
  failed: 'Failed',
  unknown: 'Unknown',
  radius: {
    unreadable: 'Body cannot be read',
    none: 'Nobody is named',
    recipients: '{count} named recipient | {count} named recipients',
    audience: 'Audience: {count} condition | Audience: {count} conditions',
    segment: 'Everyone in the campaign’s segment',
  },
};
