import {
  Copy,
  FilePlus2,
  FolderMinus,
  FolderPlus,
  FolderSearch,
  Grid3x3,
  Pencil,
  Play,
  Trash2,
} from '@lucide/vue';
import type { ShallowRef } from 'vue';
import { shallowRef } from 'vue';
import type { MenuItem } from '../../components/menu-item';
import { useText } from '../../i18n/use-text';
import { keysOf } from '../../lib/commands';
import { folderOfPath } from '../../lib/request-path';
import type { TreeRow } from '../../lib/tree-rows';
import { suiteDialog } from '../suites/suite-dialog';
import type { TreeTarget } from './use-collection-actions';
import { useCollectionActions } from './use-collection-actions';

export interface TreeMenu {
  readonly items: Readonly<ShallowRef<readonly MenuItem[]>>;
  /** Called for the row the menu is about to open on. */
  readonly prepare: (row: TreeRow) => void;
}

export function useTreeMenu(targetOf: (row: TreeRow) => TreeTarget | null): TreeMenu {
  const { t } = useText();
  const actions = useCollectionActions();
  const items = shallowRef<readonly MenuItem[]>([]);

  function prepare(row: TreeRow): void {
    const target = targetOf(row);
    const writable = row.state === 'ready';
    const folder = row.expanded === null ? folderOfPath(row.path) : row.path;
    const disabled = !writable;
    items.value = [
      {
        id: 'new',
        label: t('collections.newRequestHere'),
        icon: FilePlus2,
        disabled,
        run: () => actions.newRequestIn(row.root, folder),
      },
      {
        id: 'new-folder',
        label: t('collections.newFolder'),
        icon: FolderPlus,
        disabled,
        run: () => actions.newFolder(row.root, folder),
      },
      ...(row.kind === 'request'
        ? [
            {
              id: 'new-suite',
              label: t('suites.newHere'),
              icon: Grid3x3,
              disabled,
              run: () => {
                suiteDialog.value = { request: { root: row.root, path: row.path } };
              },
            },
          ]
        : []),
      { kind: 'separator', id: 'first' },
      ...(target === null ? [] : itemsOfTarget(target, disabled)),
      {
        id: 'reveal',
        label: t('collections.reveal'),
        icon: FolderSearch,
        disabled: row.state === 'missing',
        run: () => actions.reveal(row.root, row.path),
      },
      ...(row.kind === 'collection'
        ? [
            {
              id: 'forget',
              label: t('collections.removeFolder'),
              icon: FolderMinus,
              run: () => actions.removeFolder(row.root),
            },
          ]
        : []),
    ];
  }

  function itemsOfTarget(target: TreeTarget, disabled: boolean): MenuItem[] {
    return [
      {
        id: 'rename',
        label: t('collections.rename'),
        icon: Pencil,
        keys: keysOf('request.rename'),
        disabled,
        run: () => actions.rename(target),
      },
      ...(target.kind !== 'folder'
        ? [
            {
              id: 'duplicate',
              label: t('collections.duplicate'),
              icon: Copy,
              keys: keysOf('request.duplicate'),
              disabled,
              run: () => actions.duplicate(target),
            },
            {
              id: 'run',
              label: t('commands.runNew'),
              icon: Play,
              disabled: false,
              run: async () => (await import('../runs/set-up-run')).setUpRunOf(target.ref),
            },
          ]
        : []),
      {
        id: 'delete',
        label: t('common.delete'),
        icon: Trash2,
        keys: 'Delete',
        danger: true,
        disabled,
        run: () => actions.remove(target),
      },
      { kind: 'separator', id: 'second' },
    ];
  }

  return { items, prepare };
}
