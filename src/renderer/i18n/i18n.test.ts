import { describe, expect, it } from 'vitest';
import { i18n, ready } from './i18n';
import { messages as de } from './locales/de/messages';
import { messages as en } from './locales/en/messages';
import { messages as fr } from './locales/fr/messages';
import { messages as ko } from './locales/ko/messages';

function keysOf(catalogue: object, prefix = ''): string[] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? keysOf(value, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  );
}

describe('texts that are not parsed', () => {
  it.each(Object.entries({ en, de, fr, ko }))(
    'say the same as parsed ones: %s',
    (_name, catalogue) => {
      const params = { name: 'A|B @:c', count: 2, n: 2 };
      const keys = keysOf(catalogue);
      expect(keys.length).toBeGreaterThan(300);
      const speak = (messages: object): string[] => {
        i18n.global.setLocaleMessage('en', messages);
        return keys.map((key) => `${key}: ${i18n.global.t(key, params, 2)}`);
      };
      expect(speak(ready(catalogue))).toEqual(speak(catalogue));
    },
  );

  it.each(['{x}', "{'@'}", 'one | many', '@:other.key', '%', 'a\\b'])(
    'leaves %j to the parser',
    (text) => {
      expect(ready({ text })).toEqual({ text });
    },
  );
});
