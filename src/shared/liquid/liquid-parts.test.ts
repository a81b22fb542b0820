import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLiquidParts } from './liquid-parts';

const contents = (template: string): string[] =>
  readLiquidParts(template).map(({ content }) => content);

describe('the parts of a template', () => {
  it.each<readonly [string, readonly string[]]>([
    ['plain { text } % }', []],
    ['{{a}} and {% b %}', ['a', 'b']],
    ['{{- a -}}{%- b -%}', ['a', 'b']],
    ['{{api_trigger_properties.${key}}}', ['api_trigger_properties.${key}']],
    ['{{context.${a}.${b}}}}', ['context.${a}.${b}']],
    ['{{ a | default: "}}" }} {{b}}', ['a | default: "}}"', 'b']],
    ["{{ a | append: '%}' }}", ["a | append: '%}'"]],
    ["{{ it's }} {{b}}", ["it's", 'b']],
    ['{% raw %}{{a}}{% endraw %}{{b}}', ['b']],
    ['{% comment %}{{a}}{%- endcomment -%}{{b}}', ['b']],
    ['{% comment %}{{a}}', []],
    ['{{a}', []],
    ['{{ {% b %}', ['b']],
    ['{{}}{% %}', []],
    [
      '{% connected_content https://x/{{a}} :save r %}',
      ['connected_content https://x/{{a}} :save r'],
    ],
  ])('of %s', (template, expected) => {
    expect(contents(template)).toEqual(expected);
  });

  it('are found without end, whatever the text is', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      '${',
      '}',
      "'",
      '"',
      'a',
      ' raw ',
      '-',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const template = pieces.join('');
        for (const content of contents(template)) expect(template).toContain(content);
      }),
    );
  });

  it('are read in time from megabytes of openings', () => {
    expect(contents('{{ " '.repeat(40_000)).length).toBeLessThan(40_000);
  });
});
