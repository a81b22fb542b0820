/** Whether a store can be used now, with its own words when it cannot. */
export interface SecretStoreStatus {
  readonly state: 'ready' | 'locked' | 'unavailable';
  readonly detail: string | null;
}

/**
 * Where keys are kept. Every method may fail with a `DeskError` of code `keychain_locked`,
 * `keychain_unavailable` or `keychain_refused`; `params.detail` then has the keychain's own words.
 */
export interface SecretStore {
  /** The key of an environment, or null when the store is open and has none. */
  get(environmentId: string): Promise<string | null>;
  set(environmentId: string, key: string): Promise<void>;
  /** Does nothing when there is no key. */
  clear(environmentId: string): Promise<void>;
  /** Never fails and never makes the system ask for a password. */
  status(): Promise<SecretStoreStatus>;
}
