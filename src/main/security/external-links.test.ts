import { beforeEach, describe, expect, it, vi } from 'vitest';
import { externalLinks, openExternalLink } from './external-links';

const openExternal = vi.hoisted(() => vi.fn(() => Promise.resolve()));
vi.mock('electron', () => ({ shell: { openExternal } }));
beforeEach(() => {
  openExternal.mockClear();
});

describe('openExternalLink', () => {
  it.each(Object.entries(externalLinks))('opens %s', async (link, address) => {
    await openExternalLink(link);
    expect(openExternal).toHaveBeenCalledWith(address);
    const { protocol, hostname } = new URL(address);
    expect([protocol, hostname]).toEqual(['https:', 'www.braze.com']);
  });

  it.each(['', 'https://example.com', 'file:///etc/passwd', '__proto__', 'toString', 'braze'])(
    'opens nothing for %j',
    async (link) => {
      await expect(openExternalLink(link)).rejects.toMatchObject({ code: 'link_unknown' });
      expect(openExternal).not.toHaveBeenCalled();
    },
  );
});
