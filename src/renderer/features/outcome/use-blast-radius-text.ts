import type { BlastRadius } from '#shared/domain/dispatch';
import { reachText } from '../../i18n/reach-text';
import { useText } from '../../i18n/use-text';

/** Who will be reached, in words; null means that the body cannot be read. */
export function useBlastRadiusText(): (radius: BlastRadius | null) => string {
  const { t, language } = useText();
  return (radius) =>
    radius === null ? t('outcomes.radius.unreadable') : reachText(radius, language.value);
}
