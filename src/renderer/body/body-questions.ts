import type { BodyChange } from '#shared/braze/body-change';
import type { JsonKind } from '#shared/braze/json-node';
import type { BodyPart } from './body-part';
import type { PlacedEdit } from './placed-edit';

/** What views beside the editor ask about the body that is shown, by name. */
export interface ViewQuestions {
  readonly part: { readonly name: string; readonly kind: JsonKind };
  readonly edits: BodyChange;
}

export interface ViewAnswers {
  readonly part: BodyPart;
  /** Null where the change cannot be made. */
  readonly edits: readonly PlacedEdit[] | null;
}

export type ViewQuestionKind = keyof ViewQuestions;

/** A new text, or a question about the latest one. */
export type ViewMessage =
  | { readonly kind: 'text'; readonly version: number; readonly text: string }
  | {
      [K in ViewQuestionKind]: {
        readonly kind: K;
        readonly id: number;
        /** Of the text that is asked about. */
        readonly version: number;
        readonly question: ViewQuestions[K];
      };
    }[ViewQuestionKind];

export interface ViewReply {
  readonly id: number;
  /** Null when the text asked about is no longer the latest. */
  readonly answer: ViewAnswers[ViewQuestionKind] | null;
  readonly stale: boolean;
}
