import { describe, expect, it } from 'vitest';
import { ENDPOINT_PATHS, ENDPOINTS, endpointOf, isEndpointPath, reachesUsers } from './endpoints';

describe('endpoints', () => {
  it('are nineteen, each once, with a permission each', () => {
    expect(ENDPOINTS).toHaveLength(19);
    expect(new Set(ENDPOINT_PATHS).size).toBe(19);
    expect(new Set(ENDPOINTS.map((endpoint) => endpoint.permission)).size).toBe(19);
  });

  it.each([
    '/campaigns/trigger/send/',
    'campaigns/trigger/send',
    '/CAMPAIGNS/TRIGGER/SEND',
    '',
    '__proto__',
    7,
    null,
  ])('do not include %j', (text) => {
    expect(isEndpointPath(text)).toBe(false);
  });

  it('reach users when they send or create a schedule', () => {
    expect(ENDPOINT_PATHS.filter(reachesUsers)).toEqual([
      '/campaigns/trigger/send',
      '/canvas/trigger/send',
      '/messages/send',
      '/campaigns/trigger/schedule/create',
      '/canvas/trigger/schedule/create',
      '/messages/schedule/create',
    ]);
  });

  it('only read with GET', () => {
    for (const { method, kind } of ENDPOINTS) expect(method === 'GET').toBe(kind === 'lookup');
    expect(endpointOf('/messages/scheduled_broadcasts').permission).toBe(
      'messages.schedule_broadcasts',
    );
  });
});
