import { beforeAll, describe, expect, it } from 'vitest';
import { errorCodes } from '#shared/errors';
import { errorText } from './error-text';
import { i18n } from './i18n';
import { messages } from './locales/en/messages';

beforeAll(() => i18n.global.setLocaleMessage('en', messages));

describe('errorText', () => {
  it('says how large what is too large is', () => {
    const params = { path: 'Big.jsonc', bytes: 5 * 1024 * 1024, limit: 4 * 1024 * 1024 };
    expect(errorText({ code: 'too_large', params }, 'en')).toMatch(/4 MB.* Size: 5 MB\.$/);
    expect(errorText({ code: 'disk_full', params }, 'en')).not.toContain('Size');
  });

  it('has words without facts too, and leaves no placeholder in them', () => {
    for (const code of errorCodes) {
      const words = errorText({ code, params: {} }, 'en');
      expect(words, code).toMatch(/^[A-Z].*\.$/);
      expect(words, code).not.toMatch(/[{}]/);
    }
  });
});
