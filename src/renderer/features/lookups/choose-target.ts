import { targetFieldOf } from '#shared/braze/known-target';
import { writeTargetId } from '#shared/braze/target-edit';
import type { TargetKind } from '#shared/domain/lookup';
import { request, toAppError } from '../../api/desk';
import { i18n } from '../../i18n/i18n';
import { text } from '../../i18n/use-text';
import { editShownBody } from '../../body/edit-shown-body';
import { showToast } from '../../lib/toasts';
import { useEditorFocusStore } from '../../stores/editor-focus';
import { useEnvironmentsStore } from '../../stores/environments';
import { useLookupsStore } from '../../stores/lookups';
import { failureText } from './failure-text';

/** Writes the id into the body, and reads its details so that what is wrong with it is known. */
export async function chooseTarget(kind: TargetKind, id: string): Promise<void> {
  const environmentId = useEnvironmentsStore().active?.id;
  const field = targetFieldOf(kind);
  if (editShownBody((body) => writeTargetId(body, field, id))) useEditorFocusStore().focus();
  else {
    await request('clipboard.write', { text: id });
    showToast(text('lookups.idCopied'));
  }
  if (environmentId === undefined) return;
  try {
    await useLookupsStore().readDetails({ environmentId, kind, id });
  } catch (thrown) {
    // The last known details, if any, go on being used.
    const { locale } = i18n.global;
    const reason = failureText(toAppError(thrown), locale.value);
    showToast(text('lookups.detailsNotRead', { reason }));
  }
}
