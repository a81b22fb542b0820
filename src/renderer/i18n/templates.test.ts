import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'vue/compiler-sfc';

const room = fileURLToPath(new URL('..', import.meta.url));
const components = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.vue'),
);

/** Names of the API, which are the same in every language. */
const untranslated = new Set(['dispatch_id']);
const spokenAttributes = new Set(['label', 'aria-label', 'title', 'placeholder', 'alt', 'text']);

interface TemplateNode {
  readonly type: number;
  readonly content?: unknown;
  readonly children?: readonly TemplateNode[];
  readonly props?: readonly { type: number; name: string; value?: { content: string } }[];
}

function rawTexts(node: TemplateNode): string[] {
  const own =
    node.type === 2 && typeof node.content === 'string' && /\p{L}/u.test(node.content)
      ? [node.content.trim()]
      : [];
  const attributes = (node.props ?? [])
    .filter(({ type, name }) => type === 6 && spokenAttributes.has(name))
    .map(({ value }) => value?.content ?? '')
    .filter((content) => /\p{L}/u.test(content));
  return [...own, ...attributes, ...(node.children ?? []).flatMap(rawTexts)];
}

describe('templates', () => {
  it.each(components)('%s says nothing that cannot be translated', (file) => {
    const { descriptor } = parse(readFileSync(join(room, file), 'utf8'));
    const root = descriptor.template?.ast as TemplateNode | undefined;
    const texts = root === undefined ? [] : rawTexts(root);
    expect(texts.filter((text) => !untranslated.has(text))).toEqual([]);
  });
});
