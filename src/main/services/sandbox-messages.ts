import type { AppError } from '#shared/errors';

/** What the sandbox's thread is started with. */
export interface SandboxThreadData {
  readonly apiKey: string;
  readonly scenario: string;
}

/** What the thread can be told. It answers each order, and its own start, with one message. */
export type SandboxOrder =
  { readonly kind: 'setScenario'; readonly scenario: string } | { readonly kind: 'stop' };

export type SandboxAnswer =
  { readonly ok: true; readonly url: string } | { readonly ok: false; readonly error: AppError };
