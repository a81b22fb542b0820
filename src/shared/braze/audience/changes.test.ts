import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../document';
import { commentsBetween } from '../text-layout';
import { audiences, bodyWith, type Json, scattered } from '../testing/audiences';
import {
  addPart,
  canUngroup,
  type ChangedText,
  duplicatePart,
  movePart,
  placeOf,
  removePart,
  setOperator,
  startAudience,
  ungroupPart,
  wrapPart,
} from './changes';
import { newCondition } from './condition-changes';
import { type AudiencePart, partsOf, readAudience } from './tree';

function rootOf(text: string): AudiencePart {
  const reading = readAudience(parseDocument(text));
  if (reading.state !== 'present') throw new Error(reading.state);
  return reading.root;
}

function valueOf(text: string): Json {
  const { root, faults } = parseDocument(text);
  expect([text, faults]).toEqual([text, []]);
  const write = (node: typeof root): Json => {
    if (node === null || node.kind === 'null') return null;
    if (node.kind === 'array') return node.items.map(write);
    if (node.kind === 'object') {
      return Object.fromEntries([...node.members].map(([key, inner]) => [key, write(inner)]));
    }
    return node.value;
  };
  return write(root);
}

/** Comments in no order: a part takes its own along. */
function commentsOf(text: string): string[] {
  return commentsBetween(text, 0, text.length)
    .map((comment) => comment.text)
    .sort();
}

type Holder = Json[] | { [key: string]: Json };

/** What holds the value at a pointer, and its key there. */
function holderAt(body: Json, pointer: string): [Holder, string] {
  const keys = pointer.split('/').slice(1);
  let at = body;
  for (const key of keys.slice(0, -1)) at = (at as Record<string, Json>)[key]!;
  return [at as Holder, keys.at(-1)!];
}

function get(body: Json, pointer: string): Json {
  const [holder, key] = holderAt(body, pointer);
  return (holder as Record<string, Json>)[key]!;
}

function put(body: Json, pointer: string, value: Json): void {
  const [holder, key] = holderAt(body, pointer);
  (holder as Record<string, Json>)[key] = value;
}

function listOf(group: Json): Json[] {
  return Object.values(group as Record<string, Json>)[0] as Json[];
}

const bodies = audiences
  .filter((audience) => typeof audience === 'object' && audience !== null)
  .chain((audience) => scattered(bodyWith(audience)));
const cases = fc.record({ text: bodies, at: fc.nat(), to: fc.nat(), index: fc.nat({ max: 5 }) });

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % Math.max(1, list.length)];
}

/** Holds a change of the text against the same change of the value. */
function expectChange(
  text: string,
  changed: ChangedText | null,
  model: (body: Json) => void,
): void {
  const expected = structuredClone(valueOf(text));
  model(expected);
  expect(changed).not.toBeNull();
  expect(valueOf(changed!.text)).toEqual(expected);
}

const fresh = newCondition() as Json;

