import type { BodyChange } from '#shared/braze/body-change';
import type { JsonKind } from '#shared/braze/json-node';
import type { BodyPart } from './body-part';
import type { PlacedEdit } from './placed-edit';
import type { CopyQuestion } from './recipients/copy-rows';
import type { PasteAnswer, PasteQuestion } from './recipients/paste-rows';
import type {
  EffectiveProperty,
  RecipientCell,
  RecipientColumn,
  TableAnswer,
  TableQuestion,
} from './recipients/recipient-table';

/** What views beside the editor ask about the body that is shown, by name. */
export interface ViewQuestions {
  readonly part: { readonly name: string; readonly kind: JsonKind };
  readonly edits: BodyChange;
  readonly recipients: TableQuestion;
  readonly recipientCell: {
    readonly endpoint: string;
    readonly row: number;
    readonly column: RecipientColumn;
  };
  readonly effective: { readonly endpoint: string; readonly row: number };
  readonly sources: { readonly from: number; readonly to: number };
  readonly paste: PasteQuestion;
  readonly copy: CopyQuestion;
}

export interface ViewAnswers {
  readonly part: BodyPart;
  /** Null where the change cannot be made. */
  readonly edits: readonly PlacedEdit[] | null;
  readonly recipients: TableAnswer;
  readonly recipientCell: RecipientCell | null;
  readonly effective: readonly EffectiveProperty[];
  /** JSON texts of recipients. */
  readonly sources: readonly string[];
  readonly paste: PasteAnswer | null;
  readonly copy: string;
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
