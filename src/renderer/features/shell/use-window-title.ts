import { watchEffect } from 'vue';
import { useText } from '../../i18n/use-text';
import { useEnvironmentsStore } from '../../stores/environments';
import { useTabsStore } from '../../stores/tabs';

/** Names request and environment in the window's title, and PRODUCTION first of all. */
export function useWindowTitle(): void {
  const { t } = useText();
  const environments = useEnvironmentsStore();
  const tabs = useTabsStore();
  watchEffect(() => {
    const { active } = environments;
    document.title = [
      active?.production === true ? t('shell.production') : '',
      tabs.active?.title ?? '',
      active?.name ?? '',
      'Dispatch Desk',
    ]
      .filter((part) => part !== '')
      .join(' – ');
  });
}
