import { z } from 'zod';
import { confirmationKinds } from '../domain/gate';
import { requestRefSchema } from '../domain/request';
import { variableSchema } from '../domain/variable';

// What routes of several kinds are made of.

/** The longest text that crosses the bridge as a body, in UTF-16 code units. */
export const bodyTextLength = 16_000_000;
export const bodyText = z.string().max(bodyTextLength);
export const environmentId = z.string().min(1).max(60);
export const nothing = z.strictObject({});

/** The request as the page has it; main resolves, checks and sends it. */
export const outgoingRequestSchema = z.strictObject({
  endpoint: z.string().max(200),
  bodyText,
  variables: z.array(variableSchema).max(500),
  /** The saved request's display name and place, for the ledger. */
  name: z.string().max(300).nullable(),
  ref: requestRefSchema.nullable(),
});
export type OutgoingRequest = Readonly<z.infer<typeof outgoingRequestSchema>>;

/** Where in a body's text, in UTF-16 units. */
export const bodyPlace = z.int().min(0).max(bodyTextLength);

/**
 * Says that a request's `bodyText` is only the end of the body: what stands before it came with `bodies.slice`
 * under that id, and is so long. Absent: it is all of it.
 */
export const slicedBody = z.strictObject({ id: z.uuid(), length: bodyPlace.min(1) }).optional();

/**
 * An answer with a long text: of the field that is named it has the beginning only. The text is so long, and
 * `bodies.read` gives the rest, once.
 */
export type Sliced<A, F extends keyof A> = A & {
  readonly rest?: { readonly field: F; readonly id: string; readonly length: number };
};

export const confirmation = z.strictObject({
  kind: z.enum(confirmationKinds),
  text: z.string().max(500),
});
export const confirmations = z.array(confirmation).max(4);

/** The type of an answer; answers come from main and are not parsed. */
export function returns<T>(): z.ZodType<T> {
  return z.custom<T>();
}
