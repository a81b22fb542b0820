/** The built-in server as the window shows it. */
export interface SandboxStatus {
  readonly state: 'starting' | 'running' | 'stopped' | 'failed';
  readonly url: string | null;
  readonly scenario: string;
  readonly scenarios: readonly string[];
  /** Why it failed: an error code, or null. */
  readonly problem: string | null;
}
