import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OpenTab } from '../../stores/tabs';
import { useTabsStore } from '../../stores/tabs';
import type { FakeDesk } from '../../testing/fake-desk';
import { fakeDesk } from '../../testing/fake-desk';
import { useTabFiles } from './use-tab-files';

const ref = { root: 'c', path: 'Welcome.jsonc' };
const text = (body: string) => `{"endpoint": "/messages/send", "body": ${body}}`;

/** A disk with one file; refuses a write that starts from another revision, as main does. */
interface Disk {
  text: string;
  revision: number;
}

let desk: FakeDesk;
let disk: Disk;

beforeEach(() => {
  setActivePinia(createPinia());
  desk = fakeDesk();
  disk = { text: text('{"a": 1}'), revision: 1 };
  desk.answer('collections.read', () => ({
    ref,
    text: disk.text,
    revision: String(disk.revision),
    readOnly: false,
  }));
  desk.answer('collections.write', (input: { text: string; baseRevision: string | null }) => {
    if (input.baseRevision !== null && input.baseRevision !== String(disk.revision)) {
      throw new Error('written from another revision');
    }
    disk.text = input.text;
    disk.revision += 1;
    return { revision: String(disk.revision) };
  });
});

async function openEdited(body: string): Promise<OpenTab> {
  const tabs = useTabsStore();
  const tab = tabs.open(ref, false);
  await useTabFiles().load(tab);
  tabs.edit(tab.id, { bodyText: body });
  return tabs.active ?? tab;
}

describe('saving', () => {
  it('writes the file and keeps its new revision', async () => {
    const tab = await openEdited('{"a": 2}');
    expect(await useTabFiles().save(tab)).toBe(true);
    expect(disk.text).toBe(text('{"a": 2}'));
    expect(useTabsStore().active).toMatchObject({ dirty: false, baseRevision: '2' });
  });

  it('does not take its own first save for a change by somebody else', async () => {
    const tab = await openEdited('{"a": 2}');
    const files = useTabFiles();
    const first = files.save(tab);
    useTabsStore().edit(tab.id, { bodyText: '{"a": 3}' });
    expect(await Promise.all([first, files.save(tab)])).toEqual([true, true]);
    expect(disk.text).toBe(text('{"a": 3}'));
    expect(useTabsStore().active).toMatchObject({ dirty: false, diskChange: null });
  });

  it('never shows what was read before it was written', async () => {
    const tab = await openEdited('{"a": 2}');
    const files = useTabFiles();
    const old = { ref, text: disk.text, revision: '1', readOnly: false };
    let finishReading = (_file: unknown): void => undefined;
    desk.answer('collections.read', () => new Promise((resolve) => (finishReading = resolve)));
    const comparing = files.compare(tab);
    await files.save(tab);
    finishReading(old);
    await comparing;
    expect(useTabsStore().active?.document).toMatchObject({ bodyText: '{"a": 2}' });
  });

  it('keeps the edits and says so when the file changed on disk', async () => {
    const tab = await openEdited('{"mine": 1}');
    desk.fail('collections.write', 'file_changed');
    expect(await useTabFiles().save(tab)).toBe(false);
    expect(useTabsStore().active).toMatchObject({ dirty: true, diskChange: 'changed' });
  });

  it('overwrites what is on disk only after "Keep mine"', async () => {
    const tab = await openEdited('{"mine": 1}');
    disk = { text: text('{"theirs": 1}'), revision: 7 };
    const files = useTabFiles();
    await files.compare(tab);
    expect(useTabsStore().active?.diskChange).toBe('changed');
    await files.keepMine(tab);
    expect(await files.save(useTabsStore().active ?? tab)).toBe(true);
    expect(disk.text).toBe(text('{"mine": 1}'));
  });

  it('keeps the edits of a file that was deleted', async () => {
    const tab = await openEdited('{"mine": 1}');
    desk.fail('collections.read', 'not_found');
    await useTabFiles().compare(tab);
    expect(useTabsStore().active).toMatchObject({ dirty: true, diskChange: 'removed' });
    expect(useTabsStore().active?.document).toMatchObject({ bodyText: '{"mine": 1}' });
  });
});
