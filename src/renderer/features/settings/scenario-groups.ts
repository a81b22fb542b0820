/** The sandbox's scenarios that have a name and an explanation, by what they change. */
export const scenarioGroups = {
  /** The answer to a request that would be accepted; key, quota and body are still checked. */
  shape: [
    'accepted',
    'minor_errors',
    'paused_notice',
    'archived_notice',
    'queued',
    'slow_drip',
    'dropped_midbody',
    'huge',
    'broken_json',
    'html',
    'bad_utf8',
  ],
  /** The whole exchange, whatever was sent. */
  instead: [
    'bad_request',
    'invalid_campaign',
    'unauthorized',
    'unauthorized_echo',
    'forbidden',
    'not_found',
    'payload_too_large',
    'unsupported_media',
    'rate_limited',
    'rate_limited_bare',
    'server_error',
    'bad_gateway',
    'unavailable',
    'timeout',
    'hang',
    'dropped',
    'redirect',
  ],
} as const;

export type KnownScenario = (typeof scenarioGroups)[keyof typeof scenarioGroups][number];

const known: ReadonlySet<string> = new Set([...scenarioGroups.shape, ...scenarioGroups.instead]);

/** Whether there are texts for a scenario; one that is newer than this page shows its id. */
export function isKnownScenario(id: string): id is KnownScenario {
  return known.has(id);
}
