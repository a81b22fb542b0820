import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterOfHost, CLUSTERS, describeHost } from './clusters';

describe('clusters', () => {
  it('are fifteen, without US-09', () => {
    expect(CLUSTERS).toHaveLength(15);
    expect(CLUSTERS.map((cluster) => cluster.id)).not.toContain('US-09');
  });

  it.each(CLUSTERS)('$id is found by its host and its dashboard', ({ id, restHost, dashboard }) => {
    expect(clusterOfHost(restHost)?.id).toBe(id);
    expect(clusterOfHost(`https://${restHost.toUpperCase()}/`)?.id).toBe(id);
    expect(describeHost(dashboard)).toMatchObject({ kind: 'dashboard', cluster: { id } });
    expect(describeHost(restHost.replace('rest.', 'sdk.'))).toMatchObject({
      kind: 'sdk',
      cluster: { id },
    });
  });
});

describe('addresses', () => {
  it.each([
    ['https://rest.iad-03.braze.com', 'rest', 'rest.iad-03.braze.com', true, false],
    ['http://rest.fra-01.braze.eu:8443/x', 'rest', 'rest.fra-01.braze.eu:8443', false, true],
    ['https://dashboard-10.braze.com', 'dashboard', 'dashboard-10.braze.com', true, false],
    ['https://sdk.iad-99.braze.com', 'sdk', 'sdk.iad-99.braze.com', true, false],
    ['https://api.appboy.com', 'appboy', 'api.appboy.com', true, false],
    ['rest.iad-09.braze.com', 'other', 'rest.iad-09.braze.com', true, false],
    [
      'https://rest.iad-01.braze.com.evil.example',
      'other',
      'rest.iad-01.braze.com.evil.example',
      true,
      false,
    ],
    ['https://evilbraze.com', 'other', 'evilbraze.com', true, false],
    ['http://127.0.0.1:5000', 'loopback', '127.0.0.1:5000', false, false],
    ['http://[::1]:5000/', 'loopback', '[::1]:5000', false, true],
    ['http://localhost', 'loopback', 'localhost', false, false],
    ['http://127.0.0.1.evil.example', 'other', '127.0.0.1.evil.example', false, false],
  ])('%s is %s', (url, kind, host, secure, hasPath) => {
    expect(describeHost(url)).toMatchObject({ kind, host, secure, hasPath });
  });

  it.each([
    '',
    ' ',
    'ftp://rest.iad-01.braze.com',
    'https://',
    'https://user:pw@rest.iad-01.braze.com',
    'https://a b',
    'https://rest.iad-01.braze.com\\@evil.example',
    '-x',
    'a..',
  ])('%j is invalid', (url) => {
    expect(describeHost(url)).toMatchObject({ kind: 'invalid', host: null, cluster: null });
  });

  it('are read without throwing, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string(), (url) => {
        const { kind, cluster } = describeHost(url);
        expect(kind === 'rest' ? cluster !== null : true).toBe(true);
      }),
    );
  });
});
