import { ClipboardPaste, Copy } from '@lucide/vue';
import { shallowRef } from 'vue';
import type { CurlDialect } from '#shared/curl/curl-dialect';
import type { Dispatch } from '#shared/domain/dispatch';
import type { MenuItem } from '../../components/menu-item';
import { useText } from '../../i18n/use-text';
import { afterPendingEdits } from '../../lib/pending-edits';
import { useEnvironmentsStore } from '../../stores/environments';
import { useSandboxStore } from '../../stores/sandbox';
import { useTabsStore } from '../../stores/tabs';
import { curlDialog } from './curl-dialog';
import { addressOf } from './environment-address';

/** Whether a copied command has the Authorization header, with a variable in place of the key. */
const keyHeader = shallowRef(true);

export interface CurlActions {
  paste(text?: string): void;
  canCopy(): boolean;
  copyActive(dialect: CurlDialect): Promise<void>;
  /** The menu of the request that is shown. */
  requestMenu(): MenuItem[];
  /** The menu of one dispatch. */
  sentMenu(dispatch: Dispatch): MenuItem[];
}

export function useCurl(): CurlActions {
  const { t } = useText();
  const tabs = useTabsStore();
  const environments = useEnvironmentsStore();
  const sandbox = useSandboxStore();

  function paste(text = ''): void {
    curlDialog.value = { text };
  }

  function canCopy(): boolean {
    return tabs.active?.document?.mode === 'request' && environments.active !== null;
  }

  async function copyActive(dialect: CurlDialect): Promise<void> {
    const { activeId } = tabs;
    const environment = environments.active;
    const document = await afterPendingEdits(() =>
      activeId === null ? undefined : tabs.find(activeId)?.document,
    );
    if (document?.mode !== 'request' || environment === null) return;
    // Not before it is needed: the writer and its shells.
    const { copyEdited } = await import('./copy-request');
    await copyEdited(
      {
        address: addressOf(environment.host, sandbox.status?.url ?? null),
        endpoint: document.endpoint,
        bodyText: document.bodyText,
        scopes: [environment.variables, document.variables],
      },
      dialect,
      keyHeader.value,
    );
  }

  function copyItems(disabled: boolean, run: (dialect: CurlDialect) => Promise<void>): MenuItem[] {
    return [
      {
        id: 'bash',
        label: t('commands.curlCopyBash'),
        icon: Copy,
        disabled,
        run: () => run('bash'),
      },
      { id: 'cmd', label: t('commands.curlCopyCmd'), icon: Copy, disabled, run: () => run('cmd') },
      {
        id: 'powershell',
        label: t('commands.curlCopyPowershell'),
        icon: Copy,
        disabled,
        run: () => run('powershell'),
      },
      {
        id: 'key-header',
        label: t('curl.copy.keyHeader', { variable: 'BRAZE_API_KEY' }),
        checked: keyHeader.value,
        run: () => {
          keyHeader.value = !keyHeader.value;
        },
      },
    ];
  }

  return {
    paste,
    canCopy,
    copyActive,
    requestMenu: () => [
      ...copyItems(!canCopy(), copyActive),
      { kind: 'separator', id: 'paste-separator' },
      { id: 'paste', label: t('commands.curlPaste'), icon: ClipboardPaste, run: () => paste() },
    ],
    sentMenu: (dispatch) =>
      copyItems(false, async (dialect) => {
        const { copySent } = await import('./copy-request');
        await copySent(dispatch, dialect, keyHeader.value);
      }),
  };
}
