import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RequestFile, RequestRef } from '#shared/domain/request';
import { useTabsStore } from './tabs';

const welcome: RequestRef = { root: 'c', path: 'On/Welcome.jsonc' };
const receipt: RequestRef = { root: 'c', path: 'Receipt.jsonc' };

function file(ref: RequestRef, body: string, revision: string): RequestFile {
  return {
    ref,
    text: `{"endpoint": "/messages/send", "body": ${body}}`,
    revision,
    readOnly: false,
  };
}

beforeEach(() => setActivePinia(createPinia()));

describe('open tabs', () => {
  it('shows a request that is open instead of opening it twice', () => {
    const tabs = useTabsStore();
    const first = tabs.open(welcome, false);
    tabs.open(receipt, false);
    expect(tabs.open(welcome, false).id).toBe(first.id);
    expect(tabs.tabs).toHaveLength(2);
    expect(tabs.active?.title).toBe('Welcome');
  });

  it('puts one preview in the place of another, but never in that of an edited one', () => {
    const tabs = useTabsStore();
    tabs.open(welcome, true);
    tabs.open(receipt, true);
    expect(tabs.tabs.map(({ title }) => title)).toEqual(['Receipt']);
    const { id } = tabs.tabs[0] ?? { id: '' };
    tabs.fill(id, file(receipt, '{}', '1'));
    tabs.edit(id, { bodyText: '{"a": 1}' });
    tabs.open(welcome, true);
    expect(tabs.tabs.map(({ title, preview }) => [title, preview])).toEqual([
      ['Receipt', false],
      ['Welcome', true],
    ]);
  });

  it('is dirty exactly while it differs from the file', () => {
    const tabs = useTabsStore();
    const { id } = tabs.open(welcome, false);
    tabs.fill(id, file(welcome, '{"a": 1}', '1'));
    expect(tabs.active?.dirty).toBe(false);
    tabs.edit(id, { bodyText: '{"a": 2}' });
    expect(tabs.active?.dirty).toBe(true);
    tabs.edit(id, { bodyText: '{"a": 1}' });
    expect(tabs.active?.dirty).toBe(false);
  });

  it('takes over a change on disk while nothing is edited', () => {
    const tabs = useTabsStore();
    const { id } = tabs.open(welcome, false);
    tabs.fill(id, file(welcome, '{"a": 1}', '1'));
    const before = tabs.active?.generation ?? 0;
    tabs.fill(id, file(welcome, '{"a": 2}', '2'));
    expect(tabs.active).toMatchObject({ dirty: false, diskChange: null, baseRevision: '2' });
    expect(tabs.active?.generation).toBeGreaterThan(before);
  });

  it('keeps edits when the file changes on disk, and says so', () => {
    const tabs = useTabsStore();
    const { id } = tabs.open(welcome, false);
    tabs.fill(id, file(welcome, '{"a": 1}', '1'));
    tabs.edit(id, { bodyText: '{"mine": true}' });
    tabs.fill(id, file(welcome, '{"theirs": true}', '2'));
    expect(tabs.active).toMatchObject({ dirty: true, diskChange: 'changed', baseRevision: '1' });
    expect(tabs.active?.document).toMatchObject({ bodyText: '{"mine": true}' });
    tabs.replaceText(id, file(welcome, '{"theirs": true}', '2'));
    expect(tabs.active).toMatchObject({ dirty: false, diskChange: null, baseRevision: '2' });
  });

  it('has nothing to say of a file that went away and came back as it was', () => {
    const tabs = useTabsStore();
    const { id } = tabs.open(welcome, false);
    const saved = file(welcome, '{"a": 1}', '1');
    tabs.fill(id, saved);
    tabs.patch(id, { diskChange: 'removed', savedText: null, baseRevision: null, dirty: true });
    tabs.fill(id, saved);
    expect(tabs.active).toMatchObject({ dirty: false, diskChange: null, baseRevision: '1' });
    tabs.edit(id, { bodyText: '{"a": 2}' });
    expect(tabs.active?.dirty).toBe(true);
    tabs.edit(id, { bodyText: '{"a": 1}' });
    expect(tabs.active?.dirty).toBe(false);
  });

  it('stays dirty when it was edited further while it was saved', () => {
    const tabs = useTabsStore();
    const { id } = tabs.open(welcome, false);
    tabs.fill(id, file(welcome, '{"a": 1}', '1'));
    tabs.edit(id, { bodyText: '{"a": 2}' });
    const saved = file(welcome, '{"a": 2}', '2');
    tabs.edit(id, { bodyText: '{"a": 3}' });
    tabs.markSaved(id, welcome, saved.text, '2');
    expect(tabs.active).toMatchObject({ dirty: true, baseRevision: '2' });
  });

  it('goes to the neighbour when one is closed, and brings it back with its edits', () => {
    const tabs = useTabsStore();
    tabs.open(welcome, false);
    const { id } = tabs.open(receipt, false);
    tabs.fill(id, file(receipt, '{}', '1'));
    tabs.edit(id, { bodyText: '{"kept": 1}' });
    tabs.close(id);
    expect(tabs.active?.title).toBe('Welcome');
    expect(tabs.reopen()?.document).toMatchObject({ bodyText: '{"kept": 1}' });
    expect(tabs.active?.title).toBe('Receipt');
    expect(tabs.reopen()).toBeNull();
  });

  it('steps round the end and moves within bounds', () => {
    const tabs = useTabsStore();
    const first = tabs.open(welcome, false);
    const second = tabs.open(receipt, false);
    tabs.step(1);
    expect(tabs.activeId).toBe(first.id);
    tabs.step(-1);
    expect(tabs.activeId).toBe(second.id);
    tabs.move(second.id, 0);
    expect(tabs.tabs.map(({ id }) => id)).toEqual([second.id, first.id]);
  });
});
