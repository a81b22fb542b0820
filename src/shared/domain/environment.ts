import { z } from 'zod';
import { variableSchema } from './variable';

/** The id of the environment that is always there: the built-in sandbox. */
export const sandboxEnvironmentId = 'sandbox';

export const environmentColors = [
  'grey',
  'blue',
  'teal',
  'green',
  'amber',
  'red',
  'pink',
  'violet',
] as const;
export type EnvironmentColor = (typeof environmentColors)[number];

export const hostSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sandbox') }),
  z.strictObject({ kind: z.literal('cluster'), clusterId: z.string().max(20) }),
  z.strictObject({ kind: z.literal('custom'), url: z.string().max(300) }),
]);

export const environmentSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  name: z.string().trim().min(1).max(60),
  color: z.enum(environmentColors),
  host: hostSchema,
  /** Real people are behind it: every send asks for the environment's name. */
  production: z.boolean(),
  variables: z.array(variableSchema).max(500),
  /** When not empty, only these identifiers may be named as recipients; nothing wider may be sent. */
  testUsers: z.array(z.string().trim().min(1).max(1000)).max(10_000),
  /** Share of the quota, in percent, that runs leave to others. */
  reservePercent: z.number().int().min(0).max(90),
  /** How long one call may take before its outcome is `unknown`, in milliseconds. */
  timeoutMs: z.number().int().min(1_000).max(600_000),
  /** Whether a repeat of what was sent a short while ago is asked about; how long that is, the settings say. */
  duplicateGuard: z.boolean().default(true),
});

/** One Braze workspace as seen from here. Holds no key: that is in the keychain under the id. */
export type Environment = Readonly<z.infer<typeof environmentSchema>>;

/** What the page sends to create or change one; the id is given by main. */
export const environmentInputSchema = environmentSchema.omit({ id: true });
export type EnvironmentInput = Readonly<z.infer<typeof environmentInputSchema>>;

/** The values of a new environment before the user changes anything. */
export const environmentDefaults = {
  color: 'blue',
  production: false,
  variables: [],
  testUsers: [],
  reservePercent: 10,
  timeoutMs: 30_000,
  duplicateGuard: true,
} as const satisfies Partial<EnvironmentInput>;

/** What "Check key" found out. */
export const keyCheckVerdicts = [
  'ok',
  'key_refused', // 401: wrong cluster, wrong workspace or wrong key
  'permission_missing', // 403: the key is known, `campaigns.list` is not among its permissions
  'not_rest_host', // an SDK or dashboard host, or an answer that is no API answer
  'unreachable',
  'rate_limited',
  'unexpected',
  'no_key',
] as const;
export interface KeyCheck {
  readonly verdict: (typeof keyCheckVerdicts)[number];
  readonly status: number | null;
  readonly host: string;
  readonly detail: string | null;
  readonly elapsedMs: number;
}
