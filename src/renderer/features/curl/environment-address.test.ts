import { describe, expect, it } from 'vitest';
import type { Environment } from '#shared/domain/environment';
import { addressOf, environmentsOf } from './environment-address';

const hosts: readonly Environment['host'][] = [
  { kind: 'sandbox' },
  { kind: 'cluster', clusterId: 'US-03' },
  { kind: 'cluster', clusterId: 'no such' },
  { kind: 'custom', url: 'https://REST.iad-03.braze.com:443/' },
  { kind: 'custom', url: 'http://127.0.0.1:80' },
  { kind: 'custom', url: 'http://127.0.0.1:8080' },
];
const environments = hosts.map((host, index): Environment => {
  return {
    id: `e${index}`,
    name: `E${index}`,
    color: 'blue',
    host,
    production: false,
    variables: [],
    testUsers: [],
    reservePercent: 10,
    timeoutMs: 30_000,
    duplicateGuard: true,
  };
});
const idsOf = (host: string | null, sandboxUrl: string | null) =>
  environmentsOf(host, environments, sandboxUrl).map(({ id }) => id);

describe('the environments of a host', () => {
  it('are found by cluster and by address, whatever its case, port and slash', () => {
    expect(idsOf('rest.iad-03.braze.com', null)).toEqual(['e1', 'e3']);
    expect(idsOf('127.0.0.1', null)).toEqual(['e4']);
    expect(idsOf('127.0.0.1:8080', null)).toEqual(['e5']);
  });

  it('have the sandbox among them while it runs', () => {
    expect(idsOf('127.0.0.1:4010', 'http://127.0.0.1:4010')).toEqual(['e0']);
    expect(idsOf('127.0.0.1:4010', null)).toEqual([]);
  });

  it('are none for a host that is not known', () => {
    expect(idsOf(null, 'http://127.0.0.1:4010')).toEqual([]);
    expect(addressOf({ kind: 'cluster', clusterId: 'no such' }, null)).toBeNull();
  });
});
