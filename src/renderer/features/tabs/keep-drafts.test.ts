import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick } from 'vue';
import { useTabsStore } from '../../stores/tabs';
import type { FakeDesk } from '../../testing/fake-desk';
import { fakeDesk } from '../../testing/fake-desk';
import { draftFailure } from './draft-failure';
import { keepDrafts } from './keep-drafts';

const ref = { root: 'c', path: 'Welcome.jsonc' };
const text = '{"endpoint": "/messages/send", "body": {"a": 1}}';

let desk: FakeDesk;
const named = (name: string) => desk.requests.filter((request) => request.name === name);

beforeEach(() => {
  vi.useFakeTimers();
  setActivePinia(createPinia());
  desk = fakeDesk();
  desk.answer('drafts.save', (draft: object) => ({ ...draft, savedAt: '' }));
  desk.answer('drafts.discard', () => null);
  return () => vi.useRealTimers();
});

async function openEdited(): Promise<string> {
  const tabs = useTabsStore();
  effectScope().run(keepDrafts);
  const { id } = tabs.open(ref, false);
  tabs.fill(id, { ref, text, revision: '1', readOnly: false });
  tabs.edit(id, { bodyText: '{"a": 2}' });
  await nextTick();
  return id;
}

describe('drafts', () => {
  it('are on disk within a second, with the whole file and its revision', async () => {
    const id = await openEdited();
    await vi.advanceTimersByTimeAsync(1000);
    expect(named('drafts.save')).toEqual([
      {
        name: 'drafts.save',
        input: { id, ref, title: 'Welcome', text: text.replace('1}', '2}'), baseRevision: '1' },
      },
    ]);
  });

  it('are written while typing goes on, not only after it', async () => {
    const id = await openEdited();
    const tabs = useTabsStore();
    for (let letter = 0; letter < 20; letter += 1) {
      tabs.edit(id, { bodyText: `{"a": ${letter}${letter}}` });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(named('drafts.save').length).toBeGreaterThanOrEqual(2);
  });

  it('are written at once when the window is about to close', async () => {
    await openEdited();
    desk.publish('app.quitRequested', {});
    expect(named('drafts.save')).toHaveLength(1);
  });

  it('go when the request is saved to its file', async () => {
    const id = await openEdited();
    await vi.advanceTimersByTimeAsync(1000);
    useTabsStore().markSaved(id, ref, text.replace('1}', '2}'), '2');
    await vi.advanceTimersByTimeAsync(0);
    expect(named('drafts.discard')).toEqual([{ name: 'drafts.discard', input: { id } }]);
  });

  it('go when the tab is closed', async () => {
    const id = await openEdited();
    await vi.advanceTimersByTimeAsync(1000);
    useTabsStore().close(id);
    await vi.advanceTimersByTimeAsync(0);
    expect(named('drafts.discard')).toHaveLength(1);
  });

  it('say why when they cannot be kept, until one is kept again', async () => {
    desk.fail('drafts.save', 'disk_full');
    const id = await openEdited();
    await vi.advanceTimersByTimeAsync(1000);
    expect(draftFailure.value?.code).toBe('disk_full');
    desk.answer('drafts.save', (draft: object) => ({ ...draft, savedAt: '' }));
    useTabsStore().edit(id, { bodyText: '{"a": 3}' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(draftFailure.value).toBeNull();
  });
});
