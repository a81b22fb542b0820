import { describe, expect, it } from 'vitest';
import { copyAsCurl } from './copy-curl';
import { curlDialects } from './curl-dialect';
import { importCurl } from './import-curl';
import { readCurl } from './read-curl';

const request = {
  host: 'rest.iad-03.braze.com',
  endpoint: '/campaigns/trigger/send',
  bodyJson: '{"a":"it\'s \\"x\\""}',
};

describe('a request as a curl command', () => {
  it.each(curlDialects)(
    'names a variable for the key, or leaves the header out, for %s',
    (dialect) => {
      const withHeader = copyAsCurl(request, dialect, { keyHeader: true });
      const without = copyAsCurl(request, dialect, { keyHeader: false });
      if (!withHeader.ok || !without.ok) throw new Error('not written');
      expect(withHeader.command).toContain('BRAZE_API_KEY');
      expect(without.command).not.toMatch(/authorization|BRAZE_API_KEY/i);
      for (const { command } of [withHeader, without]) {
        expect(readCurl(command)).toMatchObject({
          url: 'https://rest.iad-03.braze.com/campaigns/trigger/send',
          bodyText: request.bodyJson,
          apiKey: null,
        });
      }
    },
  );

  it.each(curlDialects)(
    'says in its address what a look-up asks, and comes back for %s',
    (dialect) => {
      const bodyJson = '{"page":1,"last_edit.time[gt]":"2026-08-01T00:00:00","tag":"a b&c"}';
      const lookup = { ...request, endpoint: '/campaigns/list', bodyJson };
      const copied = copyAsCurl(lookup, dialect, { keyHeader: true });
      if (!copied.ok) throw new Error(copied.code);
      const read = readCurl(copied.command);
      if (!read.ok) throw new Error(read.code);
      expect(read).toMatchObject({ method: 'GET', endpoint: '/campaigns/list', bodyText: null });
      const made = importCurl(read);
      expect(JSON.parse(made.bodyText)).toEqual(JSON.parse(bodyJson));
      expect(made.droppedQuery).toBe(false);
    },
  );

  it('speaks http with this machine only', () => {
    const urlOf = (host: string) => {
      const copied = copyAsCurl({ ...request, host }, 'bash', { keyHeader: false });
      return copied.ok ? /'([^']*)'/.exec(copied.command)?.[1] : copied.code;
    };
    expect(urlOf('127.0.0.1:4010')).toBe('http://127.0.0.1:4010/campaigns/trigger/send');
    expect(urlOf('https://eu.example')).toBe('https://eu.example/campaigns/trigger/send');
    expect(urlOf('eu.example')).toBe('https://eu.example/campaigns/trigger/send');
    expect(urlOf('')).toBe('not_writable');
  });

  it('says why there is none', () => {
    const copy = (change: Partial<typeof request>) =>
      copyAsCurl({ ...request, ...change }, 'bash', { keyHeader: true });
    expect(copy({ endpoint: '/nowhere' })).toEqual({ ok: false, code: 'unknown_endpoint' });
    expect(copy({ bodyJson: '"\0"' })).toEqual({ ok: false, code: 'not_writable' });
  });
});
