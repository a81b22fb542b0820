export const outcomes = {
  blocked: 'Blocked',
  refused: 'Refused',
  accepted: 'Accepted',
  accepted_with_errors: 'Accepted with errors',
  queued: 'Queued',
  rate_limited: 'Rate limited',
  failed: 'Failed',
  unknown: 'Unknown',
};
