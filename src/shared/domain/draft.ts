import { z } from 'zod';
import { requestRefSchema } from './request';

export const draftSchema = z.strictObject({
  id: z.uuid(),
  /** Null: never saved to a file yet. */
  ref: requestRefSchema.nullable(),
  title: z.string().max(300),
  /** The whole request file as edited. */
  text: z.string().max(32_000_000),
  /** The file's revision that the edit started from; null for a new request. */
  baseRevision: z.string().max(200).nullable(),
  savedAt: z.string().max(40),
});

/** An unsaved edit, kept on disk so that a crash loses at most the last second. */
export type Draft = Readonly<z.infer<typeof draftSchema>>;

/** A draft of a list, which holds the beginning of a long text only. */
export interface ListedDraft extends Draft {
  /** How much of the text is left to be read, in UTF-16 units. */
  readonly rest: number;
}
