import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { RequestFile, RequestRef } from '#shared/domain/request';
import type { AppError } from '#shared/errors';
import type { RequestEdit } from '#shared/lib/request-file';
import { recoverDocument } from '../lib/recover-document';
import { sameRef, titleOfPath } from '../lib/request-path';
import type { SavedText, TabDocument } from '../lib/tab-document';
import {
  differs,
  documentText,
  editDocument,
  editFileText,
  openDocument,
  savedTextOf,
} from '../lib/tab-document';

/** One open request. `id` is the draft's id too. */
export interface OpenTab {
  readonly id: string;
  readonly ref: RequestRef | null;
  readonly title: string;
  /** `waiting`: restored, but not looked at yet, so not read either. */
  readonly state: 'waiting' | 'ready' | 'failed';
  readonly error: AppError | null;
  readonly document: TabDocument | null;
  /** The text on disk that `baseRevision` names; null when it was never saved. */
  readonly savedText: string | null;
  readonly baseRevision: string | null;
  readonly readOnly: boolean;
  readonly dirty: boolean;
  /** Opened by one click: the next one takes its place unless it is edited or opened on purpose. */
  readonly preview: boolean;
  readonly diskChange: 'changed' | 'removed' | null;
  /** Grows when the text was put in from outside the editor, which must then show it. */
  readonly generation: number;
}

const closedLimit = 20;

export function blankTab(id: string, ref: RequestRef | null, title: string): OpenTab {
  return {
    id,
    ref,
    title,
    state: 'waiting',
    error: null,
    document: null,
    savedText: null,
    baseRevision: null,
    readOnly: false,
    dirty: false,
    preview: false,
    diskChange: null,
    generation: 0,
  };
}

