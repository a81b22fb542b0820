/**
 * Where an environment's API key stands. `session`: kept in memory only, gone at quit.
 * A locked keychain reads `locked`, never `missing`.
 */
export const secretStates = ['ready', 'session', 'missing', 'locked', 'unavailable'] as const;
export type SecretState = (typeof secretStates)[number];

export interface SecretStatus {
  readonly environmentId: string;
  readonly state: SecretState;
  /** The keychain's own words, scrubbed, for the report; null when there is nothing to say. */
  readonly detail: string | null;
}
