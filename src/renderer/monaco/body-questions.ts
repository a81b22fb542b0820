import type { BodyAnalysis, BodyQuestion } from '../lib/body-analysis';
import type { BodyKnowledge } from '../lib/body-knowledge';
import type { Completion } from '../lib/body-completion';
import type { BodyHover } from '../lib/body-hover';
import type { FormattedText, JsonLayout } from '../lib/format-json';
import type { OutlineEntry } from '../lib/body-outline';
import type { BodyRepair } from '../lib/body-repairs';
import type { TabDocument } from '../lib/tab-document';
import type { Language } from '#shared/domain/language';

interface TextQuestion {
  readonly endpoint: string;
  readonly text: string;
  readonly language: Language;
}

/** What the worker is asked, by name. */
export interface BodyQuestions {
  /** Told rather than asked; holds until it is told anew. */
  readonly learn: BodyKnowledge;
  readonly analyse: BodyQuestion;
  readonly complete: TextQuestion & { readonly offset: number };
  readonly hover: TextQuestion & { readonly offset: number };
  readonly outline: { readonly text: string };
  readonly split: { readonly text: string };
  readonly format: {
    readonly text: string;
    readonly layout: JsonLayout;
    /** A place in the text, in UTF-16 units. */
    readonly offset: number;
  };
  /** The whole text of a file as edited. */
  readonly fileText: TabDocument;
  /** A file's text, taken apart; that of a draft by the file it was made of. */
  readonly openText: { readonly text: string; readonly savedText: string | null };
  readonly repairs: TextQuestion & { readonly start: number; readonly end: number };
}

export interface BodyAnswers {
  readonly learn: null;
  readonly analyse: BodyAnalysis;
  readonly complete: readonly Completion[];
  readonly hover: BodyHover | null;
  readonly outline: readonly OutlineEntry[];
  readonly split: readonly string[];
  readonly format: FormattedText;
  readonly fileText: string;
  /** Without the text itself, which whoever asks has. */
  readonly openText: TabDocument;
  readonly repairs: readonly BodyRepair[];
}

export type QuestionKind = keyof BodyQuestions;

/** A question on its way to the worker; the answer comes back with the same number. */
export type NumberedQuestion = {
  [K in QuestionKind]: {
    readonly id: number;
    readonly kind: K;
    readonly question: BodyQuestions[K];
  };
}[QuestionKind];

export interface NumberedAnswer {
  readonly id: number;
  readonly answer: BodyAnswers[QuestionKind];
}
