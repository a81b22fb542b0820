import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { messages as de } from './locales/de/messages';
import { messages as en } from './locales/en/messages';
import { messages as fr } from './locales/fr/messages';
import { messages as ko } from './locales/ko/messages';

import { runs as deRuns } from './locales/de/runs';
import { runs as enRuns } from './locales/en/runs';
import { runs as frRuns } from './locales/fr/runs';
import { runs as koRuns } from './locales/ko/runs';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  );
}

const english = new Map(flatten({ ...en, runs: enRuns }));
const others: [string, Map<string, string>][] = [
  ['de', new Map(flatten({ ...de, runs: deRuns }))],
  ['fr', new Map(flatten({ ...fr, runs: frRuns }))],
  ['ko', new Map(flatten({ ...ko, runs: koRuns }))],
];

function namesIn(message: string): string[] {
  // `{n}` and `{count}` may be written out as "1" in one of the plural forms.
  const names = [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  return [...new Set(names)].filter((name) => name !== 'count' && name !== 'n').sort();
}

const room = fileURLToPath(new URL('..', import.meta.url));
const sources = readdirSync(room, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|vue)$/.test(file) && !/\.test\.ts$|locales[\\/]/.test(file))
  .map((file) => readFileSync(join(room, file), 'utf8'))
  .join('\n');

/** Keys that stand in the sources, and patterns of those that are put together at run time. */
const literals = new Set(
  [...sources.matchAll(/['"`]([a-zA-Z]+(?:\.\w+)+)['"`]/g)].map((m) => m[1]),
);
const patterns = [...sources.matchAll(/`([a-zA-Z]+\.[\w.]*(?:\$\{[^`]*?\}[\w.]*)+)`/g)].map(
  ([, template = '']) =>
    new RegExp(
      `^${template
        .split(/\$\{[^}]*\}/)
        .map((part) => part.replaceAll('.', '\\.'))
        .join('[\\w.]+')}$`,
    ),
);

describe('the catalogues', () => {
  it('hold no text that nothing shows', () => {
    const unused = [...english.keys()].filter(
      (key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });

  it.each(others)('name the same facts in %s as in English', (_language, catalogue) => {
    for (const [key, message] of english) {
      expect([key, namesIn(catalogue.get(key) ?? '')]).toEqual([key, namesIn(message)]);
    }
  });

  it.each([['en', english] as [string, Map<string, string>], ...others])(
    'have a text for every key, without exclamation or plea, in %s',
    (_language, catalogue) => {
      expect([...catalogue.keys()].sort()).toEqual([...english.keys()].sort());
      for (const [key, message] of catalogue) {
        expect([key, message.trim()]).not.toEqual([key, '']);
        expect([key, /!|\b(please|bitte|veuillez|oops)\b|주십시오|주세요/i.test(message)]).toEqual([
          key,
          false,
        ]);
      }
    },
  );

  it.each([['en', english] as [string, Map<string, string>], ...others])(
    'never say that something was delivered, in %s',
    (_language, catalogue) => {
      for (const [key, message] of catalogue) {
        expect([key, /\b(delivered|zugestellt|remis|livré)\b|전달됨|배달/i.test(message)]).toEqual([
          key,
          false,
        ]);
      }
    },
  );
});
