import type { FieldId } from '../fields';

/** A text for every field; a missing or extra one does not compile. */
export type ReferenceTexts = Readonly<Record<FieldId, string>>;
