import { splitCalls } from '#shared/braze/split-calls';
import { analyseBody } from '../lib/body-analysis';
import { type BodyKnowledge, knowsNothing } from '../lib/body-knowledge';
import { completeBody } from '../lib/body-completion';
import { hoverBody } from '../lib/body-hover';
import { outlineBody } from '../lib/body-outline';
import { repairsBetween } from '../lib/body-repairs';
import { documentText } from '../lib/tab-document';
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
    case 'fileText':
      return documentText(asked.question);
    case 'repairs': {
      const { endpoint, text, start, end, language } = asked.question;
      return repairsBetween(endpoint, text, start, end, language, Date.now(), known.target);
    }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<NumberedQuestion>) => {
  self.postMessage({ id: data.id, answer: answerTo(data) } satisfies NumberedAnswer);
});
