import { FileJson2, SquareChevronRight } from '@lucide/vue';
import { useText } from '../../i18n/use-text';
import { commandDefinitions, isCommandEnabled, runCommand } from '../../lib/commands';
import { folderOfPath } from '../../lib/request-path';
import { useCollectionsStore } from '../../stores/collections';
import { useEditorFocusStore } from '../../stores/editor-focus';
import { useTabsStore } from '../../stores/tabs';
import { useViewStore } from '../../stores/view';
import type { PaletteEntry } from './palette-entries';

export function usePaletteEntries(): {
  readonly commands: () => PaletteEntry[];
  readonly requests: () => PaletteEntry[];
} {
  const { t } = useText();
  const collections = useCollectionsStore();
  const tabs = useTabsStore();
  const views = useViewStore();
  const editorFocus = useEditorFocusStore();

  return {
    commands: () =>
      commandDefinitions
        .filter(({ id, hidden }) => hidden !== true && isCommandEnabled(id))
        .map(({ id, title, keys }) => ({
          id,
          label: t(title),
          hint: '',
          keys: keys[0] ?? null,
          icon: SquareChevronRight,
          run: () => runCommand(id),
        })),
    requests: () =>
      collections.collections.flatMap((collection) =>
        collection.entries
          .filter(({ kind }) => kind === 'request')
          .map(({ path, name }) => ({
            id: `${collection.id}\n${path}`,
            label: name,
            hint: [collection.name, folderOfPath(path)].filter((part) => part !== '').join('/'),
            keys: null,
            icon: FileJson2,
            run: () => {
              views.show('workbench');
              tabs.open({ root: collection.id, path }, false);
              editorFocus.focus();
            },
          })),
      ),
  };
}
