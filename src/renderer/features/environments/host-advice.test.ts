import { describe, expect, it } from 'vitest';
import { CLUSTERS } from '#shared/braze/clusters';
import { adviseOnHost, tidyHost } from './host-advice';

describe('adviseOnHost', () => {
  it.each([
    ['', 'urlMissing'],
    ['   ', 'urlMissing'],
    ['not an address', 'urlBroken'],
    ['https://', 'urlBroken'],
    ['ftp://rest.iad-01.braze.com', 'urlBroken'],
    ['https://user:secret@rest.iad-01.braze.com', 'urlCredentials'],
    ['user@rest.iad-01.braze.com', 'urlCredentials'],
    ['http://rest.iad-01.braze.com', 'urlInsecure'],
    ['http://example.com', 'urlInsecure'],
    ['https://rest.iad-01.braze.com/campaigns', 'urlPath'],
    ['rest.iad-01.braze.com?x=1', 'urlPath'],
  ])('refuses %j', (typed, key) => {
    expect(adviseOnHost(typed)).toMatchObject({
      level: 'invalid',
      key: `environments.invalid.${key}`,
    });
  });

  it.each([
    ['https://dashboard-03.braze.com', 'dashboard', 'US-03'],
    ['dashboard-03.braze.com/app_settings/keys', 'dashboard', 'US-03'],
    ['https://dashboard-99.braze.com', 'dashboardUnknown', null],
    ['https://sdk.fra-02.braze.eu', 'sdk', 'EU-02'],
    ['https://api.appboy.com', 'legacy', null],
    ['https://rest.kr-01.braze.com', 'cluster', 'KR-01'],
    ['https://proxy.example.com:8443', 'unknown', null],
  ])('warns of %j and offers the cluster meant', (typed, key, clusterId) => {
    expect(adviseOnHost(typed)).toMatchObject({
      level: 'warning',
      key: `environments.warn.${key}`,
      clusterId,
    });
  });

  it.each(['http://127.0.0.1:8080', 'https://localhost', 'localhost:9000', 'http://[::1]:80/'])(
    'has nothing to say of this computer: %j',
    (typed) => {
      expect(adviseOnHost(typed)).toBeNull();
    },
  );

  it('offers the REST host of every cluster for its dashboard', () => {
    for (const cluster of CLUSTERS) {
      expect(adviseOnHost(cluster.dashboard)).toMatchObject({
        clusterId: cluster.id,
        clusterHost: cluster.restHost,
      });
    }
  });
});

describe('tidyHost', () => {
  it.each([
    [' rest.iad-01.braze.com ', 'https://rest.iad-01.braze.com'],
    ['HTTPS://REST.iad-01.braze.com/', 'https://rest.iad-01.braze.com'],
    ['https://proxy.example.com:8443', 'https://proxy.example.com:8443'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['https://localhost:8080', 'https://localhost:8080'],
  ])('keeps %j as %j', (typed, kept) => {
    expect(tidyHost(typed)).toBe(kept);
  });

  it('leaves what is no address as it was typed', () => {
    expect(tidyHost('no address at all')).toBe('no address at all');
  });
});