/** The open tabs and what is edited in them. Files, drafts and settings are the business of `features/tabs`. */
export const useTabsStore = defineStore('tabs', () => {
  const tabs = shallowRef<readonly OpenTab[]>([]);
  const activeId = shallowRef<string | null>(null);
  const closed = shallowRef<readonly OpenTab[]>([]);

  const active = computed<OpenTab | null>(
    () => tabs.value.find(({ id }) => id === activeId.value) ?? null,
  );
  const activeIndex = computed(() => tabs.value.findIndex(({ id }) => id === activeId.value));

  function find(id: string): OpenTab | null {
    return tabs.value.find((tab) => tab.id === id) ?? null;
  }

  function findByRef(ref: RequestRef): OpenTab | null {
    return tabs.value.find((tab) => tab.ref !== null && sameRef(tab.ref, ref)) ?? null;
  }

  function patch(id: string, change: Partial<OpenTab>): void {
    tabs.value = tabs.value.map((tab) => (tab.id === id ? { ...tab, ...change } : tab));
  }

  function add(tab: OpenTab, activate: boolean): OpenTab {
    const preview = tab.preview ? tabs.value.find((other) => other.preview && !other.dirty) : null;
    if (preview) {
      tabs.value = tabs.value.map((other) => (other.id === preview.id ? tab : other));
    } else {
      const at = activeIndex.value + 1;
      tabs.value = [...tabs.value.slice(0, at), tab, ...tabs.value.slice(at)];
    }
    if (activate || preview?.id === activeId.value) activeId.value = tab.id;
    return tab;
  }

  /** Opens a saved request, or shows its tab when it is open already. The file is read by whoever shows it. */
  function open(ref: RequestRef, preview: boolean): OpenTab {
    const present = findByRef(ref);
    if (present !== null) {
      if (!preview) patch(present.id, { preview: false });
      activeId.value = present.id;
      return present;
    }
    return add({ ...blankTab(crypto.randomUUID(), ref, titleOfPath(ref.path)), preview }, true);
  }

  /** Opens a request that has no file yet. */
  function openNew(title: string, text: string): OpenTab {
    return add(
      {
        ...blankTab(crypto.randomUUID(), null, title),
        state: 'ready',
        document: openDocument(text),
        dirty: true,
      },
      true,
    );
  }

  /** Puts tabs of the last session back, at the end and unread. */
  function restore(restored: readonly OpenTab[], activeTab: number): void {
    tabs.value = restored;
    activeId.value = restored[activeTab]?.id ?? restored[0]?.id ?? null;
  }

  /** What each tab was last compared with. */
  const compared = new Map<string, SavedText>();

  /** A draft that could not be taken apart may be, now that its file is known. */
  function mended(document: TabDocument, savedText: string): TabDocument {
    return document.mode === 'file' ? recoverDocument(savedText, document.text) : document;
  }

  /**
   * Puts a file as read into a tab. Edits that are there stay, and the file's text becomes what they are compared with.
   * `opened` is that text taken apart, where that has been done.
   */
  function fill(id: string, file: RequestFile, opened?: TabDocument): void {
    const tab = find(id);
    if (tab === null) return;
    const common = { state: 'ready', error: null, readOnly: file.readOnly } as const;
    if (tab.document !== null && tab.dirty) {
      const document = mended(tab.document, file.text);
      // A file that holds just this, as one does that was away for a moment, leaves nothing to decide.
      const same = documentText(document) === file.text;
      const changed = !same && tab.baseRevision !== file.revision;
      patch(id, {
        ...common,
        ...(changed ? {} : { savedText: file.text, baseRevision: file.revision }),
        document,
        generation: document === tab.document ? tab.generation : tab.generation + 1,
        diskChange: changed ? 'changed' : null,
        dirty: !same,
      });
      return;
    }
    if (tab.document !== null && tab.savedText === file.text) {
      patch(id, { ...common, baseRevision: file.revision, diskChange: null });
      return;
    }
    replaceText(id, file, opened);
  }

  /** Throws the edits of a tab away in favour of the file. */
  function replaceText(id: string, file: RequestFile, opened?: TabDocument): void {
    const tab = find(id);
    if (tab === null) return;
    const document = opened ?? openDocument(file.text);
    compared.set(id, { text: file.text, document });
    patch(id, {
      state: 'ready',
      error: null,
      document,
      savedText: file.text,
      baseRevision: file.revision,
      readOnly: file.readOnly,
      dirty: false,
      diskChange: null,
      generation: tab.generation + 1,
    });
  }

  function isDirty(id: string, document: TabDocument): boolean {
    const text = find(id)?.savedText ?? null;
    if (text === null) return true;
    let saved = compared.get(id);
    if (saved?.text !== text) compared.set(id, (saved = savedTextOf(text)));
    return differs(document, saved);
  }

  function put(id: string, document: TabDocument): void {
    const dirty = isDirty(id, document);
    patch(id, { document, dirty, ...(dirty ? { preview: false } : {}) });
  }

  function edit(id: string, change: RequestEdit): void {
    const document = find(id)?.document;
    if (document) put(id, editDocument(document, change));
  }

  function editWholeFile(id: string, text: string): void {
    if (find(id)?.document?.mode === 'file') put(id, editFileText(text));
  }

  /** Shows a mended file as a request again. */
  function reopenDocument(id: string): void {
    const tab = find(id);
    if (tab?.document?.mode !== 'file') return;
    patch(id, { document: openDocument(tab.document.text), generation: tab.generation + 1 });
  }

  /** The file now holds `text`. What was typed while it was written stays an edit. */
  function markSaved(id: string, ref: RequestRef, text: string, revision: string): void {
    const tab = find(id);
    if (tab?.document == null) return;
    const same = documentText(tab.document) === text;
    if (same) compared.set(id, { text, document: tab.document });
    patch(id, {
      ref,
      title: titleOfPath(ref.path),
      savedText: text,
      baseRevision: revision,
      dirty: !same,
      preview: false,
      diskChange: null,
    });
  }

  /** The file of a tab has another name or place now. */
  function relocate(id: string, ref: RequestRef): void {
    patch(id, { ref, title: titleOfPath(ref.path), diskChange: null });
  }

  function close(id: string): void {
    const index = tabs.value.findIndex((tab) => tab.id === id);
    const tab = tabs.value[index];
    if (tab === undefined) return;
    closed.value = [tab, ...closed.value].slice(0, closedLimit);
    compared.delete(id);
    tabs.value = tabs.value.filter((other) => other.id !== id);
    if (activeId.value === id) {
      activeId.value = (tabs.value[index] ?? tabs.value[index - 1])?.id ?? null;
    }
  }

  /** Opens the tab that was closed last, with its edits. */
  function reopen(): OpenTab | null {
    const [tab, ...rest] = closed.value;
    if (tab === undefined) return null;
    closed.value = rest;
    const present = tab.ref === null ? null : findByRef(tab.ref);
    if (present !== null && !tab.dirty) {
      activeId.value = present.id;
      return present;
    }
    return add({ ...tab, preview: false }, true);
  }

  function activate(id: string): void {
    if (find(id) !== null) activeId.value = id;
  }

  /** `delta` tabs further, round the end. */
  function step(delta: number): void {
    const count = tabs.value.length;
    if (count === 0) return;
    activeId.value = tabs.value[(activeIndex.value + delta + count) % count]?.id ?? null;
  }

  function move(id: string, to: number): void {
    const tab = find(id);
    if (tab === null) return;
    const others = tabs.value.filter((other) => other.id !== id);
    tabs.value = [...others.slice(0, to), tab, ...others.slice(to)];
  }

  return {
    tabs,
    activeId,
    active,
    activeIndex,
    closed,
    find,
    findByRef,
    patch,
    open,
    openNew,
    restore,
    fill,
    replaceText,
    edit,
    editWholeFile,
    reopenDocument,
    markSaved,
    relocate,
    close,
    reopen,
    activate,
    step,
    move,
  };
});