describe('changes of an audience', () => {
  it('add a part where it is wanted, and lose no comment', () => {
    fc.assert(
      fc.property(cases, ({ text, at, index }) => {
        const groups = partsOf(rootOf(text)).filter(({ kind }) => kind === 'group');
        const group = pick(groups, at);
        if (group?.kind !== 'group') return;
        const changed = addPart(text, { group: group.pointer, index }, fresh);
        expectChange(text, changed, (body) => {
          listOf(get(body, group.pointer)).splice(index, 0, fresh);
        });
        expect(commentsOf(changed!.text)).toEqual(commentsOf(text));
        expect(get(valueOf(changed!.text), changed!.pointer!)).toEqual(fresh);
      }),
    );
  });

  it('wrap any part in a group and take it out again', () => {
    fc.assert(
      fc.property(cases, ({ text, at }) => {
        const part = pick(partsOf(rootOf(text)), at)!;
        const changed = wrapPart(text, part.pointer, 'OR');
        expectChange(text, changed, (body) => {
          put(body, part.pointer, { OR: [get(body, part.pointer)] });
        });
        expect(commentsOf(changed!.text)).toEqual(commentsOf(text));
        const back = ungroupPart(changed!.text, part.pointer);
        expect(valueOf(back!.text)).toEqual(valueOf(text));
        expect(commentsOf(back!.text)).toEqual(commentsOf(text));
      }),
    );
  });

  it('put the parts of a group in its place', () => {
    fc.assert(
      fc.property(cases, ({ text, at }) => {
        const part = pick(partsOf(rootOf(text)).filter(canUngroup), at);
        if (part === undefined) return;
        const changed = ungroupPart(text, part.pointer);
        expectChange(text, changed, (body) => {
          const parts = listOf(get(body, part.pointer));
          const [holder, key] = holderAt(body, part.pointer);
          if (Array.isArray(holder)) holder.splice(Number(key), 1, ...parts);
          else put(body, part.pointer, parts[0]!);
        });
        expect(commentsOf(changed!.text)).toEqual(commentsOf(text));
      }),
    );
  });

  it('change an operator and not one byte more', () => {
    fc.assert(
      fc.property(cases, ({ text, at }) => {
        const groups = partsOf(rootOf(text)).filter((part) => part.kind === 'group');
        const group = pick(groups, at);
        if (group === undefined) return;
        const other = group.operator === 'AND' ? 'OR' : 'AND';
        const changed = setOperator(text, group.pointer, other)!;
        expectChange(text, changed, (body) => {
          put(body, group.pointer, { [other]: listOf(get(body, group.pointer)) });
        });
        expect(setOperator(changed.text, group.pointer, group.operator)!.text).toBe(text);
      }),
    );
  });

  it('copy a part behind itself', () => {
    fc.assert(
      fc.property(cases, ({ text, at }) => {
        const root = rootOf(text);
        const part = pick(
          partsOf(root).filter(({ pointer }) => placeOf(root, pointer) !== null),
          at,
        );
        if (part === undefined) return;
        const changed = duplicatePart(text, part.pointer);
        expectChange(text, changed, (body) => {
          const [holder, key] = holderAt(body, part.pointer);
          (holder as Json[]).splice(Number(key), 0, get(body, part.pointer));
        });
        expect(commentsOf(changed!.text)).toEqual(expect.arrayContaining(commentsOf(text)));
      }),
    );
  });

  it('remove a part, and no comment beside it', () => {
    fc.assert(
      fc.property(cases, ({ text, at }) => {
        const part = pick(partsOf(rootOf(text)), at)!;
        const changed = removePart(text, part.pointer);
        expectChange(text, changed, (body) => {
          const [holder, key] = holderAt(body, part.pointer);
          if (Array.isArray(holder)) holder.splice(Number(key), 1);
          else Reflect.deleteProperty(holder, key);
        });
        const { offset, length } = part.node;
        const inside = commentsBetween(text, offset, offset + length).length;
        const removed = commentsOf(text).length - commentsOf(changed!.text).length;
        // The outermost part has its field name with it, and comments between the two.
        if (part.pointer !== '/audience') expect(removed).toBe(inside);
      }),
    );
  });

  it('move a part anywhere but into itself, with every comment', () => {
    fc.assert(
      fc.property(cases, ({ text, at, to, index }) => {
        const root = rootOf(text);
        const part = pick(
          partsOf(root).filter(({ pointer }) => placeOf(root, pointer) !== null),
          at,
        );
        const group = pick(
          partsOf(root).filter(({ kind }) => kind === 'group'),
          to,
        );
        if (part === undefined || group === undefined) return;
        const changed = movePart(text, part.pointer, { group: group.pointer, index });
        if (`${group.pointer}/`.startsWith(`${part.pointer}/`)) {
          expect(changed).toBeNull();
          return;
        }
        expectChange(text, changed, (body) => {
          const list = listOf(get(body, group.pointer));
          const [holder, key] = holderAt(body, part.pointer);
          const moved = get(body, part.pointer);
          (holder as Json[]).splice(Number(key), 1);
          list.splice(index, 0, moved);
        });
        expect(commentsOf(changed!.text)).toEqual(commentsOf(text));
        expect(get(valueOf(changed!.text), changed!.pointer!)).toEqual(
          get(valueOf(text), part.pointer),
        );
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    '{}',
    '{"campaign_id": "x"}',
    '{\n  "campaign_id": "x" // why\n}',
    '{ /* only this */ }',
  ])('start in %j', (text) => {
    const changed = startAudience(text, fresh)!;
    expect(get(valueOf(changed.text), '/audience')).toEqual(fresh);
    expect(commentsOf(changed.text)).toEqual(commentsOf(text));
  });

  it.each(['', '[]', '{', '{"audience": {}}', '{"a": 1,}', '7'])('do not start in %j', (text) => {
    expect(startAudience(text, fresh)).toBeNull();
  });

  it('change nothing in a text with faults', () => {
    const text = '{"audience": {"AND": [{"last_used_app": {}},]}}';
    expect(wrapPart(text, '/audience', 'OR')).toBeNull();
    expect(addPart(text, { group: '/audience', index: 0 }, fresh)).toBeNull();
    expect(removePart(text, '/audience/AND/0')).toBeNull();
  });

  it('take the comments of a part along, in the layout of the place', () => {
    const text = `{
  "audience": {
    "AND": [
      // Only who pays
      { "last_used_app": {} }, // since May
      {
        "OR": [
          {}
        ]
      }
    ]
  }
}`;
    const moved = movePart(text, '/audience/AND/0', { group: '/audience/AND/1', index: 1 })!;
    expect(moved.pointer).toBe('/audience/AND/0/OR/1');
    expect(moved.text).toBe(`{
  "audience": {
    "AND": [
      {
        "OR": [
          {},
          // Only who pays
          { "last_used_app": {} } // since May
        ]
      }
    ]
  }
}`);
    expect(movePart(moved.text, moved.pointer!, { group: '/audience', index: 0 })!.text).toBe(text);
  });

  it('wrap as the formatter would lay it out', () => {
    const text = '{\n  "audience": {\n    "last_used_app": {}\n  }\n}';
    const wrapped = wrapPart(text, '/audience', 'AND')!.text;
    expect(wrapped).toBe(JSON.stringify({ audience: { AND: [{ last_used_app: {} }] } }, null, 2));
    expect(ungroupPart(wrapped, '/audience')!.text).toBe(text);
  });
});
