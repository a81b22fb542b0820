import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDrafts } from '#engine/drafts/service';
import { createProblems } from '#engine/problems';
import { slicesOf, sliceLength } from '#shared/lib/text-slices';
import { createSlicedDrafts, type SlicedDrafts } from './sliced-drafts';

let folder = '';
let drafts: SlicedDrafts;

function start(): SlicedDrafts {
  const kept = createDrafts({
    folder,
    now: () => 0,
    problems: createProblems(() => undefined),
  });
  return createSlicedDrafts(() => Promise.resolve(kept));
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drafts-'));
  drafts = start();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const draftOf = (id: string) => ({ id, ref: null, title: 'New', baseRevision: null });

/** As the page does. */
async function save(id: string, text: string): Promise<void> {
  const { first, last } = slicesOf(text);
  let at = 0;
  for (const piece of first) {
    drafts.slice({ id, at, text: piece });
    at += piece.length;
  }
  const sliced = first.length === 0 ? {} : { sliced: at };
  await drafts.save({ ...draftOf(id), text: last, ...sliced });
}

async function textOf(id: string): Promise<string | undefined> {
  const draft = (await drafts.list()).find((one) => one.id === id);
  if (draft === undefined) return undefined;
  let { text } = draft;
  const length = text.length + draft.rest;
  while (text.length < length) text += drafts.read({ id, at: text.length });
  return text;
}

describe('drafts in slices', () => {
  it('give back any text after a restart', async () => {
    const piece = fc.constantFrom('', 'a', '\r\n', '\uFEFF', '\ud83d', '\ude00', '한');
    const text = fc
      .tuple(piece, fc.integer({ min: 0, max: 3 }), piece)
      .map(([begin, times, end]) => begin + 'x'.repeat(times * sliceLength) + end);
    await fc.assert(
      fc.asyncProperty(text, async (whole) => {
        const id = randomUUID();
        await save(id, whole);
        drafts = start();
        expect((await textOf(id)) === whole).toBe(true);
      }),
      { numRuns: 10 },
    );
  });

  it('never make a text of pieces that are not its own', async () => {
    const id = randomUUID();
    await drafts.save({ ...draftOf(id), text: 'kept' });
    expect(() => drafts.slice({ id, at: 5, text: 'b' })).toThrow('invalid_input');
    drafts.slice({ id, at: 0, text: 'lost' });
    drafts.slice({ id, at: 0, text: 'aaa' });
    expect(() => drafts.slice({ id, at: 4, text: 'b' })).toThrow('invalid_input');
    await expect(drafts.save({ ...draftOf(id), text: 'b', sliced: 4 })).rejects.toThrow(
      'invalid_input',
    );
    await expect(drafts.save({ ...draftOf(id), text: 'b', sliced: 3 })).rejects.toThrow(
      'invalid_input',
    );
    expect(await textOf(id)).toBe('kept');
  });

  it('save at once what leaves in one piece, whatever is on its way', async () => {
    const id = randomUUID();
    drafts.slice({ id, at: 0, text: 'aaa' });
    await drafts.save({ ...draftOf(id), text: 'now' });
    expect(await textOf(id)).toBe('now');
    drafts.slice({ id, at: 3, text: 'b' });
    await drafts.save({ ...draftOf(id), text: 'c', sliced: 4 });
    expect(await textOf(id)).toBe('aaabc');
  });

  it('read nothing that was not listed', async () => {
    const id = randomUUID();
    expect(() => drafts.read({ id, at: 0 })).toThrow('not_found');
    await save(id, 'x'.repeat(sliceLength + 1));
    await drafts.list();
    await drafts.discard({ id });
    expect(await textOf(id)).toBeUndefined();
  });
});
