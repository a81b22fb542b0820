import { z } from 'zod';

/** `{{name}}`: letters, digits, `_` and `-`; no dot, pipe or `${`, which belong to Liquid. */
export const variableNamePattern = /^[A-Za-z_][A-Za-z0-9_-]*$/;

export const variableSchema = z.strictObject({
  name: z.string().regex(variableNamePattern).max(100),
  value: z.string().max(100_000),
  /** `json`: where a string is nothing but the placeholder, the value is put in as it stands (number, list …). */
  kind: z.enum(['text', 'json']),
});

/** One named value for `{{name}}` in a body. */
export type Variable = Readonly<z.infer<typeof variableSchema>>;
