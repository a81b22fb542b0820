import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContractProperty } from './contract';
import { readContract } from './read-contract';

const place = { message: 'Email', field: 'body' };

function contractOf(...texts: readonly string[]) {
  return readContract(
    texts.map((text) => ({ text, place })),
    ['api_trigger_properties'],
  );
}

/** `name!` for required, `name[]` for a list, `name*` for an open one, with what is below in `{}`. */
function written(properties: readonly ContractProperty[]): string {
  return properties
    .map(({ name, required, list, open, children }) => {
      const below = children.length > 0 ? `{${written(children)}}` : '';
      return `${name}${list ? '[]' : ''}${open ? '*' : ''}${required ? '!' : ''}${below}`;
    })
    .join(' ');
}

const P = 'api_trigger_properties';

describe('the contract of a text', () => {
  it.each<readonly [string, string, string]>([
    ['the vendor’s form', `{{${P}.\${a}}}`, 'a!'],
    ['the plain form', `{{ ${P}.a }}`, 'a!'],
    ['quoted names', `{{${P}['a b']["c"]}}`, 'a b!{c!}'],
    ['names with blanks', `{{${P}.\${first name}}}`, 'first name!'],
    ['nested names', `{{${P}.\${a}.\${b}.\${c}}}`, 'a!{b!{c!}}'],
    ['an entry of a list', `{{${P}.\${skus}[0]}}`, 'skus[]!'],
    ['a name in an entry', `{{${P}.\${items}[0].name}}`, 'items[]!{name!}'],
    ['how many', `{{${P}.\${items}.size}}`, 'items!'],
    ['the first, whatever it is', `{{${P}.\${items}.first.name}}`, 'items*!'],
    ['a name worked out later', `{{${P}.a[key]}}`, 'a*!'],
    ['a default', `{{${P}.\${a} | default: 'x'}}`, 'a'],
    ['a default after other filters', `{{${P}.\${a} | upcase | default: 'x'}}`, 'a'],
    ['a default that is a property', `{{${P}.a | default: ${P}.b}}`, 'a b'],
    ['a text that says default', `{{${P}.a | append: "| default: x"}}`, 'a!'],
    ['a property given to a filter', `{{ x | append: ${P}.a }}`, 'a!'],
    ['used with and without default', `{{${P}.a | default: 1}}{{${P}.a}}`, 'a!'],
    ['a condition', `{% if x %}{{${P}.a}}{% endif %}`, 'a'],
    ['what is asked for', `{% if ${P}.a %}x{% endif %}`, 'a'],
    ['after a condition', `{% if x %}{% endif %}{{${P}.a}}`, 'a!'],
    ['else', `{% if x %}{% else %}{{${P}.a}}{% endif %}`, 'a'],
    ['elsif', `{% if x %}{% elsif ${P}.b %}{{${P}.a}}{% endif %}`, 'b a'],
    ['unless', `{% unless x %}{{${P}.a}}{% endunless %}`, 'a'],
    ['case', `{% case ${P}.a %}{% when 'x' %}{{${P}.b}}{% endcase %}`, 'a b'],
    [
      'what is there when its parent is',
      `{% if ${P}.v %}{{${P}.v.code}}{{${P}.w}}{% endif %}`,
      'v{code!} w',
    ],
    ['not blank', `{% if ${P}.v != blank %}{{${P}.v.code}}{% endif %}`, 'v{code!}'],
    ['some value of the parent', `{% if ${P}.v == 'x' %}{{${P}.v.code}}{% endif %}`, 'v{code}'],
    ['only together', `{% if ${P}.v or x %}{{${P}.v.code}}{% endif %}`, 'v{code}'],
    [
      'a message that is given up',
      `{% if ${P}.a == blank %}{% abort_message('no a') %}{% endif %}`,
      'a!',
    ],
    [
      'a message given up unless it is there',
      `{% unless ${P}.a %}{% abort_message() %}{% endunless %}`,
      'a!',
    ],
    [
      'a message given up for another reason',
      `{% if ${P}.a == 'x' %}{% abort_message() %}{% endif %}`,
      'a',
    ],
    [
      'one of two that are missing',
      `{% if ${P}.a == blank or ${P}.b == nil %}{% abort_message() %}{% endif %}`,
      'a! b!',
    ],
    [
      'a loop',
      `{% for i in ${P}.\${items} %}{{i.name}}{{i.note | default: ''}}{% endfor %}`,
      'items[]!{name! note}',
    ],
    [
      'a loop with an end of its name',
      `{% for i in ${P}.items %}{% endfor %}{{i.name}}`,
      'items[]!',
    ],
    [
      'loops in loops',
      `{% for i in ${P}.a %}{% for j in i.b %}{{j.c}}{% endfor %}{% endfor %}`,
      'a[]!{b[]!{c!}}',
    ],
    ['a loop over a filtered list', `{% for i in ${P}.a limit:2 %}{{i.b}}{% endfor %}`, 'a[]!{b!}'],
    ['a variable', `{% assign v = ${P}.voucher %}{{v.code}}`, 'voucher!{code!}'],
    ['a variable nobody uses', `{% assign v = ${P}.voucher %}`, 'voucher'],
    ['a variable with a default', `{% assign v = ${P}.a | default: 'x' %}{{v}}`, 'a'],
    ['a variable made of one', `{% assign v = ${P}.a | split: ',' %}{{v.b}}`, 'a!'],
    [
      'a variable that is another thing now',
      `{% assign v = ${P}.a %}{% assign v = 1 %}{{v.b}}`,
      'a',
    ],
    [
      'a variable of a variable',
      `{% assign v = ${P}.a %}{% assign w = v.b %}{{w.c}}`,
      'a!{b!{c!}}',
    ],
    ['captured', `{% assign v = ${P}.a %}{% capture v %}{{${P}.b}}{% endcapture %}{{v.c}}`, 'a b!'],
    ['raw text', `{% raw %}{{${P}.a}}{% endraw %}`, ''],
    ['a comment', `{% comment %}{{${P}.a}}{% endcomment %}`, ''],
    [
      'a tag with an address',
      `{% connected_content https://x/{{${P}.\${a}}}/{{${P}.b | default: 1}} :save r %}`,
      'a! b',
    ],
    ['lines of tags', `{% liquid\nassign v = ${P}.a\necho v.b\n%}`, 'a!{b!}'],
    ['other names', '{{${first_name}}}{{custom_attribute.${a}}}{{event_properties.${b}}}', ''],
    ['a name that only begins so', `{{${P}_old.a}}`, ''],
    ['ends that begin nothing', `{% endif %}{% endfor %}{% else %}{{${P}.a}}`, 'a!'],
    ['a block without end', `{% if x %}{{${P}.a}}`, 'a'],
  ])('%s', (_name, text, expected) => {
    expect(written(contractOf(text).properties)).toBe(expected);
  });

  it.each([
    ['a content block', '{{content_blocks.${footer}}}', false],
    ['all properties at once', `{{${P} | json}}`, false],
    ['a loop over all', `{% for p in ${P} %}{{p}}{% endfor %}`, false],
    ['a name worked out later', `{{${P}[key]}}`, false],
    ['a template from elsewhere', "{% include 'x' %}", false],
    ['a property', `{{${P}.a}}`, true],
    ['no Liquid', 'text', true],
  ])('is complete or not: %s', (_name, text, complete) => {
    expect(contractOf(text).complete).toBe(complete);
  });

  it('takes a property as required when one of several texts needs it', () => {
    const texts = [`{{${P}.a | default: 1}}`, `{{${P}.a}}`, `{% if x %}{{${P}.a}}{% endif %}`];
    expect(written(contractOf(...texts).properties)).toBe('a!');
  });

  it('keeps variables within their text', () => {
    expect(written(contractOf(`{% assign v = ${P}.a %}`, '{{v.b}}').properties)).toBe('a');
  });

  it('says where each is read', () => {
    const { properties } = readContract(
      [
        { text: '{{context.${a}}}', place: { message: 'First day', field: 'subject' } },
        {
          text: '{{canvas_entry_properties.${a}}}',
          place: { message: 'Reminder', field: 'alert' },
        },
      ],
      ['context', 'canvas_entry_properties'],
    );
    expect(properties[0]?.places).toEqual([
      { message: 'First day', field: 'subject' },
      { message: 'Reminder', field: 'alert' },
    ]);
  });

  const step = fc
    .stringMatching(/^[a-z][a-z_]{0,6}$/)
    .filter((name) => !['size', 'first', 'last'].includes(name));

  it('has every plain path that a text outputs, required', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
        (paths) => {
          const text = paths.map(
            (path) => `{{${[P, ...path.map((name) => `\${${name}}`)].join('.')}}}`,
          );
          const { properties, complete } = contractOf(text.join(' and '));
          expect(complete).toBe(true);
          for (const path of paths) {
            let level = properties;
            for (const name of path) {
              const found = level.find((property) => property.name === name);
              expect(found?.required).toBe(true);
              level = found?.children ?? [];
            }
          }
        },
      ),
    );
  });

  it('has no required property where everything stands under a condition', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), (path) => {
        const { properties } = contractOf(`{% if x > 1 %}{{${[P, ...path].join('.')}}}{% endif %}`);
        expect(written(properties)).not.toContain('!');
      }),
    );
  });

  it('never throws, whatever the texts hold', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      `${P}.a`,
      P,
      '.${',
      '}',
      '|',
      'default:',
      'if ',
      'endif',
      'for ',
      ' in ',
      'assign v = ',
      'v',
      '[',
      ']',
      "'",
      '"',
      'abort_message',
      'else',
      'unless ',
      'case ',
      'when ',
      '==',
      'blank',
      'liquid',
      '\n',
      'endfor',
      ' or ',
      ' and ',
      '0',
      '.size',
      '__proto__',
      'constructor',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(Array.isArray(contractOf(pieces.join('')).properties)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('stays small whatever is named', () => {
    const text = Array.from({ length: 5000 }, (_unused, index) => `{{${P}.k${index}}}`).join('');
    const { properties, complete } = contractOf(text);
    expect(properties).toHaveLength(2000);
    expect(complete).toBe(false);
  });
});
