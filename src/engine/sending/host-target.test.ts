import { describe, expect, it } from 'vitest';
import { CLUSTERS } from '#shared/braze/clusters';
import { hostTargetOf } from './host-target';
import { sampleEnvironment } from './testing/sample-request';

const custom = (url: string) =>
  hostTargetOf(sampleEnvironment({ host: { kind: 'custom', url } }), null);

describe('where calls go', () => {
  it('is the REST host of each cluster, over https', () => {
    for (const { id, restHost } of CLUSTERS) {
      const host = { kind: 'cluster', clusterId: id } as const;
      expect(hostTargetOf(sampleEnvironment({ host }), null)).toEqual({
        ok: true,
        baseUrl: `https://${restHost}`,
        host: restHost,
      });
    }
  });

  it('is the sandbox while it runs', () => {
    const environment = sampleEnvironment({ host: { kind: 'sandbox' } });
    expect(hostTargetOf(environment, 'http://127.0.0.1:4077')).toEqual({
      ok: true,
      baseUrl: 'http://127.0.0.1:4077',
      host: '127.0.0.1:4077',
    });
    expect(hostTargetOf(environment, null)).toEqual({ ok: false, host: 'sandbox' });
  });

  it.each([
    ['https://rest.iad-03.braze.com', 'https://rest.iad-03.braze.com'],
    ['https://rest.iad-03.braze.com/', 'https://rest.iad-03.braze.com'],
    ['rest.fra-01.braze.eu', 'https://rest.fra-01.braze.eu'],
    ['https://proxy.example:8443', 'https://proxy.example:8443'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['http://localhost:3000/', 'http://localhost:3000'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
    ['https://localhost', 'https://localhost'],
  ])('is %s as typed', (url, baseUrl) => {
    expect(custom(url)).toMatchObject({ ok: true, baseUrl });
  });

  it.each([
    'http://rest.iad-03.braze.com',
    'http://proxy.example',
    'http://127.0.0.1.example.com',
    'http://10.0.0.1',
    'https://dashboard-03.braze.com',
    'https://sdk.iad-03.braze.com',
    'https://api.appboy.com',
    'https://rest.iad-03.braze.com/campaigns',
    'https://rest.iad-03.braze.com//',
    'https://rest.iad-03.braze.com/?a=b',
    'https://user:secret-word@rest.iad-03.braze.com',
    'ftp://rest.iad-03.braze.com',
    'javascript:alert(1)',
    'https://',
    'https://exa mple.com',
    'https://host:99999',
    '',
  ])('is never %s', (url) => {
    const target = custom(url);
    expect(target.ok).toBe(false);
    expect(target.host).not.toContain('secret-word');
  });
});
