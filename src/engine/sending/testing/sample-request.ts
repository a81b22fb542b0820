import type { Environment } from '#shared/domain/environment';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';

/** A campaign id of the documented shape. */
export const campaignId = '0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f9';

/** An environment with nothing special about it. */
export function sampleEnvironment(over: Partial<Environment> = {}): Environment {
  return {
    id: 'staging',
    name: 'Staging',
    color: 'blue',
    host: { kind: 'cluster', clusterId: 'US-03' },
    production: false,
    variables: [],
    testUsers: [],
    reservePercent: 10,
    timeoutMs: 5000,
    duplicateGuard: false,
    ...over,
  };
}

/** A body that names these users. */
export function bodyFor(...users: readonly string[]): object {
  return {
    campaign_id: campaignId,
    recipients: users.map((external_user_id) => ({ external_user_id })),
  };
}

/** A request as the page hands it over; a body that is no text becomes JSON. */
export function sampleRequest(
  body: unknown = bodyFor('user-1'),
  over: Partial<OutgoingRequest> = {},
): OutgoingRequest {
  return {
    endpoint: '/campaigns/trigger/send',
    bodyText: typeof body === 'string' ? body : JSON.stringify(body),
    variables: [],
    name: 'Welcome',
    ref: null,
    ...over,
  };
}
