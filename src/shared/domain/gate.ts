import type { Diagnostic } from '../braze/diagnostic';
import type { BlastRadius } from './dispatch';
import type { SentBefore } from './sent-before';

/** A reason why a request may not leave. */
export type GateBlock =
  | { readonly code: 'broken_json'; readonly line: number; readonly column: number }
  | { readonly code: 'illegal_body'; readonly rules: readonly string[] }
  | { readonly code: 'unresolved_variables'; readonly names: readonly string[] }
  | { readonly code: 'variable_not_json'; readonly names: readonly string[] }
  | { readonly code: 'too_large'; readonly bytes: number; readonly limit: number }
  | {
      readonly code: 'not_test_users';
      readonly identifiers: readonly string[];
      readonly total: number;
    }
  | { readonly code: 'wider_than_test_users' }
  | { readonly code: 'host_invalid'; readonly host: string }
  | { readonly code: 'secret'; readonly state: 'missing' | 'locked' | 'unavailable' }
  | { readonly code: 'confirmation'; readonly kind: ConfirmationKind }
  | { readonly code: 'key_in_body' };

export const confirmationKinds = ['blast_radius', 'production', 'duplicate'] as const;
export type ConfirmationKind = (typeof confirmationKinds)[number];

/** What a person has to type before this request may leave: any one of `phrases`, exactly. */
export interface PhraseConfirmation {
  readonly kind: Exclude<ConfirmationKind, 'duplicate'>;
  readonly phrases: readonly string[];
}

/**
 * The same was sent a short while ago: a question that is answered without typing. Its one phrase is the id of
 * what was sent before, so that a yes holds for that alone and not for what was sent since.
 */
export interface DuplicateConfirmation {
  readonly kind: 'duplicate';
  readonly phrases: readonly [id: string];
  readonly before: SentBefore;
}

/** What a person has to say before this request may leave. */
export type Confirmation = PhraseConfirmation | DuplicateConfirmation;

/** What the gate says of a request as it stands. */
export interface GateReport {
  readonly verdict: 'clear' | 'needs_confirmation' | 'blocked';
  readonly blocks: readonly GateBlock[];
  readonly confirmations: readonly Confirmation[];
  readonly blastRadius: BlastRadius;
  readonly targetId: string | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The body as it would leave: compact JSON; null while it cannot be made. */
  readonly wireBody: string | null;
  readonly wireBytes: number;
  readonly host: string;
}
