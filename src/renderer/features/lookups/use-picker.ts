import type { ShallowRef } from 'vue';
import { shallowRef } from 'vue';
import { isEndpointPath } from '#shared/braze/endpoints';
import { targetKindOf } from '#shared/braze/known-target';
import type { TargetKind } from '#shared/domain/lookup';
import { useCommand } from '../../composables/use-command';
import { useTabsStore } from '../../stores/tabs';
import { useViewStore } from '../../stores/view';

/** What the picker offers; null while it is closed. */
export const pickerKind: ShallowRef<TargetKind | null> = shallowRef(null);

/** The kind of target that the request shown has; null where it has none to choose. */
export function useTargetKind(): () => TargetKind | null {
  const tabs = useTabsStore();
  return () => {
    const document = tabs.active?.document;
    if (document?.mode !== 'request' || !isEndpointPath(document.endpoint)) return null;
    return targetKindOf(document.endpoint);
  };
}

/** The command that opens the picker, for palette and button alike. */
export function usePickerCommand(): void {
  const views = useViewStore();
  const kind = useTargetKind();
  useCommand(
    'target.choose',
    () => {
      pickerKind.value = kind();
    },
    () => views.view === 'workbench' && kind() !== null,
  );
}
