import { editsOfChange } from '#shared/braze/body-change';
import { type JsonDocument, parseDocument } from '#shared/braze/document';
import { createTextPlaces, type TextPlaces } from '../lib/text-places';
import { readPart } from './body-part';
import type { ViewAnswers, ViewMessage, ViewQuestionKind } from './body-questions';
import { placeEdits } from './placed-edit';

type Question = Exclude<ViewMessage, { readonly kind: 'text' }>;

/** One body text, read once however much is asked about it. */
export interface OpenBody {
  readonly answer: (question: Question) => ViewAnswers[ViewQuestionKind];
}

export function openBody(text: string): OpenBody {
  let parsed: JsonDocument | null = null;
  let placed: TextPlaces | null = null;
  const document = (): JsonDocument => (parsed ??= parseDocument(text));
  const places = (): TextPlaces => (placed ??= createTextPlaces(text));

  return {
    answer(asked) {
      switch (asked.kind) {
        case 'part':
          return readPart(document(), asked.question.name, asked.question.kind);
        case 'edits': {
          const edits = editsOfChange(document(), asked.question);
          return edits === null ? null : placeEdits(places(), edits);
        }
      }
    },
  };
}
