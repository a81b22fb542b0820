import { z } from 'zod';

/** File endings that a collection shows as requests; new ones get the first. */
export const requestFileExtensions = ['.jsonc', '.json'] as const;

/** Names one request file: the collection folder's id and the path inside it with `/`. */
export const requestRefSchema = z.strictObject({
  root: z.string().min(1).max(100),
  path: z.string().min(1).max(1000),
});
export type RequestRef = Readonly<z.infer<typeof requestRefSchema>>;

/** A request file as read: its text is the truth, `revision` names this very state of the file. */
export interface RequestFile {
  readonly ref: RequestRef;
  readonly text: string;
  readonly revision: string;
  readonly readOnly: boolean;
}
