import { applyEdits, type TextEdit } from '#shared/braze/text-edit';
import { flushPendingEdits } from '../lib/pending-edits';
import { createTextPlaces } from '../lib/text-places';
import { useTabsStore } from '../stores/tabs';
import { bodyEditor } from './body-editor-door';
import { placeEdits } from './placed-edit';

/** Makes edits of the body's text as it is now; null where it cannot. */
export type MakeEdits = (text: string) => readonly TextEdit[] | null;

/**
 * Changes the body of the tab that is shown, as one step of undo; false where there is none, it may not be
 * changed, or nothing was made of it.
 */
export function editShownBody(make: MakeEdits): boolean {
  const tabs = useTabsStore();
  flushPendingEdits();
  const tab = tabs.active;
  if (tab === null || tab.readOnly || tab.document?.mode !== 'request') return false;
  const before = tab.document.bodyText;
  const edits = make(before);
  if (edits === null) return false;
  if (bodyEditor()?.apply(tab.id, placeEdits(createTextPlaces(before), edits)) === true)
    return true;
  // No editor yet: it will take the whole text over, which is one step of undo as well.
  tabs.edit(tab.id, { bodyText: applyEdits(before, edits) });
  tabs.patch(tab.id, { generation: tab.generation + 1 });
  return true;
}
