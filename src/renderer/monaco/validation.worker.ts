import { splitCalls } from '#shared/braze/split-calls';
import { analyseBody } from '../lib/body-analysis';
import { type BodyKnowledge, knowsNothing } from '../lib/body-knowledge';
import { completeBody } from '../lib/body-completion';
import { hoverBody } from '../lib/body-hover';
import { formattedText } from '../lib/format-json';
import { outlineBody } from '../lib/body-outline';
import { repairsBetween } from '../lib/body-repairs';
import { createSlicedReceiver, createSlicedSender } from '../lib/sliced-message';
import { recoverDocument } from '../lib/recover-document';
import { documentText } from '../lib/tab-document';
import { withoutText } from './open-text';
import type { BodyAnswers, NumberedAnswer, NumberedQuestion, QuestionKind } from './body-questions';

let known: BodyKnowledge = knowsNothing;

function answerTo(asked: NumberedQuestion): BodyAnswers[QuestionKind] {
  switch (asked.kind) {
    case 'learn':
      known = asked.question;
      return null;
    case 'analyse':
      return analyseBody(asked.question, Date.now(), known.target);
    case 'complete': {
      const { endpoint, text, offset, language } = asked.question;
      return completeBody(endpoint, text, offset, language, known);
    }
    case 'hover': {
      const { endpoint, text, offset, language } = asked.question;
      return hoverBody(endpoint, text, offset, language);
    }
    case 'outline':
      return outlineBody(asked.question.text);
    case 'split':
      return splitCalls(asked.question.text);
    case 'format': {
      const { text, layout, offset } = asked.question;
      return formattedText(text, layout, offset);
    }
    case 'fileText':
      return documentText(asked.question);
    case 'openText': {
      const { text, savedText } = asked.question;
      return withoutText(recoverDocument(savedText, text), text);
    }
    case 'repairs': {
      const { endpoint, text, start, end, language } = asked.question;
      return repairsBetween(endpoint, text, start, end, language, Date.now(), known.target);
    }
  }
}

const send = createSlicedSender((part) => self.postMessage(part));
const receive = createSlicedReceiver((asked: NumberedQuestion) => {
  send({ id: asked.id, answer: answerTo(asked) } satisfies NumberedAnswer);
});
self.addEventListener('message', ({ data }) => receive(data));
