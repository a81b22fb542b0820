import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { environmentColors } from '#shared/domain/environment';
import type { Rgba } from '../lib/oklch';
import { contrastOf, parseOklch } from '../lib/oklch';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function tokensOf(theme: string): Map<string, Rgba> {
  const block = new RegExp(`data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  const tokens = new Map<string, Rgba>();
  for (const [, name = '', value = ''] of block.matchAll(/--color-([\w-]+):\s*([^;]+);/g)) {
    const color = parseOklch(value);
    if (color === null) throw new Error(`${name} of ${theme} is no OKLCH colour: ${value}`);
    tokens.set(name, color);
  }
  return tokens;
}

const themes = ['light', 'dark', 'contrast'] as const;
const grounds = ['chrome', 'panel', 'surface', 'float', 'field', 'hover', 'selected'];
const texts = ['text', 'text-muted', 'text-faint'];
const tones = ['success', 'warning', 'danger', 'info', 'unknown'];
const syntax = ['key', 'string', 'number', 'keyword', 'comment', 'punctuation'];

const textPairs: [string, string][] = [
  ...texts.flatMap((text) => grounds.map((ground): [string, string] => [text, ground])),
  ...['accent', ...tones].flatMap((text) =>
    ['chrome', 'panel', 'surface', 'float', 'hover', 'selected'].map((g): [string, string] => [
      text,
      g,
    ]),
  ),
  ...tones.map((tone): [string, string] => [tone, `${tone}-soft`]),
  ...tones.flatMap((tone) =>
    texts.slice(0, 2).map((text): [string, string] => [text, `${tone}-soft`]),
  ),
  ['unknown', 'unknown-stripe'],
  ['on-accent', 'accent-fill'],
  ['on-accent', 'accent-fill-hover'],
  ['on-danger', 'danger-fill'],
  ['on-danger', 'danger-fill-hover'],
  ...syntax.map((part): [string, string] => [`syntax-${part}`, 'surface']),
];

const controlPairs: [string, string][] = [
  ...['chrome', 'panel', 'surface', 'float', 'field', 'hover', 'selected'].map(
    (ground): [string, string] => ['focus', ground],
  ),
  ...['chrome', 'panel', 'surface', 'float', 'field'].map((ground): [string, string] => [
    'border-control',
    ground,
  ]),
  ...environmentColors.flatMap((color) =>
    ['chrome', 'float'].map((ground): [string, string] => [`env-${color}`, ground]),
  ),
];

describe.each(themes)('the %s theme', (theme) => {
  const tokens = tokensOf(theme);
  const ratio = (one: string, other: string): number => {
    const [a, b] = [tokens.get(one), tokens.get(other)];
    if (a === undefined || b === undefined) throw new Error(`no token ${one} or ${other}`);
    return contrastOf(a, b);
  };

  it('has the same colours as the others', () => {
    expect([...tokens.keys()].sort()).toEqual([...tokensOf('light').keys()].sort());
  });

  it.each(textPairs)('shows the text colour %s on %s with 4.5 to 1', (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(controlPairs)('shows the control colour %s on %s with 3 to 1', (control, ground) => {
    expect(ratio(control, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe('contrast', () => {
  const grey = (text: string): Rgba => parseOklch(text) ?? { red: 0, green: 0, blue: 0, alpha: 0 };

  it('is 21 between white and black and 1 between equals', () => {
    expect(contrastOf(grey('oklch(1 0 0)'), grey('oklch(0 0 0)'))).toBeCloseTo(21, 3);
    expect(contrastOf(grey('oklch(0.5 0.1 20)'), grey('oklch(50% 0.1 20)'))).toBeCloseTo(1, 6);
  });

  it('knows pure red and refuses other notations', () => {
    // sRGB red is oklch(0.62796 0.25768 29.234) (CSS Color 4, sample conversions).
    const red = grey('oklch(0.62796 0.25768 29.234)');
    expect(red.red).toBeCloseTo(1, 2);
    expect(red.green).toBeCloseTo(0, 1);
    expect(red.blue).toBeCloseTo(0, 1);
    expect(parseOklch('#ff0000')).toBeNull();
  });
});
