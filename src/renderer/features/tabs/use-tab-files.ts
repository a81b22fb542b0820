import type { RequestRef } from '#shared/domain/request';
import { toAppError } from '../../api/desk';
import { openText, textOfDocument } from '../../monaco/long-documents';
import { useCollectionsStore } from '../../stores/collections';
import type { OpenTab } from '../../stores/tabs';
import { useTabsStore } from '../../stores/tabs';

export interface TabFiles {
  /** Reads a tab's file where that has not happened yet. */
  load(tab: OpenTab): Promise<void>;
  /** Reads it again; edits stay, and a change on disk is shown beside them. */
  compare(tab: OpenTab): Promise<void>;
  /** Throws the edits away in favour of the file. */
  reload(tab: OpenTab): Promise<void>;
  /** Keeps the edits; the next save overwrites what is on disk. */
  keepMine(tab: OpenTab): Promise<void>;
  /** Saves into the tab's own file; false when it has none yet, or the file was changed meanwhile. */
  save(tab: OpenTab): Promise<boolean>;
  /** Saves a request that has no file into a new one. Throws when that is refused. */
  saveAs(tab: OpenTab, root: string, folder: string, name: string): Promise<void>;
}

/** How often each tab was written: what was read before a write says nothing any more after it. */
const writes = new Map<string, number>();
/** The last save of each tab. Two at once would take each other for a change by somebody else. */
const saving = new Map<string, Promise<boolean>>();

export function useTabFiles(): TabFiles {
  const tabs = useTabsStore();
  const collections = useCollectionsStore();

  async function read(tab: OpenTab, use: 'fill' | 'replaceText'): Promise<void> {
    if (tab.ref === null) return;
    const written = writes.get(tab.id);
    try {
      const file = await collections.read(tab.ref);
      const current = tabs.find(tab.id);
      const known = use === 'fill' && current?.savedText === file.text;
      const opened = known ? undefined : await openText(file.text);
      // Made here, so that comparing costs nothing.
      if (current?.document != null && current.dirty) await textOfDocument(current.document);
      if (writes.get(tab.id) !== written) return;
      tabs[use](tab.id, file, opened);
    } catch (thrown) {
      const error = toAppError(thrown);
      const current = tabs.find(tab.id);
      if (current?.document == null) tabs.patch(tab.id, { state: 'failed', error });
      else if (error.code === 'not_found') {
        tabs.patch(tab.id, {
          state: 'ready',
          diskChange: 'removed',
          savedText: null,
          baseRevision: null,
          dirty: true,
        });
      } else tabs.patch(tab.id, { state: 'ready', error });
    }
  }

  async function load(tab: OpenTab): Promise<void> {
    if (tab.state === 'waiting') await read(tab, 'fill');
  }

  async function keepMine(tab: OpenTab): Promise<void> {
    if (tab.ref === null) return;
    try {
      const { revision } = await collections.read(tab.ref);
      tabs.patch(tab.id, { baseRevision: revision, diskChange: null });
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code === 'not_found') tabs.patch(tab.id, { baseRevision: null, diskChange: null });
      else tabs.patch(tab.id, { error });
    }
  }

  function save(tab: OpenTab): Promise<boolean> {
    const before = saving.get(tab.id) ?? Promise.resolve(true);
    const saved = before.then(() => write(tab.id));
    saving.set(tab.id, saved);
    return saved;
  }

  async function write(id: string): Promise<boolean> {
    const tab = tabs.find(id);
    if (tab?.ref == null || tab.document === null) return false;
    const ref: RequestRef = tab.ref;
    const text = await textOfDocument(tab.document);
    try {
      const revision = await collections.write(ref, text, tab.baseRevision);
      writes.set(id, (writes.get(id) ?? 0) + 1);
      tabs.markSaved(tab.id, ref, text, revision);
      tabs.patch(tab.id, { error: null });
      return true;
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code === 'file_changed') tabs.patch(tab.id, { diskChange: 'changed' });
      else if (error.code === 'not_found') tabs.patch(tab.id, { diskChange: 'removed' });
      else tabs.patch(tab.id, { error });
      return false;
    }
  }

  async function saveAs(tab: OpenTab, root: string, folder: string, name: string): Promise<void> {
    if (tab.document === null) return;
    const text = await textOfDocument(tab.document);
    const file = await collections.create(root, folder, name, text);
    tabs.markSaved(tab.id, file.ref, text, file.revision);
  }

  return {
    load,
    compare: (tab) => (tab.state === 'ready' ? read(tab, 'fill') : Promise.resolve()),
    reload: (tab) => read(tab, 'replaceText'),
    keepMine,
    save,
    saveAs,
  };
}
