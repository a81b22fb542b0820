import type { RequestRef } from '#shared/domain/request';
import { flushPendingEdits } from '../../lib/pending-edits';
import { titleOfPath } from '../../lib/request-path';
import { openDocument } from '../../lib/tab-document';
import { useCollectionsStore } from '../../stores/collections';
import { useTabsStore } from '../../stores/tabs';
import { useViewStore } from '../../stores/view';
import { outgoingOfTab } from './outgoing-of-tab';

/** Opens the set-up of a run for the request that is shown, unsaved edits included. */
export function setUpRunOfActive(): void {
  flushPendingEdits();
  const { active } = useTabsStore();
  useViewStore().setUpRun(active === null ? null : outgoingOfTab(active));
}

/** Opens the set-up of a run for a saved request; where it is open, as it is edited. */
export async function setUpRunOf(ref: RequestRef): Promise<void> {
  flushPendingEdits();
  const open = useTabsStore().findByRef(ref);
  const edited = open === null ? null : outgoingOfTab(open);
  useViewStore().setUpRun(edited ?? (await outgoingOfFile(ref)));
}

async function outgoingOfFile(ref: RequestRef) {
  const { text } = await useCollectionsStore().read(ref);
  const document = openDocument(text);
  if (document.mode !== 'request') return null;
  const { endpoint, bodyText, variables } = document;
  return {
    endpoint,
    bodyText,
    variables: variables.map((variable) => ({ ...variable })),
    name: titleOfPath(ref.path),
    ref: { ...ref },
  };
}
