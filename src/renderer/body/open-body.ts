import { editsOfChange } from '#shared/braze/body-change';
import { type JsonDocument, parseDocument } from '#shared/braze/document';
import { createTextPlaces, type TextPlaces } from '../lib/text-places';
import { obstacleOf, readPart } from './body-part';
import type { ViewAnswers, ViewMessage, ViewQuestionKind } from './body-questions';
import { placeEdits } from './placed-edit';
import { copyRows } from './recipients/copy-rows';
import { pasteRows } from './recipients/paste-rows';
import { type Recipients, readRecipients } from './recipients/read-recipients';

type Question = Exclude<ViewMessage, { readonly kind: 'text' }>;

/** One body text, read once however much is asked about it. */
export interface OpenBody {
  readonly answer: (question: Question) => ViewAnswers[ViewQuestionKind];
}

export function openBody(text: string): OpenBody {
  let parsed: JsonDocument | null = null;
  let placed: TextPlaces | null = null;
  const document = (): JsonDocument => (parsed ??= parseDocument(text));
  let read: { readonly endpoint: string; readonly recipients: Recipients } | null = null;
  const recipients = (endpoint: string): Recipients => {
    if (read?.endpoint !== endpoint) {
      read = { endpoint, recipients: readRecipients(document(), endpoint) };
    }
    return read.recipients;
  };
  const places = (): TextPlaces => (placed ??= createTextPlaces(text));

  return {
    answer(asked) {
      switch (asked.kind) {
        case 'part':
          return readPart(document(), asked.question.name, asked.question.kind);
        case 'recipients': {
          const { endpoint, start, end } = asked.question;
          const obstacle = obstacleOf(document(), 'recipients', 'array');
          if (obstacle !== null) return obstacle;
          const { table, row } = recipients(endpoint);
          const from = Math.min(Math.max(start, 0), table.count);
          const to = Math.min(Math.max(end, from), table.count);
          const rows = Array.from({ length: to - from }, (_none, at) => row(from + at));
          return { ...table, start: from, rows };
        }
        case 'recipientCell':
          return recipients(asked.question.endpoint).cell(
            asked.question.row,
            asked.question.column,
          );
        case 'effective':
          return recipients(asked.question.endpoint).effective(asked.question.row);
        case 'sources':
          return recipients(read?.endpoint ?? '')
            .nodes.slice(asked.question.from, asked.question.to + 1)
            .map(({ offset, length }) => text.slice(offset, offset + length));
        case 'paste':
          return pasteRows(recipients(asked.question.endpoint), asked.question);
        case 'copy':
          return copyRows(recipients(asked.question.endpoint), asked.question);
        case 'edits': {
          const edits = editsOfChange(document(), asked.question);
          return edits === null ? null : placeEdits(places(), edits);
        }
      }
    },
  };
}
