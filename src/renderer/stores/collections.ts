import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Collection } from '#shared/domain/collection';
import type { RequestFile, RequestRef } from '#shared/domain/request';
import { on, request } from '../api/desk';

export const useCollectionsStore = defineStore('collections', () => {
  const collections = shallowRef<readonly Collection[]>([]);
  const loaded = shallowRef(false);

  async function refresh(): Promise<void> {
    collections.value = await request('collections.list', {});
    loaded.value = true;
  }

  async function load(): Promise<void> {
    on('collections.changed', (changed) => {
      collections.value = changed;
    });
    await refresh();
  }

  function read(ref: RequestRef): Promise<RequestFile> {
    return request('collections.read', ref);
  }

  /** Throws `file_changed` when the file is no longer `baseRevision`; resolves with the new revision. */
  async function write(
    ref: RequestRef,
    text: string,
    baseRevision: string | null,
  ): Promise<string> {
    return (await request('collections.write', { ref, text, baseRevision })).revision;
  }

  function create(root: string, folder: string, name: string, text: string): Promise<RequestFile> {
    return request('collections.create', { root, folder, name, text });
  }

  async function createFolder(root: string, folder: string, name: string): Promise<string> {
    return (await request('collections.createFolder', { root, folder, name })).path;
  }

  function rename(ref: RequestRef, name: string): Promise<RequestRef> {
    return request('collections.rename', { ref, name });
  }

  function duplicate(ref: RequestRef): Promise<RequestRef> {
    return request('collections.duplicate', ref);
  }

  /** Resolves with the token that `restore` takes. */
  async function remove(ref: RequestRef): Promise<string> {
    return (await request('collections.remove', ref)).undoToken;
  }

  function restore(undoToken: string): Promise<RequestRef> {
    return request('collections.restore', { undoToken });
  }

  function addFolder(): Promise<Collection | null> {
    return request('collections.addFolder', {});
  }

  async function removeFolder(root: string): Promise<void> {
    await request('collections.removeFolder', { root });
  }

  async function reveal(root: string, path: string): Promise<void> {
    await request('collections.reveal', { root, path });
  }

  return {
    collections,
    loaded,
    load,
    refresh,
    read,
    write,
    create,
    createFolder,
    rename,
    duplicate,
    remove,
    restore,
    addFolder,
    removeFolder,
    reveal,
  };
});
